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

const BY_FILE: readonly { kind: ProofKind; file: string; metrics: readonly string[] }[] = [
  {
    kind: 'worked by hand',
    file: 'test/analysis/metrics/silos.test.ts',
    metrics: ['hub-dependence', 'contribution-gini', 'blau-diversity', 'mixing-matrix'],
  },
  {
    kind: 'planted',
    file: 'test/analysis/metrics/communities.test.ts',
    metrics: ['communities', 'key-players'],
  },
];

export function proofsOf(metric: string): Proof[] {
  return BY_FILE.filter(({ metrics }) => metrics.includes(metric)).map(({ kind, file }) => ({ kind, file }));
}
