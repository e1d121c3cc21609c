/**
 * What a member has done so far, as counts that only grow: what arms of a variant are compared by. Counted alike when a
 * member is assigned and when the arms are compared, so that the difference is what came since.
 *
 * A tie counts once for each other person with whom it came about in the network's own work (an introduction, help, a
 * problem solved together): those that a survey asked for hang on who answers, and are left out.
 */
import type { MeasurableRecords, VariantOutcome } from '../../data/records/index.ts';
import { tieTableOf } from '../../data/records/tie-table.ts';

/** How many of an outcome each member has; who has none is not there. */
export function outcomesOf(records: MeasurableRecords, outcome: VariantOutcome): Map<string, number> {
  return counted(COUNT[outcome](records));
}

/** Who did it, once for each time. */
const COUNT: Record<VariantOutcome, (records: MeasurableRecords) => string[]> = {
  contributions: ({ contributions }) => contributions.map(({ member }) => member),
  adoptions: ({ adoptions }) =>
    adoptions.filter(({ censored, time }) => !censored && time !== null).map(({ member }) => member),
  ties: partnersOf,
  sessions: ({ practices }) =>
    (practices?.session ?? [])
      .filter(({ status }) => status === 'held')
      .flatMap(({ attended }) => [...new Set(attended)]),
  answers: ({ practices }) =>
    (practices?.['support-request'] ?? []).flatMap(({ answeredBy }) => [...new Set(answeredBy)]),
};

function partnersOf({ ties }: MeasurableRecords): string[] {
  const { ids, from, to, wave } = tieTableOf(ties);
  const partners = new Map<number, Set<number>>();
  const add = (one: number, other: number) => {
    const known = partners.get(one) ?? new Set<number>();
    partners.set(one, known.add(other));
  };
  for (let row = 0; row < from.length; row++) {
    const [one, other] = [from[row]!, to[row]!];
    if (one === other || wave.values[wave.codes[row]!] !== null) continue;
    add(one, other);
    add(other, one);
  }
  return [...partners].flatMap(([at, others]) => Array.from(others, () => ids[at]!));
}

function counted(members: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}
