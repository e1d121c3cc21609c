/**
 * The figures on groups as their definitions say them, over lists of pairs; slow, and nothing is shared but the words.
 */
import { type Given, none } from './agree.ts';
import { names, type Plain, tied } from './graphs.ts';
import { among, dominantOf } from './linear.ts';

export interface Grouped {
  graph: Plain;
  labels: readonly string[];
}

export type Pair = readonly [number, number];

export const NO_TIES = none('no ties');
export const ISOLATE = none('no ties to anybody');
export const ONE_GROUP = none('fewer than two groups');

export const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
export const groupsOf = ({ labels }: Grouped) => [...new Set(labels)].sort();
export const membersOf = ({ graph, labels }: Grouped, group: string) => graph.all.filter((v) => labels[v] === group);
export const isWithin = ({ labels }: Grouped, [v, w]: Pair) => labels[v] === labels[w];

export const ordered = ({ all }: Plain): Pair[] =>
  all.flatMap((v) => all.filter((w) => w !== v).map((w) => [v, w] as const));
export const unordered = (graph: Plain): Pair[] => ordered(graph).filter(([v, w]) => v < w);
export const arcs = (graph: Plain) => ordered(graph).filter(([v, w]) => names(graph, v, w));
export const pairsTied = (graph: Plain) => unordered(graph).filter(([v, w]) => tied(graph, v, w));
/** What is counted as one tie, and what could be one. */
export const ties = (graph: Plain) => (graph.directed ? arcs(graph) : pairsTied(graph));
export const possible = (graph: Plain) => (graph.directed ? ordered(graph) : unordered(graph));

/** (E − I)/(E + I) of some ties. */
export function index(subject: Grouped, some: readonly Pair[], whenNone: string): Given {
  if (some.length === 0) return none(whenNone);
  const within = some.filter((pair) => isWithin(subject, pair)).length;
  return (some.length - 2 * within) / some.length;
}

/** Least and most that the index can be: so many ties, laid where they count most for either side. */
export function range(subject: Grouped, side: 'within' | 'between'): Given {
  const count = ties(subject.graph).length;
  if (count === 0) return NO_TIES;
  const first = possible(subject.graph).filter((pair) => isWithin(subject, pair) === (side === 'within'));
  const then = possible(subject.graph).filter((pair) => isWithin(subject, pair) !== (side === 'within'));
  return index(subject, [...first, ...then].slice(0, count), '');
}

/** Arcs from group to group; of undirected ties both ends. */
export const mixing = (subject: Grouped) =>
  groupsOf(subject).map((g) =>
    groupsOf(subject).map(
      (h) => arcs(subject.graph).filter(([v, w]) => subject.labels[v] === g && subject.labels[w] === h).length,
    ),
  );

export const rowSums = (table: number[][]) => table.map(sum);
export const columnSums = (table: number[][]) => table.map((_, column) => sum(table.map((row) => row[column]!)));
export const ratio = (above: number, below: number) => (below === 0 ? null : above / below);
export const tiesPerRoom = (all: number, room: number) => (room === 0 ? 0 : all / room);
export const everyCell = (table: number[][], of: (cell: number, g: number, h: number) => number | null) =>
  table.map((row, g) => row.map((cell, h) => of(cell, g, h)));

/** Possible arcs from group to group. */
export const roomFor = (subject: Grouped) =>
  groupsOf(subject).map((g) =>
    groupsOf(subject).map(
      (h) => ordered(subject.graph).filter(([v, w]) => subject.labels[v] === g && subject.labels[w] === h).length,
    ),
  );

export function densitiesOf(subject: Grouped) {
  const room = roomFor(subject);
  return everyCell(mixing(subject), (cell, g, h) => ratio(cell, room[g]![h]!));
}

/** Of every pair of members that share a group: is it tied, less what the ends that both have would give by chance. */
export function modularity(subject: Grouped): Given {
  const { graph } = subject;
  const m = arcs(graph).length;
  if (m === 0) return NO_TIES;
  const starts = (v: number) => graph.all.filter((w) => names(graph, v, w)).length;
  const ends = (v: number) => graph.all.filter((w) => names(graph, w, v)).length;
  const terms = graph.all.flatMap((v) =>
    graph.all
      .filter((w) => isWithin(subject, [v, w]))
      .map((w) => (names(graph, v, w) ? 1 : 0) - (starts(v) * ends(w)) / m),
  );
  return sum(terms) / m;
}

/** The correlation of what group the two ends of a tie are of: for two groups that of 0 and 1. */
export function assortativity(subject: Grouped): Given {
  const all = arcs(subject.graph);
  if (all.length === 0) return NO_TIES;
  const x = all.map(([v]) => (subject.labels[v] === 'x' ? 1 : 0));
  const y = all.map(([, w]) => (subject.labels[w] === 'x' ? 1 : 0));
  const [meanX, meanY] = [sum(x) / all.length, sum(y) / all.length];
  const covariance = sum(x.map((one, at) => (one - meanX) * (y[at]! - meanY))) / all.length;
  if (meanX === meanY && (meanX === 0 || meanX === 1)) return none('all ties start and end in one group');
  // Newman's divisor is 1 − Σ ab, which is the product of the deviations only where both ends are alike distributed.
  return (2 * covariance) / (1 - meanX * meanY - (1 - meanX) * (1 - meanY));
}

