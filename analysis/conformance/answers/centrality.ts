/** Which figures of members answer which records. */
import { type Answer, answer, type Figures, members, nullAsZero, sizeOf, sortedList, U, WEIGHTED } from '../answer.ts';

/** Both sides iterate: igraph's PRPACK to about 1e-10, networkx to a change of 1e-12·n in sum. */
const PAGERANK = { relative: 1e-7 };
/** igraph's ARPACK stops at about 1e-9 of the largest entry, networkx's power iteration at 1e-6·n in sum. */
const TO_MAX = { relative: 1e-6 };
const UNIT_LENGTH = { relative: 1e-5, absolute: 1e-6 };

/** Betweenness as sums; undirected tools count each unordered pair once. */
const sums = (pairs: number) => (figures: Figures) => {
  const n = sizeOf(figures);
  return figures.members().map((share) => (share as number) * pairs * (n - 1) * (n - 2));
};
const timesOthers = (figures: Figures) => figures.members().map((mean) => (mean as number) * (sizeOf(figures) - 1));
const overOthers = (figures: Figures) => figures.members().map((score) => (score as number) / (sizeOf(figures) - 1));
const toMax = (figures: Figures) => {
  const largest = Math.max(...figures.members().map(Number));
  return figures.members().map((one) => (one as number) / largest);
};
const cutPoints = (figures: Figures) =>
  Object.entries(figures.result('member').values ?? {})
    .filter(([, cuts]) => cuts === true)
    .map(([id]) => id)
    .sort();
/** Where everybody reaches everybody, closeness within reach and Wasserman and Faust's are one. */
const connected = {
  reads: ['reachable-share'],
  when: (figures: Figures) => figures.value('reachable-share') === 1,
};

export const CENTRALITY: readonly Answer[] = [
  answer('degree', 'U', 'degree', members),
  answer('in_degree', 'D', 'in-degree', members),
  answer('out_degree', 'D', 'out-degree', members),
  answer('strength', 'U weights (w_ij + w_ji when directed)', 'strength', members),
  answer('in_strength', 'D weights', 'in-strength', members),
  answer('out_strength', 'D weights', 'out-strength', members),

  answer('betweenness', 'D normalized', 'betweenness', members),
  answer('betweenness', 'D raw', 'betweenness', sums(1)),
  answer('betweenness', 'U normalized', 'betweenness', members, U),
  answer('betweenness', 'U raw', 'betweenness', sums(1 / 2), U),

  answer('closeness', 'D INCOMING distance, Wasserman-Faust scaled', 'closeness-in', members),
  answer('closeness', 'D OUTGOING distance, WF scaled', 'closeness-out', members),
  answer('closeness', 'U Wasserman-Faust scaled', 'closeness-in', members, U),
  answer('closeness', 'D IN', 'closeness-in', members, connected),
  answer('closeness', 'D INCOMING, not WF-scaled', 'closeness-in', members, connected),
  answer('closeness', 'D OUT, normalized within reachable set; NaN if none', 'closeness-out', members, connected),
  answer('closeness', 'D OUT raw 1/sum d within reachable (R igraph default)', 'closeness-out', overOthers, connected),
  answer('closeness', 'D cmode directed', 'closeness-out', members, connected),
  answer('closeness', 'D cmode undirected', 'closeness-out', members, U, connected),
  answer('closeness', 'U cmode undirected', 'closeness-out', members, U, connected),
  answer('closeness', 'U, not WF-scaled', 'closeness-out', members, U, connected),
  answer('closeness', 'U normalized within reachable set; NaN if isolate', 'closeness-out', members, U, connected),
  answer('closeness', 'U raw 1/sum d within reachable', 'closeness-out', overOthers, U, connected),
  answer(
    'closeness',
    'U OUT raw 1/sum d within reachable (R igraph default)',
    'closeness-out',
    overOthers,
    U,
    connected,
  ),

  answer('closeness', 'D cmode suminvdir', 'harmonic-out', members),
  answer('closeness', 'D cmode gil-schmidt', 'harmonic-out', members, connected),
  answer('closeness', 'D cmode suminvundir', 'harmonic-out', members, U),
  answer('closeness', 'U cmode suminvundir', 'harmonic-out', members, U),
  answer('harmonic', 'D OUT, mean of 1/d over n-1', 'harmonic-out', members),
  answer('harmonic', 'D INCOMING, sum of 1/d', 'harmonic-in', timesOthers),
  answer('harmonic', 'U sum of 1/d', 'harmonic-in', timesOthers, U),

  answer('eigenvector', 'U, scaled to max 1', 'eigenvector', toMax, TO_MAX),
  answer('eigenvector', 'U weighted, scaled to max 1', 'eigenvector', toMax, U, WEIGHTED, TO_MAX),
  answer('eigenvector', 'U, unit L2 norm', 'eigenvector', members, UNIT_LENGTH),
  answer('katz', 'U alpha=0.5/lambda1 beta=1, unit L2 norm', 'katz', members, U, { relative: 1e-6 }),
  answer('pagerank', 'D alpha=.85 unweighted', 'pagerank', members, PAGERANK),
  answer('pagerank', 'U alpha=.85 unweighted', 'pagerank', members, U, PAGERANK),
  answer('pagerank', 'D alpha=.85 weighted', 'pagerank', members, WEIGHTED, PAGERANK),
  answer('pagerank', 'U alpha=.85 weighted', 'pagerank', members, U, WEIGHTED, PAGERANK),

  answer('core_number', 'U', 'core-number', members),
  answer('kcores', 'U', 'core-number', members),
  answer('cutpoints', 'U articulation points, node ids', 'cut-point', cutPoints, { theirs: sortedList }),
  answer('cutpoints', 'U ids', 'cut-point', cutPoints, { theirs: sortedList }),
  answer('cutpoints', 'D connected = weak', 'cut-point', cutPoints, { theirs: sortedList }),
  answer('bridges', 'U, count', 'bridges', (figures) => (figures.result('tie').value as unknown[]).length),

  answer('constraint', 'D', 'constraint', members),
  answer('constraint', 'D unweighted', 'constraint', members),
  answer('constraint', 'D unweighted (a_ij + a_ji proportions)', 'constraint', members),
  answer('constraint', 'U', 'constraint', members, U),
  answer('constraint', 'U unweighted', 'constraint', members, U),
  answer('constraint', 'U weighted', 'constraint', members, U, WEIGHTED),
  // influenceR prints 0 for isolates, which have no contacts to be effective.
  answer('effective_size', 'U', 'effective-size', nullAsZero),
  answer('effective_size', 'U unweighted: n - 2t/n', 'effective-size', members),
  // networkx says 0 for members with fewer than two contacts.
  answer('local_clustering', 'U', 'clustering', nullAsZero),
];
