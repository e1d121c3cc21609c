/**
 * Two waves side by side. Only what both could have shown is compared: ties of those who answered both times, to members
 * of both. A contact that was not named because nobody answered is not a lost tie.
 */
import { type CompactGraph, forEachTie } from '../graph/compact.ts';
import type { MetricContext } from './context.ts';

export interface WaveComparison {
  /** Pairs of ids: named in both waves, in the later one only, in the earlier one only. */
  kept: [string, string][];
  formed: [string, string][];
  dissolved: [string, string][];
  /** Pairs who named each other in the earlier wave, and how many of them still do; null where ties have no direction. */
  mutual: { before: number; kept: number } | null;
}

/** Needs a context with an earlier wave. */
export function compareWaves(context: MetricContext): WaveComparison {
  return context.shared('waves', () => {
    const { graph, selected } = context;
    const earlier = context.earlier!;
    // Both waves list the same members: membership comes from the members' own records.
    const waves = Object.values(waveNamesOf(context)).map((wave) => membersOfWave(context, wave));
    const askedBoth = graph.ids.map((id) => waves.every((members) => members?.has(id) ?? true));
    const comparable = (v: number, w: number): boolean => {
      const known = (u: number): boolean =>
        selected.response.known[u] === 1 && earlier.selected.response.known[u] === 1;
      if (!askedBoth[v] || !askedBoth[w]) return false;
      return known(v) && (graph.directed || known(w));
    };
    const before = tiesOf(earlier.graph, comparable);
    const after = tiesOf(graph, comparable);
    const pair = (key: number): [string, string] => [graph.ids[Math.floor(key / graph.n)]!, graph.ids[key % graph.n]!];
    return {
      kept: [...after].filter((key) => before.has(key)).map(pair),
      formed: [...after].filter((key) => !before.has(key)).map(pair),
      dissolved: [...before].filter((key) => !after.has(key)).map(pair),
      mutual: graph.directed ? mutualPairs(before, after, graph.n) : null,
    };
  });
}

/** Who was asked in a wave; null where the wave kept no record of it. */
export function membersOfWave(context: MetricContext, wave: string): Set<string> | null {
  const asked = context.records.responses.filter((response) => response.wave === wave);
  return asked.length === 0 ? null : new Set(asked.map((response) => response.member));
}

/** The names of the earlier and the later wave. */
export function waveNamesOf({ settings }: MetricContext): { earlier: string; later: string } {
  const { waves } = settings.selection;
  return { earlier: settings.earlierWave!, later: waves === undefined || waves === 'all' ? 'all' : waves[0]! };
}

function tiesOf(graph: CompactGraph, comparable: (v: number, w: number) => boolean): Set<number> {
  const keys = new Set<number>();
  forEachTie(graph, (v, w) => {
    if (comparable(v, w)) keys.add(v * graph.n + w);
  });
  return keys;
}

function mutualPairs(before: Set<number>, after: Set<number>, n: number): { before: number; kept: number } {
  const turned = (key: number): number => (key % n) * n + Math.floor(key / n);
  const pairs = [...before].filter((key) => key < turned(key) && before.has(turned(key)));
  return { before: pairs.length, kept: pairs.filter((key) => after.has(key) && after.has(turned(key))).length };
}
