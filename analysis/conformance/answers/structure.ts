/** Which figures of whole networks answer which records. */
import { type Answer, answer, asList, count, detail, type Figures, U, value } from '../answer.ts';

type Census = Record<'mutual' | 'asymmetric' | 'null', number>;

const censusOf = (figures: Figures) => figures.value('dyad-census') as Census;

/** Other forms of reciprocity are functions of the same counts: they check these once more. */
const reciprocityBy = (form: (census: Census) => number) => (figures: Figures) => {
  const other = form(censusOf(figures));
  return Number.isFinite(other) ? other : null;
};
const ignoringEachOtherToo = ({ mutual, asymmetric, null: none }: Census) =>
  (mutual + none) / (mutual + asymmetric + none);
const logOfRatioToDensity = ({ mutual, asymmetric, null: none }: Census) => {
  const arcs = 2 * mutual + asymmetric;
  return Math.log((2 * mutual) / arcs / (arcs / (2 * (mutual + asymmetric + none))));
};
/** Correlation of a_ij with a_ji over ordered pairs: both have the mean m and the variance m(1 − m). */
const correlation = ({ mutual, asymmetric, null: none }: Census) => {
  const pairs = 2 * (mutual + asymmetric + none);
  const mean = (2 * mutual + asymmetric) / pairs;
  return ((2 * mutual) / pairs - mean * mean) / (mean * (1 - mean));
};

const closed = (figures: Figures) => 6 * (figures.detail('triangles') as number);
const directedOnly = { directedOnly: true } as const;

/**
 * Freeman's divisor and ours are one where everybody reaches everybody; elsewhere sna gives closeness 0 to all, igraph
 * looks within reach, and neither is Wasserman and Faust's.
 */
const connected = {
  reads: ['reachable-share'],
  when: (figures: Figures) => figures.value('reachable-share') === 1,
};
const SPLITS = 'U, Borgatti-Everett discrete, ';
const within = (figures: Figures) => (figures.detail('within') as { correlation: unknown }).correlation;
/** Splits that are equally good are not told apart: only how good the best is. */
const CORRELATION = { theirs: (given: unknown) => (given as { correlation?: unknown }).correlation };
const IN = 'in-degree-centralization';
const OUT = 'out-degree-centralization';
const BOTH = 'degree-centralization';
const BETWEEN = 'betweenness-centralization';
const CLOSE = 'closeness-centralization';

