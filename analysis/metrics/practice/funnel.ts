/**
 * The funnel of an invitation: how many were reached, opened it, said yes, joined. A step that somebody skipped counts as
 * taken: who joined without a mail was reached all the same.
 */
import type { InvitationBody } from '../../../data/records/invitation.ts';
import type { MemberBody } from '../../../data/records/member.ts';
import { MISSING_GROUP } from '../../graph/groups.ts';
import { JOINT_GROUP, protectGroups } from '../../suppression.ts';

export interface Funnel {
  reached: number;
  /** Of whom it is known: by looking it up, saying yes or saying no. */
  opened: number;
  applied: number;
  joined: number;
  declined: number;
  /** Said yes, and there was no place yet. */
  waiting: number;
}

export function funnelOf(invitations: readonly InvitationBody[]): Funnel {
  const count = (test: (one: InvitationBody) => boolean): number => invitations.filter(test).length;
  return {
    reached: count(({ reachedAt, openedAt }) => reachedAt !== null || openedAt !== null),
    opened: count(({ openedAt }) => openedAt !== null),
    applied: count(({ appliedAt }) => appliedAt !== null),
    joined: count(({ joinedAt }) => joinedAt !== null),
    declined: count(({ declinedAt, joinedAt }) => declinedAt !== null && joinedAt === null),
    waiting: count((one) => one.appliedAt !== null && one.joinedAt === null && one.declinedAt === null),
  };
}

/**
 * By the values of an attribute, in code-point order; those in which fewer than `smallest` were reached stand together, and
 * with them those that are hidden elsewhere in what the table stands in: two tables that hide different groups give both
 * away.
 */
export function funnelBySegment(
  invitations: readonly InvitationBody[],
  members: readonly MemberBody[],
  attribute: string,
  smallest: number,
  hidden: (segment: string) => boolean = () => false,
): { segment: string; funnel: Funnel }[] {
  const values = new Map(members.map(({ member, attributes }) => [member, attributes[attribute] ?? null]));
  const segmentOf = (member: string): string => {
    const value = values.get(member) ?? null;
    const segment = value === null || value === '' ? MISSING_GROUP : String(value);
    return hidden(segment) ? JOINT_GROUP : segment;
  };
  const sizes = new Map<string, number>();
  for (const { member, reachedAt, openedAt } of invitations) {
    if (reachedAt === null && openedAt === null) continue;
    sizes.set(segmentOf(member), (sizes.get(segmentOf(member)) ?? 0) + 1);
  }
  const { names, shownAs } = protectGroups(Object.fromEntries(sizes), smallest);
  return names.map((segment) => ({
    segment,
    funnel: funnelOf(invitations.filter(({ member }) => shownAs(segmentOf(member)) === segment)),
  }));
}
