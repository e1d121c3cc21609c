/**
 * Which of our figures answers which record of the oracles.
 *
 * A record is `metric` with a `variant`; `{group}` in a variant stands for a grouping attribute. Every record that is
 * trusted (confirmed by two codes, or worked out from the definition) is either here or in `NOT_OURS` with the reason,
 * so that nothing is passed over in silence.
 */
import type { Measurement, MeasureOptions, MetricResult } from '../../analysis/index.ts';

export interface OracleRow {
  metric: string;
  variant: string;
  /** Our metrics to measure; none: the figure is part of the input. */
  id: string | null;
  undirected?: true;
  /** True where the record of an undirected layer, taken as arcs both ways, is another measure than ours. */
  directedOnly?: true;
  options?: MeasureOptions;
  /** What we have to show, in the shape of the record's value. */
  ours: (figures: Figures) => unknown;
  /** What the record's value says, in the shape of ours. Default: as it is. */
  theirs?: (value: unknown) => unknown;
  /** Relative; default 1e-9 of the 12 printed digits. */
  tolerance?: number;
  /** What a figure may be off by however small it is; default 1e-12. */
  absolute?: number;
}

export interface Figures {
  measurement: Measurement;
  result: (scope?: MetricResult['scope']) => MetricResult;
  /** Figures of members, in the order of nodes.csv. */
  members: () => unknown[];
  value: () => unknown;
  detail: (name: string) => unknown;
}

const value = (figures: Figures) => figures.value();
const members = (figures: Figures) => figures.members();
const detail = (name: string) => (figures: Figures) => figures.detail(name);
const count = (figures: Figures) => (figures.value() as unknown[]).length;
const asList = (given: unknown) => [given].flat();
/** Betweenness with one sum per unordered pair, as undirected tools print it. */
const raw = (pairs: number) => (figures: Figures) => {
  const n = figures.measurement.input.members;
  return figures.members().map((share) => (share as number) * pairs * (n - 1) * (n - 2));
};

interface GroupCounts {
  size: number;
  ends: { internal: number; external: number; value: number | null };
}

/** E-I by group from the side of members: out-arcs when directed, ends of ties when not. */
const groupEnds = (figures: Figures) => {
  const groups = Object.entries(figures.result('group').details.groups as Record<string, GroupCounts>);
  return Object.fromEntries(
    groups.map(([name, { size, ends }]) => [
      name,
      { size, internal: ends.internal, external: ends.external, ei: ends.value },
    ]),
  );
};

const eiCounts = (figures: Figures) => ({
  internal: figures.detail('internal'),
  external: figures.detail('external'),
  ei: figures.value(),
});

const cutPoints = (figures: Figures) =>
  Object.entries(figures.result('member').values!)
    .filter(([, cuts]) => cuts)
    .map(([id]) => id)
    .sort();

const mixing = (figures: Figures) => ({ labels: figures.detail('groups'), m: figures.value() });

const U = { undirected: true } as const;
const weighted = { options: { strength: true } } as const;

