/**
 * The conformance table: for each metric of the catalogue who agrees with it, on which networks, in how many values, and
 * how closely. What has neither an oracle nor a named other proof is a gap.
 */
import { METRICS } from '../metrics/index.ts';
import type { Tolerance } from './comparison.ts';
import type { Outcome } from './conform.ts';
import { type Proof, proofsOf } from './proofs.ts';

export interface ConformanceRow {
  metric: string;
  family: string;
  /** Tools with their versions. */
  oracles: string[];
  /** `karate: friendship`. */
  layers: string[];
  records: number;
  values: number;
  /** Of two numbers, absolute; null where nothing was compared. */
  largestDifference: number | null;
  /** The loosest that any record was compared with. */
  tolerance: Tolerance | null;
  proofs: Proof[];
  verdict: 'agrees' | 'proved' | 'differs' | 'gap';
}

export interface Conformance {
  rows: ConformanceRow[];
  /** Members, ties and the like, which are counted before anything is measured. */
  input: { records: number; values: number };
  /** Records that we answer otherwise or not at all. */
  failures: Outcome[];
  /** Trusted records that no metric of ours is known to answer. */
  unknown: Passed[];
  notOurs: Passed[];
  gaps: string[];
  ok: boolean;
}

/** Records of one kind, and in how many places. */
export interface Passed {
  metric: string;
  variant: string;
  trust: string;
  records: number;
  why: string;
}

/** @param holds whether a proof is there to be looked at: its file exists and speaks of the metric. */
export function conformance(
  outcomes: readonly Outcome[],
  holds: (proof: Proof, metric: string) => boolean,
): Conformance {
  const rows = METRICS.map(({ id, family }) =>
    rowOf(
      id,
      family,
      outcomes.filter(({ metric }) => metric === id),
      proofsOf(id).filter((proof) => holds(proof, id)),
    ),
  );
  const failures = outcomes.filter(({ verdict }) => verdict === 'differs' || verdict === 'refused');
  const gaps = rows.filter(({ verdict }) => verdict === 'gap').map(({ metric }) => metric);
  const input = outcomes.filter(({ metric, verdict }) => metric === null && verdict === 'agrees');
  return {
    rows,
    input: { records: input.length, values: valuesIn(input) },
    failures,
    unknown: passedOver(outcomes, 'unknown'),
    notOurs: passedOver(outcomes, 'not ours'),
    gaps,
    ok: failures.length === 0 && gaps.length === 0,
  };
}

function rowOf(metric: string, family: string, all: readonly Outcome[], proofs: Proof[]): ConformanceRow {
  const compared = all.filter(({ comparison }) => comparison !== null);
  const fails = all.some(({ verdict }) => verdict === 'differs' || verdict === 'refused');
  const agrees = compared.length > 0 ? 'agrees' : proofs.length > 0 ? 'proved' : 'gap';
  return {
    metric,
    family,
    oracles: distinct(compared.map(({ tool }) => tool)),
    layers: distinct(compared.map(({ dataset, layer }) => `${dataset}: ${layer}`)),
    records: compared.length,
    values: valuesIn(compared),
    largestDifference:
      compared.length === 0 ? null : Math.max(...compared.map(({ comparison }) => comparison!.largest)),
    tolerance: loosest(compared),
    proofs,
    verdict: fails ? 'differs' : agrees,
  };
}

function valuesIn(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { comparison }) => sum + (comparison?.values ?? 0), 0);
}

function loosest(compared: readonly Outcome[]): Tolerance | null {
  if (compared.length === 0) return null;
  const all = compared.map(({ tolerance }) => tolerance!);
  return {
    relative: Math.max(...all.map(({ relative }) => relative)),
    absolute: Math.max(...all.map(({ absolute }) => absolute)),
  };
}

/** Gathered by metric, variant (without the name of a group) and reason, in the order of appearance. */
function passedOver(outcomes: readonly Outcome[], verdict: Outcome['verdict']): Passed[] {
  const gathered = new Map<string, Passed>();
  for (const { record, words, verdict: its } of outcomes) {
    if (its !== verdict) continue;
    const why = words.join('; ');
    const key = JSON.stringify([record.metric, record.variant, why]);
    const passed = gathered.get(key) ?? { ...record, records: 0, why };
    passed.records++;
    gathered.set(key, passed);
  }
  return [...gathered.values()];
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].sort((a, b) => (a < b ? -1 : 1));
}
