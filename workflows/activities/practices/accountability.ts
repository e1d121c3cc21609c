/** Accountability groups: formed for a cycle, and found for who is left alone in one. */
import type { MatchRules } from '../../../analysis/matching/candidate.ts';
import { pairKey } from '../../../analysis/matching/pair.ts';
import { termsAmong } from '../../../analysis/matching/terms.ts';
import type { Activities } from '../../contract/index.ts';
import { candidatesIn, match, rulesFrom, tiesIn } from '../matching/index.ts';
import type { World } from '../world.ts';

type Store = World['store'];

export function accountabilityActivities({
  store,
}: Pick<World, 'store'>): Pick<Activities, 'formGroups' | 'chooseGroup'> {
  return {
    async formGroups({ network, cycle, size, leastHoursTogether, weigh, at }) {
      const people = await candidatesIn(store, network);
      const parts = await partsIn(store, network);
      const candidates = parts.flatMap(({ member }) => people.get(member) ?? []);
      const rules = await rulesOf(store, network, rulesFrom(weigh, at, cycle, leastHoursTogether));
      const { circles, without } = await match({ what: 'circles', candidates, size, rules });
      return {
        groups: circles.map(({ members, sentence }) => ({ members, because: sentence })),
        without: without.map(({ member }) => member),
      };
    },

    async chooseGroup({ network, member, groups, leastHoursTogether, weigh, at }) {
      const people = await candidatesIn(store, network);
      const alone = people.get(member);
      if (alone === undefined) return { group: null };
      const rules = await rulesOf(store, network, rulesFrom(weigh, at, 1, leastHoursTogether));
      const terms = termsAmong([...people.values()], rules);
      const open = (await store.read({ network, kind: 'accountability-group' }))
        .map(({ body }) => body)
        .filter(({ group, status }) => groups.includes(group) && status === 'open');
      const suited = open.flatMap(({ group, members }) => {
        const others = members.flatMap((other) => people.get(other) ?? []);
        if (others.length === 0 || others.some((other) => terms.barrier(alone, other) !== null)) return [];
        const pairs = others.map((other) => terms.of(alone, other));
        const points = pairs.reduce((sum, pair) => sum + pair.points, 0) / pairs.length;
        return [{ group, points, size: others.length, repeats: pairs.filter(({ isRepeat }) => isRepeat).length }];
      });
      suited.sort(
        (a, b) => a.size - b.size || a.repeats - b.repeats || b.points - a.points || (a.group < b.group ? -1 : 1),
      );
      return { group: suited[0]?.group ?? null };
    },
  };
}

async function partsIn(store: Store, network: string) {
  const parts = await store.read({ network, kind: 'accountability-part' });
  return parts.map(({ body }) => body).filter(({ status }) => status === 'in');
}

/** Past is whoever was in one group before; blocked is whoever does not want to be. */
async function rulesOf(store: Store, network: string, rules: ReturnType<typeof rulesFrom>): Promise<MatchRules> {
  const groups = await store.read({ network, kind: 'accountability-group' });
  const past = groups.flatMap(({ body: { members } }) =>
    members.flatMap((one, at) => members.slice(at + 1).map((other) => pairKey(one, other))),
  );
  const parts = await partsIn(store, network);
  return {
    ...rules,
    repeat: 'if-unavoidable',
    past: new Set(past),
    blocked: new Set(parts.flatMap(({ member, notWith }) => notWith.map((other) => pairKey(member, other)))),
    ties: await tiesIn(store, network),
  };
}
