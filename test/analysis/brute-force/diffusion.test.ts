/**
 * The figures on adoption, each from its definition, on every small graph with every order of adopting in three periods.
 */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { disagreements, type Given, none, type Twin } from './agree.ts';
import {
  directedGraphs,
  directedSample,
  idOf,
  inWords,
  names,
  type Plain,
  plain,
  recordsOf,
  subsets,
  undirectedGraphs,
} from './graphs.ts';

interface Adopting {
  graph: Plain;
  /** Per member the period of adoption; null: not while observed. */
  at: readonly (number | null)[];
  labels: readonly string[];
}

const NEVER = none('has not adopted while observed');
const NOBODY = none('nobody has adopted');

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const adopters = ({ graph, at }: Adopting) => graph.all.filter((v) => at[v] !== null);
const timesOf = ({ at }: Adopting) => at.filter((time) => time !== null);
/** From the first adoption to the last. */
const periods = (subject: Adopting) => {
  const times = timesOf(subject);
  const first = Math.min(...times);
  return times.length === 0 ? [] : Array.from({ length: Math.max(...times) - first + 1 }, (_, at) => first + at);
};
const lastOf = (subject: Adopting) => periods(subject).at(-1) ?? 0;
const hadAdopted = ({ at }: Adopting, v: number, by: number) => at[v] !== null && at[v]! <= by;
const named = ({ graph }: Adopting, v: number) => graph.all.filter((w) => w !== v && names(graph, v, w));
const naming = ({ graph }: Adopting, v: number) => graph.all.filter((w) => w !== v && names(graph, w, v));
const upTo = (subject: Adopting, by: number) => subject.graph.all.filter((v) => hadAdopted(subject, v, by)).length;
const inPeriod = ({ graph, at }: Adopting, period: number) => graph.all.filter((v) => at[v] === period);

/** Of those whom v names, the share who had adopted. */
function exposure(subject: Adopting, v: number, by: number): number | null {
  const near = named(subject, v);
  return near.length === 0 ? null : near.filter((w) => hadAdopted(subject, w, by)).length / near.length;
}

function meanExposure(subject: Adopting, by: number): number | null {
  const all = subject.graph.all.map((v) => exposure(subject, v, by)).filter((one) => one !== null);
  return all.length === 0 ? null : mean(all);
}

const atRisk = (subject: Adopting, period: number) => subject.graph.n - upTo(subject, period - 1);
const hazards = (subject: Adopting) =>
  periods(subject).map((period) => {
    const some = atRisk(subject, period);
    return some === 0 ? null : inPeriod(subject, period).length / some;
  });

const survival = (subject: Adopting) =>
  periods(subject).map((by) => (subject.graph.n - upTo(subject, by)) / subject.graph.n);

function classOf(subject: Adopting, v: number): Given {
  if (subject.at[v] === null) return NEVER;
  const times = timesOf(subject);
  const middle = mean(times);
  const deviation = Math.sqrt(sum(times.map((time) => (time - middle) ** 2)) / (times.length - 1));
  if (times.length < 2 || deviation === 0) return none('too few adopters, or all in one period');
  const time = subject.at[v]!;
  if (time <= middle - deviation) return 'early-adopter';
  if (time <= middle) return 'early-majority';
  return time <= middle + deviation ? 'late-majority' : 'laggard';
}

/** Σ over adopters of their difference from the mean times that of those they name, rows shared out evenly. */
function morans(subject: Adopting): Given {
  const some = adopters(subject);
  if (some.length < 3) return none('fewer than 3 adopters');
  const middle = mean(timesOf(subject));
  const z = (v: number) => subject.at[v]! - middle;
  const spread = sum(some.map((v) => z(v) ** 2));
  if (spread === 0) return none('all adopted in one period');
  const rows = some.map((v) => ({ v, near: named(subject, v).filter((w) => some.includes(w)) }));
  const cells = rows.flatMap(({ v, near }) => near.map((w) => ({ weight: 1 / near.length, product: z(v) * z(w) })));
  if (cells.length === 0) return none('no contact among adopters');
  const weights = sum(cells.map(({ weight }) => weight));
  return (some.length / weights) * (sum(cells.map(({ weight, product }) => weight * product)) / spread);
}

