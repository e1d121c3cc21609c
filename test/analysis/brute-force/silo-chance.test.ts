/**
 * What chance alone would do to figures on groups: against all orders of the labels, worked out one by one.
 */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { disagreements, type Given, none, type Twin } from './agree.ts';
import {
  directedGraphs,
  directedSample,
  idOf,
  inWords,
  names,
  type Plain,
  permutations,
  plain,
  recordsOf,
  undirectedGraphs,
} from './graphs.ts';
import { wrongOnGroups } from './measured.ts';
import { brokerage, type Grouped, pairsTied, ROLES, sum } from './silo-definitions.ts';

/** Of v’s count in a role over all orders of the labels: how many, their mean and standard deviation. */
function byChance({ graph, labels }: Grouped, v: number): Record<string, { mean: number; deviation: number }> {
  const counts = permutations(graph.n).map((order) => {
    const relabelled = order.map((from) => labels[from]!);
    return brokerage({ graph, labels: relabelled }, v) as Record<string, number>;
  });
  return Object.fromEntries(
    Object.keys(ROLES).map((role) => {
      const all = counts.map((one) => one[role]!);
      const mean = sum(all) / all.length;
      return [role, { mean, deviation: Math.sqrt(sum(all.map((one) => (one - mean) ** 2)) / all.length) }];
    }),
  );
}

const eachRole = (
  subject: Grouped,
  of: (v: number, role: string, chance: { mean: number; deviation: number }) => number | null,
) =>
  Object.fromEntries(
    subject.graph.all.map((v) => [
      idOf(v),
      Object.fromEntries(Object.entries(byChance(subject, v)).map(([role, chance]) => [role, of(v, role, chance)])),
    ]),
  );

/** The mean product of the differences from the mean of two in contact, rows shared out evenly, over the variance. */
function morans(graph: Plain, values: readonly number[]): Given {
  const why = none('fewer than 3 members with a value of "attitude"');
  if (graph.n < 3) return why;
  const middle = sum(values) / graph.n;
  const variance = sum(values.map((one) => (one - middle) ** 2)) / graph.n;
  if (variance === 0) return none('all have the same value');
  const rows = graph.all.map((v) => graph.all.filter((w) => w !== v && names(graph, v, w)));
  const some = graph.all.filter((v) => rows[v]!.length > 0);
  if (some.length === 0) return none('no contact among members with a value');
  const mean = (list: readonly number[]) => sum(list) / list.length;
  return mean(some.map((v) => (values[v]! - middle) * mean(rows[v]!.map((w) => values[w]! - middle)))) / variance;
}

describe('likeness of numbers in contact is what its definition says', { timeout: 120_000 }, () => {
  it("'attitude-morans-i': on every small graph, of three lists of numbers", () => {
    const wrong = [...undirectedGraphs(), ...directedGraphs()].flatMap((graph) =>
      [
        [3, 1, 4, 1, 5, 9],
        [0, 0, 1, 1, 0, 1],
        [2, 2, 2, 2, 2, 2],
      ].flatMap((all) => {
        const values = all.slice(0, graph.n);
        const plainRecords = recordsOf(graph);
        const members = plainRecords.members.map((one, v) => ({ ...one, attributes: { attitude: values[v]! } }));
        const { results } = measure(
          { ...plainRecords, members },
          { metrics: ['attitude-morans-i'], groupBy: 'attitude', undirected: !graph.directed },
        );
        const twin: Twin<Plain> = { metric: 'attitude-morans-i', scope: 'network', of: () => morans(graph, values) };
        return disagreements([twin], results, graph).map((words) => `${inWords(graph)} with ${values}: ${words}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what brokerage chance alone would give is exact', { timeout: 120_000 }, () => {
  const twins: readonly Twin<Grouped>[] = [
    {
      metric: 'brokerage',
      scope: 'member',
      detail: 'expected',
      of: (subject) => eachRole(subject, (_v, _role, { mean }) => mean),
    },
    {
      metric: 'brokerage',
      scope: 'member',
      detail: 'z',
      of: (subject) =>
        eachRole(subject, (v, role, { mean, deviation }) => {
          const count = (brokerage(subject, v) as Record<string, number>)[role]!;
          return deviation < 1e-9 ? null : (count - mean) / deviation;
        }),
    },
  ];
  const some = ({ n }: Plain) => ['xxyyz', 'xyzxy', 'xyyyy'].map((labels) => labels.slice(0, n).split(''));

  it('directed, up to 4 members, against all orders of the labels', () => {
    expect(wrongOnGroups(directedGraphs(), twins, some)).toEqual([]);
  });

  it('directed, a sample of 5, against all orders of the labels', () => {
    expect(wrongOnGroups(directedSample(12), twins, some)).toEqual([]);
  });
});

describe('the test of the E-I index says how often chance does as much', { timeout: 120_000 }, () => {
  it('against all labellings, worked out', () => {
    const labels = ['x', 'x', 'x', 'y', 'y', 'y'];
    const two = plain(6, false, (v, w) => v < 3 === w < 3);
    const within = (order: readonly number[]) =>
      pairsTied(two).filter(([v, w]) => labels[order[v]!] === labels[order[w]!]).length;
    const all = permutations(6).map(within);
    const mean = sum(all) / all.length;
    const exact = all.filter((one) => Math.abs(one - mean) >= Math.abs(6 - mean) - 1e-9).length / all.length;
    const { results } = measure(recordsOf(two, labels), {
      metrics: ['e-i-index'],
      groupBy: 'group',
      permutations: 9999,
      undirected: true,
    });
    const { p } = results[0]!.details as { p: number };
    // Four standard deviations of a count out of 9,999.
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999) + 1e-4);
  });
});
