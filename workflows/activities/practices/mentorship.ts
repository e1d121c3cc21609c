/** Rounds of matching mentors and mentees. */
import type { Mentee, Mentor } from '../../../analysis/matching/mentors.ts';
import { pairKey } from '../../../analysis/matching/pair.ts';
import type { BodyOf } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { candidatesIn, match, rulesFrom, tiesIn } from '../matching/index.ts';
import type { World } from '../world.ts';

export function mentorshipActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'matchMentorships'> {
  return {
    async matchMentorships({ network, round, atMost, leastHoursTogether, weigh, at }) {
      const people = await candidatesIn(store, network);
      const parts = (await store.read({ network, kind: 'mentoring-part' }))
        .map(({ body }) => body)
        .filter(({ status, member }) => status === 'open' && people.has(member));
      const known = (await store.read({ network, kind: 'mentorship' })).map(({ body }) => body);
      const running = known.filter(({ endedAt }) => endedAt === null);
      const mentors = parts.flatMap((part): Mentor[] => {
        const candidate = people.get(part.member);
        const room = part.capacity - running.filter(({ mentor }) => mentor === part.member).length;
        if (part.as !== 'mentor' || candidate === undefined || room < 1) return [];
        // Who offers a skill without having claimed it has done it at least.
        const skills = new Map([...part.skills.map((skill) => [skill, 1] as const), ...candidate.skills]);
        return [{ ...candidate, skills, capacity: room, kinds: part.kinds, offers: part.skills }];
      });
      const mentees = parts.flatMap((part): Mentee[] => {
        const candidate = people.get(part.member);
        const isMatched = running.some(({ mentee }) => mentee === part.member);
        if (part.as !== 'mentee' || candidate === undefined || isMatched) return [];
        return [{ ...candidate, kind: part.kinds[0] as string, wish: part.skills[0] ?? null }];
      });
      const rules = {
        ...rulesFrom(weigh, at, round, leastHoursTogether),
        repeat: 'never' as const,
        blocked: new Set(parts.flatMap(({ member, notWith }) => notWith.map((other) => pairKey(member, other)))),
        past: new Set(known.map(({ mentor, mentee }) => pairKey(mentor, mentee))),
        ties: await tiesIn(store, network),
      };
      const { matches, without } = await match({ what: 'mentors', mentors, mentees, rules });
      const kindOf = new Map(mentees.map(({ member, kind, wish }) => [member, { kind, wish }]));
      return {
        matches: matches.slice(0, atMost).map(({ mentor, mentee, sentence }) => ({
          ...{ mentor, mentee, because: sentence },
          kind: kindOf.get(mentee)?.kind as BodyOf<'mentorship'>['kind'],
          skill: kindOf.get(mentee)?.wish ?? null,
          across: areAcross(people.get(mentor)?.attributes, people.get(mentee)?.attributes),
        })),
        without: without.length + Math.max(0, matches.length - atMost),
      };
    },
  };
}

type Attributes = BodyOf<'member'>['attributes'];

/** Whether two are of different organisations; null where one is not on record. */
export function areAcross(one: Attributes | undefined, other: Attributes | undefined): boolean | null {
  const [home, away] = [one?.organisation ?? null, other?.organisation ?? null];
  return home === null || away === null ? null : home !== away;
}
