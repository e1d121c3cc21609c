/** A buddy for a newcomer, and when newcomers find people. */
import type { Candidate } from '../../../analysis/matching/candidate.ts';
import { termsAmong } from '../../../analysis/matching/terms.ts';
import type { Instant } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { candidatesIn, rulesFrom } from '../matching/index.ts';
import type { World } from '../world.ts';

/** Far apart, and free: a buddy opens another part of the network, and has time. No search of ties: it would take a thread. */
const WEIGH = { across: ['organisation', 'region'], distance: 2, complement: 1, bridging: 0, lightness: 2 };
const LEAST_HOURS_TOGETHER = 2;

export function newcomersActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'chooseBuddy' | 'firstTies'> {
  return {
    async chooseBuddy({ network, member, notThese, at }) {
      const people = await candidatesIn(store, network);
      const known = (await store.read({ network, kind: 'newcomer' })).map(({ body }) => body);
      const followed = known.filter(({ endedAt }) => endedAt === null);
      const isNew = new Set(followed.map((one) => one.member));
      const newcomer = people.get(member);
      if (newcomer === undefined) return { buddy: null };
      const loaded = (candidate: Candidate): Candidate => ({
        ...candidate,
        load: candidate.load + followed.filter(({ buddy }) => buddy === candidate.member).length,
      });
      const candidates = [...people.values()]
        .filter((other) => other.member !== member && !isNew.has(other.member) && !notThese.includes(other.member))
        .map(loaded);
      const rules = { ...rulesFrom(WEIGH, at, 1, LEAST_HOURS_TOGETHER), repeat: 'never' as const };
      // Of another organisation; where there is nobody, of the own one.
      const strict = termsAmong([newcomer, ...candidates], { ...rules, mustDiffer: ['organisation'] });
      const lenient = termsAmong([newcomer, ...candidates], rules);
      const elsewhere = candidates.filter((other) => strict.barrier(newcomer, other) === null);
      const suited =
        elsewhere.length > 0 ? elsewhere : candidates.filter((other) => lenient.barrier(newcomer, other) === null);
      const ranked = suited
        .map((other) => ({ member: other.member, load: other.load, points: lenient.of(newcomer, other).points }))
        .sort((a, b) => a.load - b.load || b.points - a.points || (a.member < b.member ? -1 : 1));
      return { buddy: ranked[0]?.member ?? null };
    },

    async firstTies({ network, member, atMost, at }) {
      const first = new Map<string, Instant>();
      for (const { body, validFrom } of await store.read({ network, kind: 'tie', asOf: at })) {
        if (body.from !== member && body.to !== member) continue;
        const other = body.from === member ? body.to : body.from;
        const known = first.get(other);
        if (other !== member && (known === undefined || validFrom < known)) first.set(other, validFrom);
      }
      return { times: [...first.values()].sort().slice(0, atMost) };
    },
  };
}
