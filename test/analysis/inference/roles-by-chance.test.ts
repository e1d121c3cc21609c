import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../analysis/inference/roles-by-chance.ts';
import { fromTies, resultOf, tie } from '../metrics/small-networks.ts';

const GROUPS = ['x', 'x', 'y', 'y', 'z', 'w'];

/** Six members, one of whom may have no group: small enough for every labelling. */
const networks = fc.record({
  ties: fc.uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a !== b),
    {
      selector: ([a, b]) => 6 * a + b,
      maxLength: 18,
    },
  ),
  undirected: fc.boolean(),
  groups: fc.constantFrom(
    GROUPS,
    ['x', 'x', 'x', 'y', 'y', 'y'],
    ['x', 'x', 'x', 'x', 'y', ''],
    ['x', 'x', 'x', 'x', 'x', 'x'],
  ),
});

type Roles = Record<string, number>;

/** Every order of the labels; equal labels give equal labellings equally often. */
function orders(labels: readonly string[]): string[][] {
  if (labels.length <= 1) return [[...labels]];
  return labels.flatMap((first, at) => orders(labels.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

describe('law: mean and spread of brokerage by chance are those over every labelling', () => {
  it('on random networks of six, by hand of all 720 orders', () => {
    fc.assert(
      fc.property(networks, ({ ties, undirected, groups }) => {
        const grouped = groups.filter((group) => group !== '');
        const records = (labels: readonly string[]) =>
          fromTies(
            GROUPS.map((_, v) => `m${v}`),
            ties.map(([a, b]) => tie(`m${a}`, `m${b}`)),
            (id) => ({ group: labels[Number(id.slice(1))] ?? '' }),
          );
        const options = { groupBy: 'group', undirected };
        const { values, details } = resultOf(records(groups), 'brokerage', options);
        const all = orders(grouped).map((labels) => countsOf(ties, undirected, labels));
        for (let v = 0; v < GROUPS.length; v++) {
          for (const role of ROLES) {
            const counts = all.map((labelling) => labelling[v]?.[role] ?? 0);
            const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
            const variance = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / counts.length;
            const { expected, z } = details as Record<'expected' | 'z', Record<string, Record<string, number | null>>>;
            expect(expected[`m${v}`]![role]).toBeCloseTo(mean, 9);
            const count = (values![`m${v}`] as Roles)[role]!;
            if (variance < 1e-9) expect(z[`m${v}`]![role]).toBeNull();
            else expect(z[`m${v}`]![role]).toBeCloseTo((count - mean) / Math.sqrt(variance), 7);
          }
        }
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});

/** The roles of the members with a label, by three nested loops. */
function countsOf(ties: [number, number][], undirected: boolean, labels: readonly string[]): Roles[] {
  const names = (a: number, b: number) =>
    ties.some(([from, to]) => (from === a && to === b) || (undirected && from === b && to === a));
  return labels.map((own, v) => {
    const counts: Roles = Object.fromEntries(ROLES.map((role) => [role, 0]));
    for (const [a, first] of labels.entries()) {
      for (const [b, last] of labels.entries()) {
        if (a === b || a === v || b === v || !names(a, v) || !names(v, b) || names(a, b)) continue;
        if (first === own && own === last) counts.coordinator!++;
        else if (first === last) counts.itinerant!++;
        else if (first === own) counts.representative!++;
        else if (own === last) counts.gatekeeper!++;
        else counts.liaison!++;
      }
    }
    return counts;
  });
}
