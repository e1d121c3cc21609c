/**
 * What vouches for a metric besides the tools that data sets record, each with the test file that holds it.
 *
 * A metric with neither is a gap. That a file is there and speaks of the metric is checked where files can be read.
 */

/**
 * - `brute force`: written from the definition over plain sets, on all graphs of up to 6 members (directed: 4).
 * - `slow twin`: the same on random graphs.
 * - `worked by hand`: fractions on paper.
 * - `other tool`: figures of another tool, recorded in the test with its version and call.
 * - `planted`: structure put in is found again.
 */
export type ProofKind = 'brute force' | 'slow twin' | 'worked by hand' | 'other tool' | 'planted';

export interface Proof {
  kind: ProofKind;
  /** From the root of the repository. */
  file: string;
}

const BRUTE_FORCE = 'test/analysis/brute-force';
const METRICS = 'test/analysis/metrics';

const BY_FILE: readonly { kind: ProofKind; file: string; metrics: string }[] = [
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/centrality.test.ts`,
    metrics:
      'degree in-degree out-degree strength in-strength out-strength betweenness closeness-in closeness-out harmonic-in harmonic-out eigenvector katz pagerank core-number cut-point bridges constraint effective-size efficiency clustering',
  },
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/structure.test.ts`,
    metrics:
      'density reciprocity dyadic-reciprocity dyad-census triad-census transitivity average-clustering weak-components strong-components isolates in-degree-centralization out-degree-centralization degree-centralization betweenness-centralization closeness-centralization average-path-length diameter reachable-share global-efficiency krackhardt-connectedness krackhardt-hierarchy krackhardt-efficiency krackhardt-least-upper-bound',
  },
  { kind: 'brute force', file: `${BRUTE_FORCE}/search.test.ts`, metrics: 'core-periphery communities key-players' },
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/silo.test.ts`,
    metrics:
      'e-i-index mixing-matrix modularity assortativity coleman-homophily freeman-segregation gupta-anderson-may segregation-matrix-index within-group-odds-ratio spectral-segregation blau-diversity brokerage',
  },
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/silo-chance.test.ts`,
    metrics: 'attitude-morans-i brokerage e-i-index',
  },
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/diffusion.test.ts`,
    metrics:
      'adoption-curve hazard exposure threshold adopter-class infectiousness susceptibility morans-i time-to-adoption cross-group-adoption structural-dependence',
  },
  {
    kind: 'brute force',
    file: `${BRUTE_FORCE}/change.test.ts`,
    metrics: 'tie-stability ties-formed ties-dissolved',
  },
  {
    kind: 'other tool',
    file: 'test/oracle/other-tools.test.ts',
    metrics:
      'reachable-share efficiency gupta-anderson-may segregation-matrix-index spectral-segregation blau-diversity closeness-centralization time-to-adoption key-players contribution-gini bass',
  },
  {
    kind: 'worked by hand',
    file: `${METRICS}/silos.test.ts`,
    metrics: 'e-i-index mixing-matrix modularity assortativity blau-diversity contribution-gini hub-dependence',
  },
  { kind: 'worked by hand', file: `${METRICS}/equity.test.ts`, metrics: 'give-and-take participation-rate-ratios' },
  { kind: 'worked by hand', file: `${METRICS}/contagion.test.ts`, metrics: 'infectiousness susceptibility' },
  { kind: 'worked by hand', file: `${METRICS}/adopter-class.test.ts`, metrics: 'adopter-class' },
  { kind: 'worked by hand', file: `${METRICS}/time-to-adoption.test.ts`, metrics: 'time-to-adoption' },
  { kind: 'worked by hand', file: `${METRICS}/betweenness.test.ts`, metrics: 'betweenness' },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices.test.ts`,
    metrics:
      'time-to-first-answer requests-resolved commitments-kept skills-held-by-one loops-closed experiments-decided stops-with-a-note',
  },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-matching.test.ts`,
    metrics:
      'mentorships-accepted mentorships-healthy mentorships-completed mentorships-across takeaways-done reach-beyond-the-room facilitation-gini facilitation-longest-run time-to-enough-ties newcomers-isolated',
  },
  { kind: 'worked by hand', file: `${METRICS}/practices-design.test.ts`, metrics: 'agenda-coverage' },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-capture.test.ts`,
    metrics:
      'artifact-reuse artifact-descent artifacts-reviewed-in-time time-to-impact wins-told-on recognition-spread claims-supported agenda-skill-coverage',
  },
  {
    kind: 'slow twin',
    file: `${METRICS}/practices-capture.test.ts`,
    metrics: 'artifact-descent time-to-impact',
  },
  { kind: 'other tool', file: `${METRICS}/practices-capture.test.ts`, metrics: 'time-to-impact' },
  {
    kind: 'other tool',
    file: `${METRICS}/practices.test.ts`,
    metrics: 'time-to-first-answer requests-resolved commitments-kept',
  },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-introductions.test.ts`,
    metrics: 'introductions-accepted introductions-met introductions-lasting',
  },
  { kind: 'worked by hand', file: `${METRICS}/practices-invitation.test.ts`, metrics: 'invitation-funnel' },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-access.test.ts`,
    metrics: 'access-needs-met stipends-approved',
  },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-burden.test.ts`,
    metrics: 'questions-per-member load-on-bridges',
  },
  { kind: 'worked by hand', file: `${METRICS}/practices-pilots.test.ts`, metrics: 'pilots-across-teams' },
  { kind: 'worked by hand', file: `${METRICS}/change.test.ts`, metrics: 'tie-stability' },
  {
    kind: 'worked by hand',
    file: `${METRICS}/response.test.ts`,
    metrics: 'membership-churn core-retained tie-stability',
  },
  { kind: 'planted', file: `${METRICS}/structural-dependence.test.ts`, metrics: 'structural-dependence' },
  { kind: 'planted', file: `${METRICS}/core-periphery.test.ts`, metrics: 'core-periphery' },
  { kind: 'planted', file: `${METRICS}/communities.test.ts`, metrics: 'communities key-players' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'psychological-safety' },
  { kind: 'other tool', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'psychological-safety' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'high-trust-ties' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'points-answered' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'reflections-completed' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'action-reflection-balance' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'knowledge-right' },
  { kind: 'worked by hand', file: `${METRICS}/practices-questionnaires.test.ts`, metrics: 'ties-that-survive' },
  { kind: 'worked by hand', file: `${METRICS}/practices-variants.test.ts`, metrics: 'variant-difference' },
  { kind: 'brute force', file: `${METRICS}/practices-variants.test.ts`, metrics: 'variant-difference' },
  { kind: 'slow twin', file: `${METRICS}/attitude-morans-i.test.ts`, metrics: 'attitude-morans-i' },
  { kind: 'slow twin', file: `${METRICS}/spectral-segregation.test.ts`, metrics: 'spectral-segregation' },
  {
    kind: 'worked by hand',
    file: `${METRICS}/practices-meetings.test.ts`,
    metrics: 'sessions-documented format-mix prompts-answered notes-to-patterns tier-flow',
  },
];

export function proofsOf(metric: string): Proof[] {
  return BY_FILE.filter(({ metrics }) => metrics.split(' ').includes(metric)).map(({ kind, file }) => ({ kind, file }));
}
