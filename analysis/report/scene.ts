/**
 * What all sections of a report share: the picture that was measured, groups that may be named, and how a member is
 * spoken of. Made once, so that two sections never hide different things.
 */

import { MISSING_GROUP } from '../graph/groups.ts';
import type { Selection } from '../graph/selection.ts';
import { type ProtectedGroups, protectGroups } from '../suppression.ts';
import type { About } from './about.ts';
import { type CurrentPicture, currentPicture } from './current-picture.ts';
import type { HealthCheck, HealthCheckInput } from './health-check.ts';

export interface Scene {
  check: HealthCheck;
  input: HealthCheckInput;
  about: About;
  picture: CurrentPicture;
  /** The picture of the report before, measured in the same way; null in a first report. */
  previous: CurrentPicture | null;
  /** Which ties of a picture's records count: all, the picture has chosen already. */
  selection: Selection;
  /** Members who take part, in code-point order. */
  members: string[];
  /** The attribute by which silos are looked for; null where no member has it. */
  groupBy: string | null;
  /** Empty where there is no attribute to group by. */
  groups: ProtectedGroups;
  /** All groups there are, shown or not. */
  groupCount: number;
  /** The group a member is counted and drawn in: its own, or that of all small groups together. */
  groupOf: (member: string) => string;
  /** The member as a reader sees them, with group and organisation where these are large enough to be said. */
  who: (member: string) => string;
  smallest: number;
}

/** Said of a member besides the attribute that silos are looked for by, where members have it. */
const ALSO_SAID = 'organisation';

export function createScene(check: HealthCheck, input: HealthCheckInput, about: About): Scene {
  const { policy } = check;
  const smallest = policy.smallestGroup;
  const active = input.records.members.filter((member) => member.status === 'active');
  const isKnown = input.records.members.some((member) => Object.hasOwn(member.attributes, policy.groupBy));
  const groupBy = isKnown ? policy.groupBy : null;

  const attributeOf = (attribute: string) => {
    const values = new Map(
      input.records.members.map((member) => {
        const value = Object.hasOwn(member.attributes, attribute) ? member.attributes[attribute] : null;
        return [member.member, value === null || value === undefined || value === '' ? MISSING_GROUP : String(value)];
      }),
    );
    const sizes = new Map<string, number>();
    for (const { member } of active) sizes.set(values.get(member)!, (sizes.get(values.get(member)!) ?? 0) + 1);
    return { values, groups: protectGroups(Object.fromEntries(sizes), smallest), count: sizes.size };
  };
  const own = groupBy === null ? null : attributeOf(groupBy);
  const said = [groupBy, ALSO_SAID].filter((name, at, all) => name !== null && all.indexOf(name) === at) as string[];
  const saidOf = said.map(attributeOf);
  const label = about.label ?? ((member: string) => member);

  return {
    check,
    input,
    about,
    picture: currentPicture(input.records, policy),
    previous: input.previous === null ? null : currentPicture(input.previous.records, policy),
    selection: {},
    members: active.map((member) => member.member).sort(),
    groupBy,
    groups: own?.groups ?? protectGroups({}, smallest),
    groupCount: own?.count ?? 0,
    groupOf: (member) => own?.groups.shownAs(own.values.get(member) ?? MISSING_GROUP) ?? '',
    who: (member) => {
      const words = saidOf.flatMap(({ values, groups }) => {
        const value = values.get(member) ?? MISSING_GROUP;
        return value !== MISSING_GROUP && groups.protection[value] === 'shown' ? [value] : [];
      });
      return words.length === 0 ? label(member) : `${label(member)} (${words.join(', ')})`;
    },
    smallest,
  };
}