export const MAPPING: OracleRow[] = [
  { metric: 'nodes', variant: '', id: null, ours: ({ measurement }) => measurement.input.members },
  { metric: 'arcs', variant: 'D: simple digraph', id: null, ours: ({ measurement }) => measurement.input.ties },
  {
    metric: 'edges_undirected',
    variant: 'U: union-symmetrised simple graph',
    id: null,
    ...U,
    ours: ({ measurement }) => measurement.input.ties,
  },
  {
    metric: 'loops',
    variant: 'loop rows dropped',
    id: null,
    ours: ({ measurement }) => measurement.input.selfTiesDropped,
  },

  { metric: 'degree', variant: 'U', id: 'degree', ours: members },
  { metric: 'in_degree', variant: 'D', id: 'in-degree', ours: members },
  { metric: 'out_degree', variant: 'D', id: 'out-degree', ours: members },
  { metric: 'strength', variant: 'U weights (w_ij + w_ji when directed)', id: 'strength', ours: members },
  { metric: 'in_strength', variant: 'D weights', id: 'in-strength', ours: members },
  { metric: 'out_strength', variant: 'D weights', id: 'out-strength', ours: members },

  { metric: 'betweenness', variant: 'D normalized', id: 'betweenness', ours: members },
  { metric: 'betweenness', variant: 'D raw', id: 'betweenness', ours: raw(1) },
  { metric: 'betweenness', variant: 'U normalized', id: 'betweenness', ...U, ours: members },
  { metric: 'betweenness', variant: 'U raw', id: 'betweenness', ...U, ours: raw(1 / 2) },
  { metric: 'closeness', variant: 'D INCOMING distance, Wasserman-Faust scaled', id: 'closeness-in', ours: members },
  { metric: 'closeness', variant: 'D OUTGOING distance, WF scaled', id: 'closeness-out', ours: members },
  { metric: 'closeness', variant: 'U Wasserman-Faust scaled', id: 'closeness-in', ...U, ours: members },
  { metric: 'closeness', variant: 'D cmode suminvdir', id: 'harmonic-out', ours: members },
  { metric: 'closeness', variant: 'D cmode suminvundir', id: 'harmonic-out', ...U, ours: members },
  { metric: 'closeness', variant: 'U cmode suminvundir', id: 'harmonic-out', ...U, ours: members },
  { metric: 'harmonic', variant: 'D OUT, mean of 1/d over n-1', id: 'harmonic-out', ours: members },
  { metric: 'harmonic', variant: 'D INCOMING, sum of 1/d', id: 'harmonic-in', ours: sums },
  { metric: 'harmonic', variant: 'U sum of 1/d', id: 'harmonic-in', ...U, ours: sums },
  {
    metric: 'cutpoints',
    variant: 'U articulation points, node ids',
    id: 'cut-point',
    ours: cutPoints,
    theirs: sortedList,
  },
  { metric: 'cutpoints', variant: 'U ids', id: 'cut-point', ours: cutPoints, theirs: sortedList },
  { metric: 'cutpoints', variant: 'D connected = weak', id: 'cut-point', ours: cutPoints, theirs: sortedList },
  {
    metric: 'bridges',
    variant: 'U, count',
    id: 'bridges',
    ours: (figures) => (figures.result('tie').value as unknown[]).length,
  },

  { metric: 'density', variant: 'D', id: 'density', ours: value },
  { metric: 'density', variant: 'U', id: 'density', ...U, ours: value },
  { metric: 'reciprocity', variant: 'arcs reciprocated / arcs', id: 'reciprocity', ours: value },
  { metric: 'reciprocity', variant: 'D edgewise', id: 'reciprocity', ours: value },
  { metric: 'reciprocity', variant: 'mode=ratio: mutual dyads/(mutual+asym)', id: 'dyadic-reciprocity', ours: value },
  { metric: 'reciprocity', variant: 'D dyadic.nonnull', id: 'dyadic-reciprocity', ours: value },
  { metric: 'mutuality', variant: 'D mutual dyads', id: 'dyadic-reciprocity', ours: detail('mutual') },
  {
    metric: 'dyad_census',
    variant: 'mutual, asymmetric, null',
    id: 'dyad-census',
    ours: (figures) => Object.values(figures.value() as object),
  },
  { metric: 'transitivity', variant: 'U', id: 'transitivity', ours: value },
  { metric: 'transitivity', variant: 'U global: 3*triangles/triads', id: 'transitivity', ours: value },
  { metric: 'transitivity', variant: 'U weak', id: 'transitivity', ours: value },
  { metric: 'triangles_total', variant: 'U', id: 'transitivity', ours: detail('triangles') },
  { metric: 'components', variant: 'U sizes, descending', id: 'weak-components', ours: value, theirs: asList },
  { metric: 'components', variant: 'D weak', id: 'weak-components', ours: count },
  { metric: 'components', variant: 'U weak', id: 'weak-components', ours: count },
  { metric: 'components', variant: 'D strong', id: 'strong-components', ours: count },
  { metric: 'strong_components', variant: 'D sizes, descending', id: 'strong-components', ours: value, theirs: asList },
  { metric: 'isolates', variant: 'U', id: 'isolates', ours: value },
  { metric: 'centralization_degree', variant: 'D cmode indegree', id: 'in-degree-centralization', ours: value },
  {
    metric: 'centralization_degree',
    variant: 'D igraph mode in loops=FALSE',
    id: 'in-degree-centralization',
    ours: value,
  },
  { metric: 'centralization_degree', variant: 'D cmode outdegree', id: 'out-degree-centralization', ours: value },
  {
    metric: 'centralization_degree',
    variant: 'D igraph mode out loops=FALSE',
    id: 'out-degree-centralization',
    ours: value,
  },
  { metric: 'centralization_degree', variant: 'D cmode freeman', id: 'degree-centralization', ours: value },
  {
    metric: 'centralization_degree',
    variant: 'D igraph mode all loops=FALSE',
    id: 'degree-centralization',
    ours: value,
  },
  { metric: 'centralization_degree', variant: 'U', id: 'degree-centralization', ...U, ours: value },
  { metric: 'centralization_degree', variant: 'U cmode freeman', id: 'degree-centralization', ...U, ours: value },
  {
    metric: 'centralization_degree',
    variant: 'U igraph mode all loops=FALSE',
    id: 'degree-centralization',
    ...U,
    ours: value,
  },
  { metric: 'centralization_betweenness', variant: 'D', id: 'betweenness-centralization', ours: value },
  { metric: 'centralization_betweenness', variant: 'D igraph', id: 'betweenness-centralization', ours: value },
  { metric: 'centralization_betweenness', variant: 'U', id: 'betweenness-centralization', ...U, ours: value },
  { metric: 'centralization_betweenness', variant: 'U igraph', id: 'betweenness-centralization', ...U, ours: value },

  { metric: 'ei_index', variant: 'D by {group}; arcs', id: 'e-i-index', ours: eiCounts },
  { metric: 'ei_index', variant: 'U by {group}; pairs counted once', id: 'e-i-index', ...U, ours: eiCounts },
  { metric: 'ei_index', variant: 'D arcs by {group}', id: 'e-i-index', ours: value },
  { metric: 'ei_index', variant: 'U pairs by {group}', id: 'e-i-index', ...U, ours: value },
  { metric: 'ei_index', variant: 'weighted by {group}', id: 'e-i-index', ...weighted, ours: value },
  { metric: 'ei_by_group', variant: 'D by {group}; outgoing arcs of members', id: 'e-i-index', ours: groupEnds },
  {
    metric: 'ei_by_group',
    variant: 'U by {group}; tie ENDS of members: internal counted twice (once per end)',
    id: 'e-i-index',
    ...U,
    ours: groupEnds,
  },
  { metric: 'mixing_matrix', variant: 'D arcs (or U pairs) by {group}', id: 'mixing-matrix', ours: mixing },
  { metric: 'modularity', variant: 'D (Leicht-Newman) by {group}', id: 'modularity', ours: value },
  { metric: 'modularity', variant: 'U by {group}', id: 'modularity', ...U, ours: value },
  { metric: 'modularity', variant: 'U weighted by {group}', id: 'modularity', ...U, ...weighted, ours: value },
  { metric: 'nominal_assortativity', variant: 'D by {group}', id: 'assortativity', ours: value },
  { metric: 'nominal_assortativity', variant: 'U by {group}', id: 'assortativity', ...U, ours: value },
  { metric: 'assort', variant: 'U by {group}', id: 'assortativity', ...U, ours: value },
  {
    metric: 'coleman_homophily',
    variant: 'D by group of {group}',
    id: 'coleman-homophily',
    ours: groupsDefined,
    theirs: definedOnly,
  },

  { metric: 'freeman_segregation', variant: 'U by {group}', id: 'freeman-segregation', ours: cutOffAtZero },
  { metric: 'orwg', variant: 'D by {group}', id: 'within-group-odds-ratio', ours: value },
  { metric: 'orwg', variant: 'U by {group}', id: 'within-group-odds-ratio', ...U, ours: value },

  {
    metric: 'brokerage',
    variant: 'D Gould-Fernandez raw counts by {group}',
    id: 'brokerage',
    ours: roleCounts,
    theirs: rawCounts,
  },
  {
    metric: 'katz',
    variant: 'U alpha=0.5/lambda1 beta=1, unit L2 norm',
    id: 'katz',
    ...U,
    ours: members,
    tolerance: 1e-6,
  },

  {
    // The record is the best of 100 Leiden runs; ours the best of 20 Louvain runs: compare quality, never labels.
    metric: 'best_modularity_found',
    variant: 'U, best of 100 Leiden runs: a lower bound of the optimum',
    id: 'communities',
    ...U,
    ours: value,
    tolerance: 0,
    absolute: 0.02,
  },

  { metric: 'core_number', variant: 'U', id: 'core-number', ours: members },
  { metric: 'kcores', variant: 'U', id: 'core-number', ours: members },
  { metric: 'constraint', variant: 'D', id: 'constraint', ours: members },
  { metric: 'constraint', variant: 'D unweighted', id: 'constraint', ours: members },
  { metric: 'constraint', variant: 'D unweighted (a_ij + a_ji proportions)', id: 'constraint', ours: members },
  { metric: 'constraint', variant: 'U', id: 'constraint', ...U, ours: members },
  { metric: 'constraint', variant: 'U unweighted', id: 'constraint', ...U, ours: members },
  { metric: 'constraint', variant: 'U weighted', id: 'constraint', ...U, ...weighted, ours: members },
  // influenceR prints 0 for isolates, which have no contacts to be effective.
  { metric: 'effective_size', variant: 'U', id: 'effective-size', ours: nullAsZero },
  { metric: 'effective_size', variant: 'U unweighted: n - 2t/n', id: 'effective-size', ours: members },
  { metric: 'local_clustering', variant: 'U', id: 'clustering', ours: nullAsZero },
  { metric: 'avg_clustering', variant: 'U, degree<2 excluded', id: 'average-clustering', ours: value },
  { metric: 'avg_clustering', variant: 'U, degree<2 counted as 0', id: 'average-clustering', ours: detail('overAll') },
  // Both sides iterate: igraph's ARPACK to about 1e-9 of the largest entry, networkx's power iteration to 1e-6·n in sum.
  { metric: 'eigenvector', variant: 'U, scaled to max 1', id: 'eigenvector', ours: scaledToMax, tolerance: 1e-6 },
  {
    metric: 'eigenvector',
    variant: 'U weighted, scaled to max 1',
    id: 'eigenvector',
    ...U,
    ...weighted,
    ours: scaledToMax,
    tolerance: 1e-6,
  },
  {
    metric: 'eigenvector',
    variant: 'U, unit L2 norm',
    id: 'eigenvector',
    ours: members,
    tolerance: 1e-5,
    absolute: 1e-6,
  },
  // networkx stops at a change of 1e-12·n in sum, igraph's PRPACK at about 1e-10.
  { metric: 'pagerank', variant: 'D alpha=.85 unweighted', id: 'pagerank', ours: members, tolerance: 1e-7 },
  { metric: 'pagerank', variant: 'U alpha=.85 unweighted', id: 'pagerank', ...U, ours: members, tolerance: 1e-7 },
  { metric: 'pagerank', variant: 'D alpha=.85 weighted', id: 'pagerank', ...weighted, ours: members, tolerance: 1e-7 },
  {
    metric: 'pagerank',
    variant: 'U alpha=.85 weighted',
    id: 'pagerank',
    ...U,
    ...weighted,
    ours: members,
    tolerance: 1e-7,
  },
  {
    metric: 'avg_path_length',
    variant: 'D, mean over reachable ordered pairs',
    id: 'average-path-length',
    ours: value,
  },
  {
    metric: 'avg_path_length',
    variant: 'U, mean over reachable ordered pairs',
    id: 'average-path-length',
    ...U,
    ours: value,
  },
  { metric: 'diameter', variant: 'D, largest finite geodesic', id: 'diameter', ours: value },
  { metric: 'diameter', variant: 'U, largest finite geodesic', id: 'diameter', ...U, ours: value },
  {
    metric: 'global_efficiency',
    variant: 'U, mean 1/d over all pairs, unreachable=0',
    id: 'global-efficiency',
    ...U,
    ours: value,
  },
  { metric: 'triad_census', variant: '16 MAN types', id: 'triad-census', ours: value },
  { metric: 'triad_census', variant: 'D', id: 'triad-census', ours: value },
  { metric: 'gtd_definition', variant: 'connectedness', id: 'krackhardt-connectedness', ours: value },
  { metric: 'gtd_definition', variant: 'hierarchy', id: 'krackhardt-hierarchy', ours: value },
  {
    metric: 'gtd_definition',
    variant: 'efficiency over arcs',
    id: 'krackhardt-efficiency',
    directedOnly: true,
    ours: value,
  },
  {
    metric: 'gtd_definition',
    variant: 'efficiency over undirected pairs',
    id: 'krackhardt-efficiency',
    ours: detail('overPairs'),
  },
  {
    metric: 'gtd_definition',
    variant: 'LUB; arcs point from subordinate to superior',
    id: 'krackhardt-least-upper-bound',
    ours: value,
  },
];