/** Of those on one side in time, who were right next to it; of all who adopted then, one’s own. */
function contagion(side: 1 | -1) {
  return (subject: Adopting, v: number): Given => {
    const own = subject.at[v] ?? null;
    if (own === null) return NEVER;
    const all = periods(subject);
    if (own === (side === 1 ? all.at(-1) : all[0])) {
      return side === 1
        ? none('adopted in the last period: nothing comes after')
        : none('adopted in the first period: nothing comes before');
    }
    const contacts = (side === 1 ? naming(subject, v) : named(subject, v)).filter((w) => subject.at[w] !== null);
    const next = contacts.filter((w) => subject.at[w] === own + side).length;
    const beyond = contacts.filter((w) => side * (subject.at[w]! - own) >= 1).length;
    if (beyond === 0) {
      return none(
        side === 1 ? 'nobody who names the member adopted later' : 'nobody whom the member names adopted earlier',
      );
    }
    return next === 0 ? 0 : next / beyond / inPeriod(subject, own + side).length;
  };
}

function crossGroup(subject: Adopting): Given {
  if (adopters(subject).length === 0) return NOBODY;
  const origins = inPeriod(subject, periods(subject)[0]!).map((v) => subject.labels[v]);
  const outside = subject.graph.all.filter((v) => !origins.includes(subject.labels[v]!));
  if (outside.length === 0) return none('nobody is outside the group in which it began');
  return outside.filter((v) => subject.at[v] !== null).length / outside.length;
}

const network = (metric: string, of: (subject: Adopting) => Given, detail?: string): Twin<Adopting> => ({
  metric,
  scope: 'network',
  of,
  ...(detail === undefined ? {} : { detail }),
});
const member = (metric: string, of: (subject: Adopting, v: number) => Given): Twin<Adopting> => ({
  metric,
  scope: 'member',
  of: (subject) => Object.fromEntries(subject.graph.all.map((v) => [idOf(v), of(subject, v)])),
});

const TWINS: readonly Twin<Adopting>[] = [
  network('adoption-curve', (subject) => upTo(subject, lastOf(subject)) / subject.graph.n),
  network('adoption-curve', (subject) => periods(subject).map((by) => upTo(subject, by)), 'count'),
  network(
    'adoption-curve',
    (subject) =>
      periods(subject).map((by, at) => (at === 0 ? 0 : inPeriod(subject, by).length / upTo(subject, by - 1))),
    'growth',
  ),
  network('hazard', (subject) => {
    const defined = hazards(subject).filter((rate) => rate !== null);
    return defined.length === 0 ? NOBODY : mean(defined);
  }),
  network('hazard', hazards, 'hazard'),
  network('exposure', (subject) => meanExposure(subject, lastOf(subject)) ?? none('nobody names anybody')),
  member('exposure', (subject, v) => exposure(subject, v, lastOf(subject)) ?? none('no contacts')),
  member('threshold', (subject, v) =>
    subject.at[v] === null ? NEVER : (exposure(subject, v, subject.at[v]!) ?? none('no contacts')),
  ),
  member('adopter-class', classOf),
  network('morans-i', morans),
  network('time-to-adoption', (subject) => {
    const at = survival(subject).findIndex((left) => left <= 1 / 2);
    return at < 0 ? none('fewer than half have adopted while observed') : at + 1;
  }),
  network('time-to-adoption', survival, 'survival'),
  member('infectiousness', contagion(1)),
  member('susceptibility', contagion(-1)),
  network('cross-group-adoption', crossGroup),
];

/** Every way in which n members adopt in period 2, 3, 4 or never; somebody is recorded, so that there is a practice. */
function histories(n: number): (number | null)[][] {
  if (n === 0) return [[]];
  return histories(n - 1).flatMap((earlier) => [null, 2, 3, 4].map((time) => [...earlier, time]));
}

function withAdoptions({ graph, at, labels }: Adopting): NetworkRecords {
  const adoptions = graph.all.map((v) => ({ member: idOf(v), practice: 'p', time: at[v]!, censored: false }));
  return { ...recordsOf(graph, labels), adoptions };
}

