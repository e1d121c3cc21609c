/** The rows, in the order in which they are told. */
import type { Row } from '../row.ts';
import { allMetrics } from './all-metrics.ts';
import { betweenness } from './betweenness.ts';
import { betweennessBarabasiAlbert } from './betweenness-barabasi-albert.ts';
import { betweennessGrid } from './betweenness-grid.ts';
import { betweennessTree } from './betweenness-tree.ts';
import { betweennessWattsStrogatz } from './betweenness-watts-strogatz.ts';
import { cascade } from './cascade.ts';
import { components } from './components.ts';
import { constraint } from './constraint.ts';
import { cutPoints } from './cut-points.ts';
import { effectiveSize } from './effective-size.ts';
import { eigenvector } from './eigenvector.ts';
import { firstBetweenness } from './first-betweenness.ts';
import { interactions } from './interactions.ts';
import { kCore } from './k-core.ts';
import { labelPermutations } from './label-permutations.ts';
import { loadCsv } from './load-csv.ts';
import { loadStore } from './load-store.ts';
import { louvain } from './louvain.ts';
import { pageRank } from './pagerank.ts';
import { reach } from './reach.ts';
import { threshold } from './threshold.ts';
import { transitivity } from './transitivity.ts';
import { twoThreads } from './two-threads.ts';
import { weightedBetweenness } from './weighted-betweenness.ts';

export const ROWS: readonly Row[] = [
  betweenness,
  reach,
  labelPermutations,
  betweennessBarabasiAlbert,
  betweennessWattsStrogatz,
  betweennessGrid,
  betweennessTree,
  weightedBetweenness,
  cascade,
  threshold,
  interactions,
  firstBetweenness,
  constraint,
  effectiveSize,
  pageRank,
  eigenvector,
  kCore,
  components,
  cutPoints,
  transitivity,
  louvain,
  loadCsv,
  loadStore,
  ...twoThreads,
  allMetrics,
];
