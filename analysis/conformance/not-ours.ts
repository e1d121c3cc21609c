/**
 * Records that none of our metrics answers, each with the reason: nothing is passed over in silence.
 */
import type { NotOurs } from './answer.ts';
import type { OracleRecord } from './oracle.ts';

const anotherFigure = 'no figure of the catalogue';
const anotherForm = 'a form that the catalogue does not hold';
const within =
  'closeness within reach favours small pieces; ours is Wasserman and Faust’s, the same where all reach all';
const censored = 'who has not adopted is censored with us, never counted as adopting after the last period';

export const NOT_OURS: readonly NotOurs[] = [
  { metric: 'rows', variant: '*', why: 'counts lines of the file before a network is made of them' },
  { metric: 'closeness', variant: '*', why: within },
  { metric: 'centralization_closeness', variant: '*', why: `${within}; sna gives 0 to all where one is out of reach` },
  {
    metric: 'centralization_degree',
    variant: '*loops=TRUE (default)',
    why: 'the largest possible sum counts ties to oneself, which are dropped',
  },
  { metric: 'centralization_evcent', variant: '*', why: anotherFigure },
  {
    metric: 'betweenness',
    variant: '*distance=1/weight',
    why: 'networkx compares sums of fractions for exact equality and loses shortest paths: 1/2 + 1/3 is not 1/3 + 1/2',
  },
  { metric: 'eigenvector', variant: 'D, in-edges*', why: 'ours is of the union' },
  {
    metric: 'evcent',
    variant: '*',
    why: 'sna is wrong on bipartite graphs, and the other records are the same figure',
  },
  { metric: 'core_number', variant: 'D *', why: 'directed cores; ours drop direction' },
  { metric: 'kcores', variant: 'D *', why: 'directed cores; ours drop direction' },
  { metric: 'cutpoints', variant: 'D connected = *', why: 'of strong components; ours are of the union' },
  { metric: 'effective_size', variant: 'D *', why: 'directed form; ours is of the union, unweighted' },
  { metric: 'transitivity', variant: 'D *', why: 'directed forms are other numbers; ours is of the union' },
  { metric: 'transitivity', variant: 'U strong*', why: 'holds wherever nothing contradicts' },
  { metric: 'avg_clustering', variant: 'D, Fagiolo 2007', why: anotherForm },
  { metric: 'avg_clustering', variant: 'U weighted*', why: anotherForm },
  { metric: 'components', variant: 'D unilateral', why: 'a notion between weak and strong' },
  { metric: 'components', variant: 'D recursive', why: 'a notion between weak and strong' },
  { metric: 'reciprocity', variant: 'D *', why: 'of a layer without direction' },
  {
    metric: 'gtd_definition',
    variant: 'LUB; arcs point from superior *',
    why: 'a tie points to whom one turns to, who is above',
  },
  { metric: 'gtd_definition', variant: 'efficiency over arcs', why: 'of a layer without direction' },
  { metric: 'gtd_efficiency', variant: '*', why: 'of a layer without direction' },
  { metric: 'gtd_hierarchy', variant: 'D measure=reciprocity*', why: 'reciprocity under another name' },
  {
    metric: 'gtd_lubness',
    variant: '*',
    why: 'sna takes wrong rows of the reachability matrix (suspect in the records)',
  },
  { metric: 'core_periphery', variant: '*', why: 'another heuristic; ours is compared with the exact optimum' },
  ...[
    ...['biconnected_components', 'bonpow', 'bridging', 'clique_number', 'degree_assortativity', 'flowbetweenness'],
    ...['hits', 'infocent', 'numeric_assortativity', 'prestige', 'stress'],
  ].map((metric) => ({ metric, variant: '*', why: anotherFigure })),

  { metric: 'exposure', variant: 'outgoing=FALSE*', why: 'contacts are those whom a member names' },
  { metric: 'mean_exposure', variant: 'outgoing=FALSE*', why: 'contacts are those whom a member names' },
  { metric: 'threshold', variant: 'outgoing=FALSE*', why: 'contacts are those whom a member names' },
  {
    metric: 'classify_adopters',
    variant: 'threshold category',
    why: 'takes an adopter who names nobody for one with a threshold of 0, which moves its cuts',
  },
  { metric: 'moran_toa', variant: '*W not normalised', why: 'ours is of rows that are normalised' },
  { metric: 'moran_cumadopt', variant: '*', why: 'of having adopted, period by period; ours is of the time' },
  {
    metric: 'susceptibility',
    variant: '*',
    why: 'netdiffuseR counts a contact whose time is missing as an earlier adopter; compared in the other coding',
  },
  { metric: 'summary_diffnet', variant: '*', why: 'a table of figures that are compared one by one' },
  { metric: 'event_history_logit', variant: '*', why: anotherFigure },
];

/** Of the coding that counts who has not adopted as adopting after the last period. */
export const OTHER_CODING = censored;

export function whyNotOurs({ metric, variant }: OracleRecord): string | null {
  return NOT_OURS.find((one) => one.metric === metric && fits(variant, one.variant))?.why ?? null;
}

/** `*` at one end stands for anything. */
function fits(variant: string, pattern: string): boolean {
  if (pattern.startsWith('*')) return variant.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return variant.startsWith(pattern.slice(0, -1));
  return variant === pattern;
}