function wrongOn(graphs: readonly Plain[], historiesOf: (graph: Plain) => readonly (number | null)[][]): string[] {
  const metrics = TWINS.map(({ metric }) => metric);
  return graphs.flatMap((graph) => {
    const labels = graph.all.map((v) => (v % 2 === 0 ? 'x' : 'y'));
    return historiesOf(graph).flatMap((at) => {
      const subject = { graph, at, labels };
      const { results } = measure(withAdoptions(subject), { metrics, groupBy: 'group', undirected: !graph.directed });
      return disagreements(TWINS, results, subject).map((words) => `${inWords(graph)} adopting at ${at}: ${words}`);
    });
  });
}

describe('figures on adoption are what their definitions say, whoever adopts when', { timeout: 120_000 }, () => {
  it('directed, up to 3 members, every history of three periods', () => {
    expect(wrongOn(directedGraphs(3), (graph) => histories(graph.n))).toEqual([]);
  });

  it('directed, a sample of 5 members, some histories', () => {
    const some = () => [
      [2, 3, 3, 4, null],
      [4, 2, 3, 2, 3],
      [2, 2, 4, null, 3],
      [null, null, 2, 4, 4],
    ];
    expect(wrongOn(directedSample(60), some)).toEqual([]);
  });

  it('undirected, up to 3 members, every history', () => {
    expect(wrongOn(undirectedGraphs(3), (graph) => histories(graph.n))).toEqual([]);
  });
});

/** All graphs in which everybody names as many, and is named by as many, as in the one given. */
function sameDegrees(graph: Plain): Plain[] {
  const named = graph.all.map((w) => graph.all.filter((v) => names(graph, v, w)).length);
  const rowsOf = (v: number) => {
    const naming = graph.all.filter((w) => names(graph, v, w)).length;
    return subsets(graph.n).filter((set) => set.length === naming && !set.includes(v));
  };
  const build = (rows: readonly number[][]): Plain[] => {
    if (rows.length < graph.n) return rowsOf(rows.length).flatMap((row) => build([...rows, row]));
    const fits = graph.all.every((w) => rows.filter((row) => row.includes(w)).length === named[w]);
    return fits ? [plain(graph.n, true, (v, w) => rows[v]!.includes(w))] : [];
  };
  return build([]);
}

const meanThreshold = (subject: Adopting): number => {
  const all = adopters(subject).map((v) => exposure(subject, v, subject.at[v]!));
  return mean(all.filter((one) => one !== null));
};

describe('structural dependence compares with all networks of the same degrees alike', { timeout: 120_000 }, () => {
  it("'structural-dependence': expected and p against every one of them", () => {
    const at = [1, 2, 2, 3, 4];
    const labels = ['x', 'x', 'x', 'x', 'x'];
    const compared = directedSample(60)
      .filter(({ w }) => w.flat().filter((one) => one > 0).length >= 6)
      .slice(0, 12)
      .map((graph) => {
        const exact = sameDegrees(graph).map((one) => meanThreshold({ graph: one, at, labels }));
        const { results } = measure(withAdoptions({ graph, at, labels }), { metrics: ['structural-dependence'] });
        const details = results[0]!.details as { expected: number; p: number; rewires: number; observed: number };
        const tail = (fits: (one: number) => boolean) => exact.filter(fits).length / exact.length;
        const least = Math.min(
          tail((one) => one <= details.observed + 1e-9),
          tail((one) => one >= details.observed - 1e-9),
        );
        const sd = Math.sqrt(mean(exact.map((one) => (one - mean(exact)) ** 2)));
        return {
          graph: inWords(graph),
          networks: exact.length,
          observed: Math.abs(details.observed - meanThreshold({ graph, at, labels })),
          // In standard errors of as many draws.
          expected: Math.abs(details.expected - mean(exact)) / (sd / Math.sqrt(details.rewires) + 1e-9),
          p: Math.abs(details.p - Math.min(1, 2 * least)) / (2 * Math.sqrt(0.25 / details.rewires)),
        };
      });
    expect(compared.length).toBe(12);
    expect(compared.filter(({ observed, expected, p }) => observed > 1e-12 || expected > 4 || p > 4)).toEqual([]);
  });
});
