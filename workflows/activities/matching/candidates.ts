/** Members as those who can be matched, from what the store knows: skills, what they carry, where they live, their ties. */
import type { Candidate } from '../../../analysis/matching/candidate.ts';
import type { BodyOf, Instant } from '../../../data/records/index.ts';
import type { Weighing } from '../../contract/practices/mentorship.ts';
import type { World } from '../world.ts';

/** The attribute in which a member's zone may be on record: Africa/Nairobi, UTC+03:00. */
const ZONE = 'timeZone';

/** Active members, by id. */
export async function candidatesIn(store: World['store'], network: string): Promise<Map<string, Candidate>> {
  const members = (await store.read({ network, kind: 'member' })).map(({ body }) => body);
  const claims = (await store.read({ network, kind: 'skill-claim' })).map(({ body }) => body);
  const load = await loadsIn(store, network);
  const skills = new Map<string, Map<string, number>>();
  for (const { member, skill, level } of claims) {
    if (level > 0) skills.set(member, (skills.get(member) ?? new Map()).set(skill, level));
  }
  return new Map(
    members
      .filter(({ status }) => status === 'active')
      .map(({ member, attributes }) => [
        member,
        {
          ...{ member, attributes, skills: skills.get(member) ?? new Map(), load: load.get(member) ?? 0 },
          timeZone: zoneOf(attributes),
        },
      ]),
  );
}

function zoneOf(attributes: BodyOf<'member'>['attributes']): string | null {
  const zone = Object.hasOwn(attributes, ZONE) ? attributes[ZONE] : null;
  return typeof zone === 'string' ? zone : null;
}

/** Matches that somebody is in: mentorships that run, groups that are open. */
async function loadsIn(store: World['store'], network: string): Promise<Map<string, number>> {
  const load = new Map<string, number>();
  const add = (member: string) => load.set(member, (load.get(member) ?? 0) + 1);
  for (const { body } of await store.read({ network, kind: 'mentorship' })) {
    if (body.endedAt === null) for (const member of [body.mentor, body.mentee]) add(member);
  }
  for (const { body } of await store.read({ network, kind: 'accountability-group' })) {
    if (body.status === 'open') body.members.forEach(add);
  }
  return load;
}

/** Ties as they are now, of any kind. */
export async function tiesIn(store: World['store'], network: string): Promise<[string, string][]> {
  const ties = await store.read({ network, kind: 'tie' });
  return ties.map(({ body }) => [body.from, body.to]);
}

/** What every matching here is weighed by. Seeded by the network and the round, so that equals take turns. */
export function rulesFrom(weigh: Weighing, at: Instant, seed: number, leastHoursTogether: number) {
  const { across, ...weights } = weigh;
  return {
    ...{ at, across, mustDiffer: [] as string[], weights, leastHoursTogether, seed },
    ...{ blocked: new Set<string>(), past: new Set<string>(), ties: [] as [string, string][] },
  };
}