export const STRUCTURE: readonly Answer[] = [
  answer('nodes', '', null, ({ measurement }) => measurement.input.members),
  answer('arcs', 'D: simple digraph', null, ({ measurement }) => measurement.input.ties),
  answer('edges_undirected', 'U: union-symmetrised simple graph', null, ({ measurement }) => measurement.input.ties, U),
  answer('loops', 'loop rows dropped', null, ({ measurement }) => measurement.input.selfTiesDropped),

  answer('density', 'D', 'density', value),
  answer('density', 'U', 'density', value, U),
  answer('reciprocity', 'arcs reciprocated / arcs', 'reciprocity', value),
  answer('reciprocity', 'D edgewise', 'reciprocity', value),
  answer('reciprocity', 'mode=ratio: mutual dyads/(mutual+asym)', 'dyadic-reciprocity', value),
  answer('reciprocity', 'D dyadic.nonnull', 'dyadic-reciprocity', value),
  answer('reciprocity', 'D dyadic', 'dyad-census', reciprocityBy(ignoringEachOtherToo), directedOnly),
  answer('reciprocity', 'D edgewise.lrr', 'dyad-census', reciprocityBy(logOfRatioToDensity), directedOnly),
  answer('reciprocity', 'D correlation', 'dyad-census', reciprocityBy(correlation), directedOnly),
  answer('mutuality', 'D mutual dyads', 'dyadic-reciprocity', detail('mutual')),
  answer('dyad_census', 'mutual, asymmetric, null', 'dyad-census', (figures) => Object.values(censusOf(figures))),
  answer('triad_census', '16 MAN types', 'triad-census', value),
  answer('triad_census', 'D', 'triad-census', value),

  answer('transitivity', 'U', 'transitivity', value),
  answer('transitivity', 'U global: 3*triangles/triads', 'transitivity', value),
  answer('transitivity', 'U weak', 'transitivity', value),
  // sna walks each triangle from each of its corners, both ways round.
  answer('transitivity', 'U weakcensus', 'transitivity', closed),
  answer('triangles_total', 'U', 'transitivity', detail('triangles')),
  answer('avg_clustering', 'U, degree<2 excluded', 'average-clustering', value),
  answer('avg_clustering', 'U, degree<2 counted as 0', 'average-clustering', detail('overAll')),

  answer('components', 'U sizes, descending', 'weak-components', value, { theirs: asList }),
  answer('components', 'D weak', 'weak-components', count),
  answer('components', 'U weak', 'weak-components', count),
  answer('components', 'D strong', 'strong-components', count),
  answer('strong_components', 'D sizes, descending', 'strong-components', value, { theirs: asList }),
  answer('isolates', 'U', 'isolates', value),

  answer('centralization_degree', 'D cmode indegree', IN, value),
  answer('centralization_degree', 'D igraph mode in loops=FALSE', IN, value),
  answer('centralization_degree', 'D cmode outdegree', OUT, value),
  answer('centralization_degree', 'D igraph mode out loops=FALSE', OUT, value),
  answer('centralization_degree', 'D cmode freeman', BOTH, value),
  answer('centralization_degree', 'D igraph mode all loops=FALSE', BOTH, value),
  answer('centralization_degree', 'U', BOTH, value, U),
  answer('centralization_degree', 'U cmode freeman', BOTH, value, U),
  answer('centralization_degree', 'U igraph mode all loops=FALSE', BOTH, value, U),
  answer('centralization_betweenness', 'D', BETWEEN, value),
  answer('centralization_betweenness', 'D igraph', BETWEEN, value),
  answer('centralization_betweenness', 'U', BETWEEN, value, U),
  answer('centralization_betweenness', 'U igraph', BETWEEN, value, U),
  answer('centralization_closeness', 'D', CLOSE, value, connected),
  answer('centralization_closeness', 'D igraph mode out', CLOSE, value, connected),
  answer('centralization_closeness', 'D igraph mode in', CLOSE, detail('in'), connected),
  answer('centralization_closeness', 'U', CLOSE, value, U, connected),
  answer('centralization_closeness', 'U igraph mode all', CLOSE, value, U, connected),
  answer('centralization_closeness', 'D igraph mode all', CLOSE, value, U, connected),

  answer('core_periphery_exact', `${SPLITS}core_periph_ones`, 'core-periphery', value, CORRELATION),
  answer('core_periphery_exact', `${SPLITS}core_periph_missing`, 'core-periphery', within, CORRELATION),

  answer('avg_path_length', 'D, mean over reachable ordered pairs', 'average-path-length', value),
  answer('avg_path_length', 'U, mean over reachable ordered pairs', 'average-path-length', value, U),
  answer('diameter', 'D, largest finite geodesic', 'diameter', value),
  answer('diameter', 'U, largest finite geodesic', 'diameter', value, U),
  answer('global_efficiency', 'U, mean 1/d over all pairs, unreachable=0', 'global-efficiency', value, U),

  answer('gtd_definition', 'connectedness', 'krackhardt-connectedness', value),
  answer('gtd_connectedness', 'D', 'krackhardt-connectedness', value),
  answer('gtd_connectedness', 'U', 'krackhardt-connectedness', value, U),
  answer('gtd_definition', 'hierarchy', 'krackhardt-hierarchy', value),
  answer('gtd_hierarchy', 'D measure=krackhardt', 'krackhardt-hierarchy', value),
  answer('gtd_definition', 'efficiency over arcs', 'krackhardt-efficiency', value, directedOnly),
  answer('gtd_efficiency', 'D', 'krackhardt-efficiency', value, directedOnly),
  answer('gtd_definition', 'efficiency over undirected pairs', 'krackhardt-efficiency', detail('overPairs')),
  answer('gtd_definition', 'LUB; arcs point from subordinate to superior', 'krackhardt-least-upper-bound', value),
];
