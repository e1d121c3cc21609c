/** What the figures of mentorships share: how mentorships stand, and one for an example. */
import type { MentorshipBody } from '../../../data/records/mentorship.ts';

export type Standing = MentorshipBody['status'];

/** Both agreed, and it has not ended. */
export function runs({ agreedAt, endedAt }: MentorshipBody): boolean {
  return agreedAt !== null && endedAt === null;
}

export function countOf(all: readonly MentorshipBody[], ...standings: Standing[]): number {
  return all.filter(({ status }) => standings.includes(status)).length;
}

export function peopleIn(all: readonly MentorshipBody[]): Set<string> {
  return new Set(all.flatMap(({ mentor, mentee }) => [mentor, mentee]));
}

/** The n-th of an example: a mentor and a mentee of their own each. */
export function exampleOf(status: Standing, at: number, across: boolean | null = true): MentorshipBody {
  const agreed = status !== 'proposed' && status !== 'declined' && status !== 'lapsed';
  const isOpen = status === 'proposed' || status === 'healthy' || status === 'at-risk';
  return {
    ...{
      mentorship: `mentorship-${at + 1}`,
      mentor: 'aceg'[at] as string,
      mentee: 'bdfh'[at] as string,
      kind: 'mentoring',
    },
    ...{ skill: null, round: 1, across, because: 'The two differ in organisation.', status },
    ...{
      proposedAt: '2026-02-02T09:00:00.000Z',
      agreedAt: agreed ? '2026-02-04T09:00:00.000Z' : null,
      agreement: null,
    },
    ...{ pulses: { asked: 0, answered: 0 }, endedAt: isOpen ? null : '2026-06-02T09:00:00.000Z' },
  };
}