/**
 * Records of one library that are not compared on purpose:
 * - networkx betweenness over distance = 1/weight compares sums of fractions for exact equality, so that 1/2 + 1/3 and
 *   1/3 + 1/2 may differ and shortest paths get lost. Ours is compared with exact whole lengths in betweenness.test.ts.
 * - influenceR constraint differs from networkx and igraph (marked "suspect" in the records).
 */
export const TRUSTED_ENOUGH = /^(confirmed|definition|single library|bound)/;

/** Trusted records that none of our metrics answers, and why. `*` ends a variant that goes on. */
export const NOT_OURS: { metric: string; variant: string; why: string }[] = [
  { metric: 'rows', variant: '*', why: 'counts lines of the file before a network is made of them' },
  { metric: 'reciprocity', variant: 'D correlation', why: 'another measure of reciprocity' },
  { metric: 'reciprocity', variant: 'D dyadic', why: 'counts pairs that ignore each other as reciprocal' },
  { metric: 'reciprocity', variant: 'D edgewise.lrr', why: 'a log-odds form' },
  { metric: 'transitivity', variant: 'D *', why: 'directed forms; ours is on the union' },
  { metric: 'transitivity', variant: 'U strong', why: 'holds everywhere that nothing contradicts' },
  { metric: 'transitivity', variant: 'U strongcensus', why: 'a count' },
  { metric: 'transitivity', variant: 'U weakcensus', why: 'a count' },
  { metric: 'components', variant: 'D unilateral', why: 'a notion between weak and strong' },
  { metric: 'components', variant: 'D recursive', why: 'a notion between weak and strong' },
  { metric: 'cutpoints', variant: 'D connected = *', why: 'cut-points of strong components; ours are of the union' },
  {
    metric: 'closeness',
    variant: '*',
    why: 'closeness within reach only, which favours small pieces; ours is Wasserman–Faust',
  },
  { metric: 'core_number', variant: 'D *', why: 'directed cores; ours drop direction' },
  { metric: 'kcores', variant: 'D *', why: 'directed cores; ours drop direction' },
  {
    metric: 'gtd_definition',
    variant: 'LUB; arcs point from superior *',
    why: 'a tie points to whom one turns to, who is above',
  },
  { metric: 'core_periphery_exact', variant: '*', why: 'not measured yet' },
];

