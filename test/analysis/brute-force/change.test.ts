/** What became of each pair's tie, on every two networks of three members, and on pairs of larger ones. */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { answered } from '../metrics/small-networks.ts';
import { disagreements, none, type Twin } from './agree.ts';
import { directedSample, idOf, inWords, names, type Plain, plain, recordsOf, undirectedGraphs } from './graphs.ts';

interface Waves {
  before: Plain;
  after: Plain;
}

const pairs = ({ all, directed }: Plain) =>
  all.flatMap((v) => all.filter((w) => (directed ? v !== w : v < w)).map((w) => [v, w] as const));
const kept = ({ before, after }: Waves) => pairs(after).filter(([v, w]) => names(before, v, w) && names(after, v, w));
const formed = ({ before, after }: Waves) =>
  pairs(after).filter(([v, w]) => !names(before, v, w) && names(after, v, w));
const dissolved = ({ before, after }: Waves) => formed({ before: after, after: before });
const ids = (some: readonly (readonly [number, number])[]) => some.map(([v, w]) => [idOf(v), idOf(w)]);

const network = (metric: string, of: Twin<Waves>['of'], detail?: string): Twin<Waves> => ({
  metric,
  scope: 'network',
  of,
  ...(detail === undefined ? {} : { detail }),
});

const TWINS: readonly Twin<Waves>[] = [
  network('tie-stability', (waves) => {
    const either = kept(waves).length + formed(waves).length + dissolved(waves).length;
    return either === 0 ? none('no ties in either wave') : kept(waves).length / either;
  }),
  network('ties-formed', (waves) => formed(waves).length),
  network('ties-formed', (waves) => ids(formed(waves)), 'ties'),
  network('ties-dissolved', (waves) => dissolved(waves).length),
  network('ties-dissolved', (waves) => ids(dissolved(waves)), 'ties'),
];

function recordsOfWaves({ before, after }: Waves): NetworkRecords {
  const [first, second] = [recordsOf(before), recordsOf(after)];
  const ties = [
    ...first.ties.map((tie) => ({ ...tie, wave: '1' })),
    ...second.ties.map((tie) => ({ ...tie, wave: '2' })),
  ];
  // A wave without a tie is known by its answers.
  const everybody = first.members.map(({ member }) => member);
  return answered(answered({ ...first, ties }, everybody, '1'), everybody, '2');
}

function wrongOn(graphs: readonly Plain[]): string[] {
  const metrics = TWINS.map(({ metric }) => metric);
  return graphs.flatMap((before) =>
    graphs
      .filter((after) => after.n === before.n)
      .flatMap((after) => {
        const options = { wave: ['1', '2'] as const, metrics, undirected: !before.directed };
        const { results } = measure(recordsOfWaves({ before, after }), options);
        return disagreements(TWINS, results, { before, after }).map(
          (words) => `${inWords(before)} then ${inWords(after)}: ${words}`,
        );
      }),
  );
}

describe('change between two waves is what became of each pair', { timeout: 120_000 }, () => {
  it('directed: every network of three after every other', () => {
    const slots = [0, 1, 2].flatMap((v) => [0, 1, 2].filter((w) => w !== v).map((w) => v * 3 + w));
    const all = Array.from({ length: 64 }, (_, bits) =>
      plain(3, true, (v, w) => ((bits >> slots.indexOf(v * 3 + w)) & 1) === 1),
    );
    expect(wrongOn(all)).toEqual([]);
  });

  it('directed, pairs of a sample of five members; undirected, up to five', () => {
    expect(wrongOn(directedSample(20))).toEqual([]);
    expect(wrongOn(undirectedGraphs(5))).toEqual([]);
  });
});
