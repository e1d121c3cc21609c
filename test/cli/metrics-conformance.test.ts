import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, weft, writeFiles } from './weft-process.ts';

/** Two members who could name each other; one does: density ½. */
function dataset(density: number): Record<string, string> {
  const records = [
    { metric: 'density', variant: 'D', lib: 'networkx', call: 'nx.density', value: density, trust: 'confirmed' },
    { metric: 'a new figure', variant: 'U', lib: 'networkx', call: '', value: 1, trust: 'confirmed' },
  ];
  const definition = { type: 'advice', wave: null, directed: true };
  const oracle = { versions: { networkx: '3' }, node_order: ['1', '2'], layers: { advice: { definition, records } } };
  return {
    'nodes.csv': 'id,dept\n1,x\n2,y\n',
    'edges.csv': 'source,target,type,weight,wave,time\n1,2,advice,1,,\n',
    'oracle.json': JSON.stringify(oracle),
  };
}

describe('weft metrics --conformance: who agrees with us, and how closely', () => {
  const folder = temporaryFolder();

  beforeAll(async () => {
    const files = { right: dataset(0.5), wrong: dataset(0.4), notes: { 'nodes.csv': 'id\n1\n' } };
    for (const [name, content] of Object.entries(files)) await writeFiles(`${folder}/sets/${name}`, content);
  });

  it('figures that are ours: exit 0, and records that nobody knows are listed', async () => {
    const { code, out } = await weft(folder, ['metrics', '--conformance', 'sets/right', '--json']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ ok: true, datasets: ['right'], gaps: [], failures: [] });
    expect(report.unknown).toMatchObject([{ metric: 'a new figure', variant: 'U', records: 1 }]);
    expect(report.rows.find((row: { metric: string }) => row.metric === 'density')).toMatchObject({
      oracles: ['networkx 3'],
      layers: ['right: advice'],
      values: 1,
      largestDifference: 0,
      verdict: 'agrees',
    });
    expect(code).toBe(0);
  });

  it('several sets, of which one differs: exit 1, and where', async () => {
    const { code, out } = await weft(folder, ['metrics', '--conformance', 'sets']);
    expect(out).toContain('2 data sets (right, wrong)');
    expect(out).toMatch(/^density +networkx 3 .* differs$/m);
    expect(out).toContain('wrong, advice: density against density | D of networkx 3: ours 0.5, theirs 0.4');
    expect(out).toContain('0 have a gap; 1 record differs');
    expect(code).toBe(1);
  });

  it('as a document, for those who have no networks at hand', async () => {
    const { code, out } = await weft(folder, ['metrics', '--conformance', 'sets/right', '--format', 'markdown']);
    expect(out).toMatch(
      /^\| density \| networkx 3 \| 1 \| 1 \| 0 \| 1e-9 of the figure \+ 1e-12 \| brute force: test\//m,
    );
    expect(code).toBe(0);
    const catalogue = await weft(folder, ['metrics', '--format', 'markdown']);
    expect(catalogue.err).toContain('--format markdown is for --conformance');
    expect(catalogue.code).toBe(2);
  });

  it('no folder, a folder without an oracle, and an id beside it: refused with words', async () => {
    const nowhere = await weft(folder, ['metrics', '--conformance', 'nowhere']);
    expect(nowhere.err).toContain('nowhere is no folder; give one with nodes.csv, edges.csv and oracle.json');
    expect(nowhere.code).toBe(1);
    const empty = await weft(folder, ['metrics', '--conformance', 'sets/notes']);
    expect(empty.err).toContain('sets/notes holds no oracle.json');
    expect(empty.code).toBe(1);
    const both = await weft(folder, ['metrics', 'density', '--conformance', 'sets']);
    expect(both.err).toContain("--conformance compares all metrics; leave out 'density'");
    expect(both.code).toBe(2);
  });
});