function sums(figures: Figures): unknown[] {
  return figures.members().map((mean) => (mean as number) * (figures.measurement.input.members - 1));
}

function sortedList(given: unknown): unknown[] {
  return asList(given).map(String).sort();
}

/** Ours where we give a number: netseg prints one for a group of one member too. */
function groupsDefined(figures: Figures): unknown {
  return Object.fromEntries(Object.entries(figures.result('group').values!).filter(([, one]) => one !== null));
}

function definedOnly(given: unknown): unknown {
  return Object.fromEntries(Object.entries(given as object).filter(([, one]) => typeof one === 'number'));
}

/** networkx says 0 for members with fewer than two contacts. */
function nullAsZero(figures: Figures): unknown[] {
  return figures.members().map((one) => one ?? 0);
}

function scaledToMax(figures: Figures): unknown[] {
  const largest = Math.max(...figures.members().map(Number));
  return figures.members().map((one) => (one as number) / largest);
}

/** isnar follows Freeman's own cut-off; our definition and the newer netseg do not. */
function cutOffAtZero(figures: Figures): unknown {
  const value = figures.value();
  return typeof value === 'number' ? Math.max(0, value) : value;
}

/** sna's columns: coordinator, itinerant, representative, gatekeeper, liaison, and their sum. */
function roleCounts(figures: Figures): unknown[] {
  return figures.members().map((one) => {
    const { coordinator, itinerant, representative, gatekeeper, liaison } = one as Record<string, number>;
    const roles = [coordinator!, itinerant!, representative!, gatekeeper!, liaison!];
    return [...roles, roles.reduce((sum, count) => sum + count, 0)];
  });
}

function rawCounts(given: unknown): unknown {
  return (given as { raw_nli: number[][] }).raw_nli;
}