export function coleman(subject: Grouped, group: string): Given {
  const { graph } = subject;
  const own = membersOf(subject, group);
  if (own.length === 1) return none('a group of one has nobody within');
  if (own.length === graph.n) return none('the only group');
  const starting = arcs(graph).filter(([v]) => own.includes(v));
  if (starting.length === 0) return none('no ties start from this group');
  const within = starting.filter(([, w]) => own.includes(w)).length;
  const byChance = (starting.length * (own.length - 1)) / (graph.n - 1);
  return within >= byChance ? (within - byChance) / (starting.length - byChance) : (within - byChance) / byChance;
}

export function freeman(subject: Grouped): Given {
  const count = pairsTied(subject.graph).length;
  if (count === 0) return NO_TIES;
  const all = unordered(subject.graph);
  const across = all.filter((pair) => !isWithin(subject, pair));
  if (across.length === 0) return ONE_GROUP;
  const expected = (count * across.length) / all.length;
  return (expected - across.filter(([v, w]) => tied(subject.graph, v, w)).length) / expected;
}

export function guptaAndersonMay(subject: Grouped): Given {
  const table = mixing(subject);
  if (table.length < 2) return ONE_GROUP;
  if (rowSums(table).includes(0)) return none('a group has no ties');
  return (sum(table.map((row, g) => row[g]! / sum(row))) - 1) / (table.length - 1);
}

export function segregationMatrix(subject: Grouped, group: string): Given {
  const { graph } = subject;
  const own = membersOf(subject, group);
  const rest = graph.all.filter((v) => !own.includes(v));
  if (own.length < 2) return none('nobody within the group to be tied to');
  if (rest.length === 0) return none('nobody outside the group to be tied to');
  const density = (to: readonly number[]) => {
    const room = ordered(graph).filter(([v, w]) => own.includes(v) && to.includes(w));
    return room.filter(([v, w]) => names(graph, v, w)).length / room.length;
  };
  const [within, outside] = [density(own), density(rest)];
  return within + outside === 0 ? none('no ties start from this group') : (within - outside) / (within + outside);
}

export function oddsRatio(subject: Grouped): Given {
  const { graph } = subject;
  const isTie = ([v, w]: Pair) => names(graph, v, w);
  const within = possible(graph).filter((pair) => isWithin(subject, pair));
  const between = possible(graph).filter((pair) => !isWithin(subject, pair));
  const [w, b] = [within.filter(isTie).length, between.filter(isTie).length];
  if (w + b === 0) return NO_TIES;
  if (b === 0) return none('no ties between groups');
  if (w === within.length) return none('no pair within a group without a tie');
  return w / (within.length - w) / (b / (between.length - b));
}

export const contacts = ({ graph }: Grouped, v: number) => graph.all.filter((w) => w !== v && tied(graph, v, w));

/** λ·x(v) ÷ mean of x over the piece of v's own group that v is in; null without contacts. */
export function spectral(subject: Grouped, v: number): number | null {
  const near = (u: number) => contacts(subject, u);
  if (near(v).length === 0) return null;
  const piece = [v];
  for (const u of piece) {
    for (const w of near(u)) if (subject.labels[w] === subject.labels[v] && !piece.includes(w)) piece.push(w);
  }
  if (piece.length === 1) return 0;
  const shares = subject.graph.all.map((u) =>
    subject.graph.all.map((w) => (near(u).includes(w) ? 1 / near(u).length : 0)),
  );
  const { eigenvalue, vector } = dominantOf(among(shares, piece));
  return (eigenvalue * vector[0]!) / (sum(vector) / piece.length);
}

export function spectralMean(subject: Grouped, some: readonly number[], whenNone: string): Given {
  const known = some.map((v) => spectral(subject, v)).filter((one) => one !== null);
  return known.length === 0 ? none(whenNone) : sum(known) / known.length;
}

/** The chance that two, drawn with putting back, are of different groups. */
export function diversity(labels: readonly string[]): number {
  return labels.flatMap((one) => labels.filter((other) => other !== one)).length / labels.length ** 2;
}

export const ROLES: Readonly<Record<string, (a: string, v: string, b: string) => boolean>> = {
  coordinator: (a, v, b) => a === v && v === b,
  itinerant: (a, v, b) => a === b && a !== v,
  representative: (a, v, b) => a === v && v !== b,
  gatekeeper: (a, v, b) => v === b && a !== v,
  liaison: (a, v, b) => a !== v && v !== b && a !== b,
};

export function brokerage({ graph, labels }: Grouped, v: number): Given {
  const ways = ordered(graph).filter(
    ([a, b]) => a !== v && b !== v && names(graph, a, v) && names(graph, v, b) && !names(graph, a, b),
  );
  return Object.fromEntries(
    Object.entries(ROLES).map(([role, fits]) => [
      role,
      ways.filter(([a, b]) => fits(labels[a]!, labels[v]!, labels[b]!)).length,
    ]),
  );
}
