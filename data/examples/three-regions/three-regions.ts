/**
 * The example network "three regions" as it is found by asking: the sixty, two survey waves, and who took up which
 * practice when. The same seed gives the same network; README.md tells the story.
 */
import { type ExampleAdoption, type PracticePlan, spread } from './adoptions.ts';
import { type ExampleWave, firstTies, laterTies, silentIn, waveOf } from './network.ts';
import { type ExamplePerson, examplePeople } from './people.ts';
import { chanceFrom } from './random.ts';

export const SEED = 20260112;

const OBSERVED_UNTIL = '2026-06-30';
const SILENT = { first: 11, second: 10 };
const WAVES = [
  { wave: '1', opens: '2026-02-16', closes: '2026-03-12' },
  { wave: '2', opens: '2026-05-09', closes: '2026-06-04' },
] as const;

const PRACTICES: readonly PracticePlan[] = [
  { practice: 'shared-intake', seeds: ['p01', 'p07'], firstMonday: '2026-02-02', weeklyChance: 0.045 },
  { practice: 'follow-up-call', seeds: ['p12'], firstMonday: '2026-03-02', weeklyChance: 0.05 },
];

export interface ThreeRegions {
  people: ExamplePerson[];
  waves: ExampleWave[];
  adoptions: ExampleAdoption[];
}

export function threeRegions(seed = SEED): ThreeRegions {
  const chance = chanceFrom(seed);
  const people = examplePeople();
  const before = firstTies(people, chance);
  const after = laterTies(people, before, chance);
  const silentFirst = silentIn(people, SILENT.first, new Set(), chance);
  const silentSecond = silentIn(people, SILENT.second, silentFirst, chance);
  return {
    people,
    waves: [waveOf(people, before, silentFirst, WAVES[0]), waveOf(people, after, silentSecond, WAVES[1])],
    adoptions: PRACTICES.flatMap((plan) => spread(people, before, plan, OBSERVED_UNTIL, chance)),
  };
}
