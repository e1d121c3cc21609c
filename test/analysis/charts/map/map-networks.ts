/** Networks that maps are tried on: the example with its two waves, and random ones of any size. */
import { createRandom } from '../../../../analysis/inference/random.ts';
import { threeRegions } from '../../../../data/examples/three-regions/three-regions.ts';
import type { NetworkRecords } from '../../../../data/records/index.ts';
import { member, noRecords, tie } from '../../../support/networks.ts';

export function exampleNetwork(): NetworkRecords {
  const { people, waves } = threeRegions();
  return {
    ...noRecords(),
    members: people.map(({ id, hub, region, organisation }) => ({
      member: id,
      status: 'active',
      hub,
      attributes: { region, organisation },
    })),
    ties: waves.flatMap(({ wave, ties }) => ties.map((one) => ({ ...tie(one.from, one.to), ...one, wave }))),
    waves: waves.map(({ wave, opens, closes }) => ({
      wave,
      types: ['advice'],
      opens: `${opens}T00:00:00.000Z`,
      closes: `${closes}T00:00:00.000Z`,
    })),
    responses: waves.flatMap(({ wave, answered }) =>
      people.map(({ id }) => ({ wave, member: id, status: answered.has(id) ? 'answered' : 'no-answer' })),
    ),
  };
}

/** Six groups, four of five ties within one. */
export function randomNetwork(members: number, tiesEach: number): NetworkRecords {
  const groups = 6;
  const random = createRandom(3, 'map-network');
  const ids = Array.from({ length: members }, (_, at) => `m${String(at).padStart(5, '0')}`);
  const ties = new Map<string, ReturnType<typeof tie>>();
  for (let drawn = 0; drawn < members * tiesEach; drawn++) {
    const from = random.below(members);
    const own = random.below(Math.floor(members / groups)) * groups + (from % groups);
    const to = random.next() < 0.8 ? own : random.below(members);
    if (from !== to) ties.set(`${from}>${to}`, { ...tie(ids[from]!, ids[to]!), strength: 1 + random.below(5) });
  }
  return {
    ...noRecords(),
    members: ids.map((id, at) => member(id, `Region ${String.fromCharCode(65 + (at % groups))}`)),
    ties: [...ties.values()],
  };
}
