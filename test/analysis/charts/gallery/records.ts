/**
 * The example network as records, as an evaluator's notebook would have them, with seeded contributions: what golden
 * pictures are drawn from.
 */
import { createRandom } from '../../../../analysis/inference/random.ts';
import { type ThreeRegions, threeRegions } from '../../../../data/examples/three-regions/three-regions.ts';
import type { BodyOf, NetworkRecords } from '../../../../data/records/index.ts';

const CONTRIBUTIONS = 120;

export function threeRegionsRecords(): NetworkRecords {
  const network = threeRegions();
  const { people, waves, adoptions } = network;
  return {
    members: people.map(({ id, region, organisation, role, hub }) => ({
      member: id,
      status: 'active',
      hub,
      attributes: { region, organisation, role },
    })),
    ties: waves.flatMap(({ wave, ties }) =>
      ties.map((tie) => ({ ...tie, type: 'advice', wave, time: null, occurrence: 0 })),
    ),
    adoptions: adoptions.map(({ id, practice, time, censored }) => ({ member: id, practice, time, censored })),
    waves: waves.map(({ wave, opens, closes }) => ({
      wave,
      types: ['advice'],
      opens: `${opens}T00:00:00.000Z`,
      closes: `${closes}T00:00:00.000Z`,
    })),
    responses: waves.flatMap(({ wave, answered }) =>
      people.map(({ id }) => ({ wave, member: id, status: answered.has(id) ? 'answered' : 'no-answer' }) as const),
    ),
    contributions: contributionsOf(network),
    practices: impactsOf(),
  };
}

/** Twenty matters framed a week apart, of which two in three have had an impact, after one to five months. */
function impactsOf(): NetworkRecords['practices'] {
  const random = createRandom(7, 'gallery/impacts');
  const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day, 9)).toISOString();
  const framing = Array.from({ length: 20 }, (_, at) => ({
    ...{ about: `experiment-${at + 1}`, what: 'experiment' as const, framedAt: dayOf(7 * at) },
  }));
  const impact = framing.flatMap(({ about }, at) => {
    const days = 7 * at + 30 + random.below(120);
    if (random.next() > 2 / 3) return [];
    const unmeasured = { story: null, measure: null, baseline: null, value: null, better: null, evidence: null };
    return [{ impact: `impact-${at + 1}`, about, member: 'p01', realisedAt: dayOf(days), ...unmeasured }];
  });
  return { framing, impact };
}

/** The coordinating team gives a third, the others the rest, a few of them most of it; half answers somebody. */
function contributionsOf({ people }: ThreeRegions): BodyOf<'contribution'>[] {
  const random = createRandom(7, 'gallery/contributions');
  const hub = people.filter((person) => person.hub);
  const others = people.filter((person) => !person.hub);
  return Array.from({ length: CONTRIBUTIONS }, (_, at) => {
    const from = at % 3 === 0 ? hub : others;
    const giver = from[Math.floor(random.next() ** 2 * from.length)]!;
    const near = random.next() < 0.6 ? people.filter(({ region }) => region === giver.region) : people;
    const helped = near[random.below(near.length)]!.id;
    return {
      contribution: `c-${at}`,
      cycle: at < CONTRIBUTIONS / 2 ? 1 : 2,
      stage: 'exchange',
      member: giver.id,
      helped: random.next() < 0.5 && helped !== giver.id ? helped : null,
      text: null,
    };
  });
}
