import { describe, expect, it } from 'vitest';
import { type CompactGraph, compact, createRandom, fromArcs, unionOf } from '../../../analysis/index.ts';
import { rewiredMeanThresholds, rewiringJob } from '../../../analysis/inference/rewire.ts';
import { executeHere } from '../../../analysis/kernels/execute.ts';
import { joined } from '../../../analysis/kernels/job.ts';
import { type Entry, entriesOf, meanThreshold, overRewired, swapEntries } from '../kernels/twins/rewire.ts';
import { network } from '../metrics/small-networks.ts';

/** Each tie once. */
function pairsOf(graph: CompactGraph, entries: readonly Entry[]): [number, number][] {
  return entries.filter(({ from, to }) => graph.directed || from < to).map(({ from, to }) => [from, to]);
}

/** How a network is written, whatever the order of its ties. */
function written(graph: CompactGraph, entries: readonly Entry[]): string {
  return pairsOf(graph, entries)
    .map(([v, w]) => `${v}>${w}`)
    .sort()
    .join(' ');
}

function degreesOf(n: number, directed: boolean, ends: readonly (readonly [number, number])[]): string {
  const out = new Array<number>(n).fill(0);
  const into = directed ? new Array<number>(n).fill(0) : out;
  for (const [v, w] of ends) {
    out[v]!++;
    into[w]!++;
  }
  return `${out} ${into}`;
}

/** All networks with everybody's numbers of ties, by trying every set of as many pairs. */
function alike(graph: CompactGraph): Set<string> {
  const pairs: [number, number][] = [];
  for (let v = 0; v < graph.n; v++) {
    for (let w = 0; w < graph.n; w++) if (graph.directed ? v !== w : v < w) pairs.push([v, w]);
  }
  const wanted = degreesOf(graph.n, graph.directed, pairsOf(graph, entriesOf(graph)));
  const found = new Set<string>();
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const chosen = pairs.filter((_, at) => ((set >> at) & 1) === 1);
    if (chosen.length !== graph.m || degreesOf(graph.n, graph.directed, chosen) !== wanted) continue;
    found.add(
      chosen
        .map(([v, w]) => `${v}>${w}`)
        .sort()
        .join(' '),
    );
  }
  return found;
}

describe('rewiring keeps everybody’s number of ties and forgets all else', () => {
  for (const [name, text, undirected] of [
    ['undirected, a path and a branch', 'a>b b>c c>d d>e b>e', true],
    ['directed, six arcs among four', 'a>b b>c c>a a>d d>c b>d', false],
  ] as const) {
    it(`every network of the same degrees comes up alike: ${name}`, () => {
      const graph = compact(network(text), { undirected });
      const all = alike(graph);
      const counts = new Map([...all].map((one) => [one, 0]));
      const samples = 400 * all.size;
      overRewired(graph, { samples, swapsPerTie: 20, seed: 5, stream: name }, (ties) => {
        const one = written(graph, ties);
        expect(counts.has(one), one).toBe(true);
        counts.set(one, counts.get(one)! + 1);
      });
      expect(all.size).toBeGreaterThan(2);
      // Chi-square: its mean is the degrees of freedom, its variance twice that.
      const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
      const free = all.size - 1;
      expect(chiSquare).toBeLessThan(free + 5 * Math.sqrt(2 * free));
    });
  }

  it('strengths stay with the one who names, and no tie is doubled or turned on itself', () => {
    const random = createRandom(2, 'arcs');
    const from: number[] = [];
    const to: number[] = [];
    for (let v = 0; v < 40; v++)
      for (let w = 0; w < 40; w++) if (v !== w && random.next() < 0.1) from.push(v) && to.push(w);
    const ids = Array.from({ length: 40 }, (_, v) => `m${v}`);
    const graph = fromArcs(ids, { from, to, strength: from });
    for (const one of [graph, unionOf(graph)]) {
      const before = entriesOf(one);
      const after = entriesOf(one);
      swapEntries(after, 20 * one.m, random);
      expect(written(one, after)).not.toBe(written(one, before));
      expect(new Set(written(one, after).split(' ')).size).toBe(one.m);
      expect(after.every((entry) => entry.from !== entry.to)).toBe(true);
      expect(degreesOf(40, one.directed, pairsOf(one, after))).toBe(degreesOf(40, one.directed, pairsOf(one, before)));
      if (one.directed) expect(after.map((entry) => entry.from)).toEqual(after.map((entry) => entry.strength));
      else expect(after.every(({ strength, mate }) => strength === mate!.strength)).toBe(true);
    }
  });

  it('where degrees allow no other network there is none', () => {
    const star = compact(network('z>a z>b z>c'), { undirected: true });
    const seen = new Set(
      overRewired(star, { samples: 20, swapsPerTie: 20, seed: 1, stream: 'star' }, (ties) => written(star, ties)),
    );
    expect([...seen]).toEqual([written(star, entriesOf(star))]);
  });

  it('the kernel rewires to the very networks of its plain twin, run by run', () => {
    const random = createRandom(7, 'kernel');
    for (let round = 0; round < 16; round++) {
      const n = 4 + random.below(12);
      const from: number[] = [];
      const to: number[] = [];
      for (let v = 0; v < n; v++)
        for (let w = 0; w < n; w++) if (v !== w && random.next() < 0.3) from.push(v) && to.push(w);
      const ids = Array.from({ length: n }, (_, v) => `m${v}`);
      const directed = fromArcs(ids, { from, to, strength: from.map(() => random.below(3)) });
      const graph = round % 2 === 0 ? directed : unionOf(directed);
      const thresholds = {
        adopted: Int32Array.from({ length: n }, () => random.below(6) - 1),
        counts: Uint8Array.from({ length: n }, () => random.below(2)),
        lagPeriods: random.below(2),
        weighted: round % 4 < 2,
      };
      const rewiring = { samples: 20, swapsPerTie: 3, seed: round, stream: 'kernel' };
      const twin = overRewired(graph, rewiring, (entries) => meanThreshold(n, entries, thresholds));
      const ours = rewiredMeanThresholds(graph, thresholds, rewiring, executeHere);
      const wanted = twin.filter((mean) => mean !== null);
      expect(ours.length).toBe(wanted.length);
      for (const [at, mean] of wanted.entries()) expect(ours[at]).toBeCloseTo(mean, 12);
      // Read off rows instead of a table of pairs, as in large networks.
      const byRows = joined(executeHere(rewiringJob(graph, thresholds, rewiring, 0)));
      expect(byRows.filter((mean) => mean >= 0)).toEqual(ours);
    }
  });
});
