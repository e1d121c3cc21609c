import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchText } from '../../cli/bench/bench-text.ts';
import { makeNetwork, NETWORKS, type NetworkName } from '../../cli/bench/networks.ts';
import { ROWS } from '../../cli/bench/rows/index.ts';
import { type Bench, rowIds, runBench } from '../../cli/bench/run-bench.ts';
import { findTools } from '../../cli/bench/tools.ts';
import { weft } from './weft-process.ts';

/** Large enough for every kind of network, and over at once. */
const TINY = { members: 60, ties: 180 };

const QUICK = { repetitions: 1, size: TINY, leastSeconds: 0, say: () => undefined };

function benchOf(rows: readonly string[], python?: string): Promise<Bench> {
  return runBench({ ...QUICK, rows, python });
}

describe('Law: every row of the benchmark runs with whatever is installed, and agrees with it', () => {
  const ids = rowIds();

  it('names each row once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  // Two at a time, because that is what two processors bear.
  const halves = [0, 1].map((half) => ({ rows: ids.filter((_, at) => at % 2 === half) }));
  it.concurrent.each(halves)(
    'half %#: every comparison that is made is of like with like',
    async ({ rows }) => {
      const measured = await benchOf(rows);
      expect(measured.rows.map(({ id }) => id)).toEqual(rows);
      const differ = measured.rows.flatMap(({ id, comparisons }) =>
        comparisons.flatMap(({ tool, ratio, verdict, reason }) =>
          ratio === null && verdict !== 'not compared' && !reason?.startsWith('not compared')
            ? [{ id, tool, reason }]
            : [],
        ),
      );
      expect(differ).toEqual([]);
    },
    90_000,
  );

  it('measures how cost and memory grow', async () => {
    const plan = { largest: [{ members: 600, ties: 3000 }], steps: 2, works: ['components', 'sampled-betweenness'] };
    const { sizes } = await runBench({ ...QUICK, rows: [], sizes: plan });
    expect(sizes.map(({ work, bound }) => [work, bound === null])).toEqual([
      ['components', true],
      ['sampled-betweenness', false],
    ]);
    for (const { costs, exponent, memory } of sizes) {
      expect([costs.length, Number.isFinite(exponent), memory.length]).toEqual([2, true, 1]);
      expect(memory[0]!.ours.median).toBeGreaterThan(0);
    }
  }, 60_000);

  it('says which peer is missing, and writes it all down', async () => {
    const bench = await benchOf(['effective-size'], 'no-such-python');
    expect(bench.rows[0]?.comparisons).toMatchObject([
      { tool: 'networkx', verdict: 'not compared', reason: 'not compared: networkx is not installed', ratio: null },
    ]);
    expect(benchText(bench)).toContain('effective-size, networkx: not compared: networkx is not installed');
  });
});

describe('Law: C is held against as its packages are built, and what this machine alone could do is shown beside it', () => {
  const rows = ROWS.filter(({ peers }) => peers.some(({ tool }) => tool.startsWith('c-') || tool === 'c'));

  it.each(rows.map((row) => [row.id, row] as const))('%s', (_id, { about, peers }) => {
    const [portable, native, ...more] = peers.filter(({ tool }) => tool === 'c' || tool === 'c-native');
    expect([portable?.tool, native?.tool, more]).toEqual(['c', 'c-native', []]);
    expect(native?.goals).toEqual([]);
    expect(about).toContain('c-native is the same source built for this machine alone');
  });

  it('says how both are compiled', () => {
    const { versions } = findTools({ folder: tmpdir() });
    if (versions.c === undefined) return;
    expect(versions.c).not.toContain('native');
    expect(versions['c-native']).toContain('-march=native');
  });
});

describe('Law: the benchmark’s networks are the same on every run, and as large as is said', () => {
  it.each(Object.keys(NETWORKS) as NetworkName[])('%s', async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'weft-bench-test-'));
    try {
      const made = await makeNetwork(name, TINY, join(folder, 'one'));
      await makeNetwork(name, TINY, join(folder, 'two'));
      const text = await readFile(join(folder, 'one'), 'utf8');
      expect(await readFile(join(folder, 'two'), 'utf8')).toBe(text);
      const lines = text.trimEnd().split('\n');
      if (name === 'interactions') return expect(lines.length).toBe(made.size.ties + 1);
      expect(lines.length).toBe(made.size.ties);
      const pairs = lines.map((line) => line.split(' ').slice(0, 2).map(Number));
      const keys = new Set(pairs.map(([v = 0, w = 0]) => Math.min(v, w) * made.size.members + Math.max(v, w)));
      expect(keys.size).toBe(lines.length);
      for (const [v = 0, w = 0] of pairs) expect(v !== w && Math.max(v, w) < made.size.members).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('Law: weft bench is used like every other command', () => {
  it.each([
    [['--repetitions', '2'], 'says nothing of the scatter'],
    [['--rows', 'betweeness'], "there is no row 'betweeness'"],
    [['--peers', 'igraf'], "there is no peer 'igraf'"],
  ])('bench %j ends with 2', async (args, words) => {
    const { code, err } = await weft(tmpdir(), ['bench', ...args]);
    expect([code, err.includes(words)]).toEqual([2, true]);
  });
});

describe('Law: what is not there is not compared with', () => {
  it('finds Weft itself wherever it runs, and no Python tools where there is no Python', () => {
    const { versions } = findTools({ python: 'no-such-python', folder: tmpdir() });
    expect(versions.weft).toBe(process.versions.node);
    expect(versions.igraph).toBeUndefined();
  });
});
