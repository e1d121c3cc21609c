/**
 * A grouping in which groups that may not be shown are one: whatever is measured on it knows nothing of what went into
 * that one, so that no figure, and no combination of figures, can give a small group away.
 *
 * Withholding cells of a finished table would not be enough here: a measurement has dozens of figures made of the same
 * table (sums, ratios, indices of the whole network), and with the shown ones the hidden ones can be solved for. Who may
 * be shown is decided by `protectCounts`: groups under the smallest size, and the next ones, until nobody can work
 * out how many those count (complementary suppression).
 */
import { byCodePoint } from './code-point.ts';
import type { Groups } from './graph/groups.ts';
import { JOINT_GROUP, protectGroups } from './suppression.ts';

export interface ShownGroups {
  groups: Groups;
  /** Why each group that is not shown by itself is not, in words. */
  withheld: ReadonlyMap<string, string>;
  /** Per member: 1 for those of a group that is not shown by itself. */
  isWithheld: Uint8Array;
  /** Why nothing can be said by group; null where at least two are left. */
  obstacle: string | null;
}

/** @param smallest null: all groups are shown. */
export function shownGroups(groups: Groups, smallest: number | null): ShownGroups {
  const all = { groups, withheld: new Map(), isWithheld: new Uint8Array(groups.of.length), obstacle: null };
  if (smallest === null) return all;
  const sizes = Object.fromEntries(groups.names.map((name, g) => [name, groups.sizes[g]!]));
  const { protection, shownAs, names, nothingByGroup } = protectGroups(sizes, smallest);
  const hidden = groups.names.filter((name) => shownAs(name) === JOINT_GROUP);
  if (hidden.length === 0) return all;

  const because = { fewer: `fewer than ${smallest} members`, protecting: 'withheld, to protect a smaller group' };
  const reasons = hidden.map(
    (name) => [name, protection[name] === 'fewer' ? because.fewer : because.protecting] as const,
  );
  const ordered = [...names].sort(byCodePoint);
  const position = new Map(ordered.map((name, at) => [name, at]));
  const of = groups.of.map((g) => position.get(shownAs(groups.names[g]!))!);
  return {
    groups: { attribute: groups.attribute, names: ordered, of, sizes: countsOf(of, ordered.length) },
    // A group that bears the name of all that are not shown would be taken for them.
    withheld: new Map(reasons.filter(([name]) => name !== JOINT_GROUP)),
    isWithheld: Uint8Array.from(of, (at) => (ordered[at] === JOINT_GROUP ? 1 : 0)),
    obstacle: nothingByGroup ? `groups of fewer than ${smallest} members are not shown, which leaves none` : null,
  };
}

function countsOf(of: Int32Array, groups: number): Int32Array {
  const sizes = new Int32Array(groups);
  for (const at of of) sizes[at]!++;
  return sizes;
}
