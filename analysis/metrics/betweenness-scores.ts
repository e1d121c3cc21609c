/**
 * Betweenness per member, normalized: computed once for the metric of members and its centralization.
 *
 * Ways are followed from every member unless that would take minutes; then from a sample of them, and the results say so.
 */
import { betweennessByPairs, betweennessJob } from '../graph/betweenness.ts';
import { sampledBetweenness, wholeSample } from '../graph/sampled-betweenness.ts';
import type { MetricContext } from './context.ts';
import { lengthsOf } from './strengths.ts';

export interface BetweennessScores {
  scores: Float64Array;
  /** Null where ways were followed from everybody. */
  sample: {
    sources: number;
    /** With probability 95 % no member's figure is off by more. */
    bound: number;
    standardErrors: Float64Array;
  } | null;
}

/** A minute of one thread, by the kernel's own estimate: the same on every machine, so that figures are too. */
const EXACT_UP_TO_NS = 60e9;
/** What a sample may take. */
const SAMPLE_NS = 10e9;

/** Needs three members or more. An undirected pair is counted both ways above and below the line, so one divisor serves. */
export function betweennessScores(context: MetricContext): BetweennessScores {
  const { graph, execute } = context;
  return context.shared('betweenness', () => {
    const pairs = (graph.n - 1) * (graph.n - 2);
    const lengths = lengthsOf(context, graph.out);
    const sources = sourcesFor(context, lengths);
    if (sources >= graph.n) {
      return { scores: betweennessByPairs(graph, execute, lengths).map((score) => score / pairs), sample: null };
    }
    const random = context.random('betweenness/sources');
    const { byPairs, ...sample } = sampledBetweenness(graph, lengths, sources, random, execute);
    return { scores: byPairs.map((score) => score / pairs), sample };
  });
}

function sourcesFor({ graph, settings }: MetricContext, lengths: Float64Array | null): number {
  if (settings.sources === 'all') return graph.n;
  if (settings.sources !== 'auto') return wholeSample(settings.sources);
  const { cost } = betweennessJob(graph, { lengths });
  return cost <= EXACT_UP_TO_NS ? graph.n : wholeSample((SAMPLE_NS / cost) * graph.n);
}

/** What a result says of the sample it comes from. */
export function sampleDetails({ sample }: BetweennessScores): Record<string, unknown> {
  return sample === null ? {} : { sources: sample.sources, errorBound: sample.bound };
}
