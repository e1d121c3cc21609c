import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { filesCheck, usualPolicy } from '../../../analysis/report/files-check.ts';
import { checkHealth } from '../../../analysis/report/health-check.ts';
import { readSource, writeGexf, writeGraphml } from '../../../data/exchange/index.ts';
import { cancel, type Network, open, SHOW, type ShowsItself, WeftError } from '../../../notebooks/lib/index.ts';
import { lookOf } from '../../../notebooks/lib/show/index.ts';
import { DATASETS, datasetsFolder, datasetsPresent, needsDatasets } from '../../support/datasets.ts';

const EXAMPLE = 'data/examples/three-regions';
const opened = open(EXAMPLE);

async function textOf(value: ShowsItself): Promise<string> {
  return String((await value[SHOW]())['text/plain']);
}

/** The words of a refusal; fails where nothing was refused. */
async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(WeftError);
    // What a cell shows of an error: its words, and nothing of the library's insides.
    expect((error as WeftError).stack).toBe((error as WeftError).message);
    return (error as WeftError).message;
  }
  throw new Error(`not refused: ${act}`);
}

describe('Story: an evaluator opens files in a cell and asks', () => {
  it('what is there: members, ties, waves, groups, adoptions, and itself in a few lines', async () => {
    const network = await opened;
    expect((await network.members()).columns).toEqual(['member', 'status', 'hub', 'organisation', 'region', 'role']);
    expect((await network.members()).size).toBe(60);
    expect((await network.ties()).size).toBe(543);
    expect((await network.waves()).rows()[0]).toMatchObject({ wave: '1', asked: 60, answered: 49, ties: 268 });
    const regions = (await network.groups()).rows().filter(({ attribute }) => attribute === 'region');
    expect(regions.map(({ group, members }) => [group, members])).toEqual([
      ['East', 20],
      ['North', 20],
      ['South', 20],
    ]);
    expect((await network.adoptions()).columns).toEqual(['member', 'practice', 'time', 'adopted']);
    expect(await textOf(network)).toContain('60 members take part, 543 ties');
  });

  it('nobody’s name is in it, unless names are asked for', async () => {
    const network = await opened;
    const shown = [network, await network.members(), await network.ties(), await network.groups()];
    for (const value of shown) expect(JSON.stringify(await value[SHOW]())).not.toMatch(/Abel|Acorn|@example/);
    expect((await network.people()).rows()[0]).toEqual({
      member: 'p01',
      name: 'Abel Acorn',
      email: 'abel.acorn@example.org',
    });
  });

  it('as of a date, later waves are not there and later adoptions had not happened', async () => {
    const march = (await opened).asOf('2026-03-31');
    expect(march.date).toBe('2026-03-31');
    expect((await march.waves()).size).toBe(1);
    expect((await march.ties()).size).toBe(268);
    const late = (await march.adoptions()).rows().filter(({ time, adopted }) => String(time) > '2026-03-31' && adopted);
    expect(late).toEqual([]);
  });

  it('measures what `measure` measures, with p, band, response and reasons, the same bytes every time', async () => {
    const march = (await opened).asOf('2026-03-31');
    const options = { metrics: ['e-i-index', 'mixing-matrix', 'betweenness'], groupBy: 'region', wave: '1' } as const;
    const silos = await march.measure(options);
    const { records } = await readSource(EXAMPLE);
    const expected = measure(records, { ...options, smallestGroup: 5, asOf: '2026-03-31' });
    expect(silos.value('e-i-index')).toBe(expected.results[0]?.value);
    expect(silos.figure('e-i-index').details.p).toBe(expected.results[0]?.details.p);
    expect(silos.network.rows()[0]).toMatchObject({ figure: 'e-i-index', n: 60, ties: 268 });
    expect(silos.groups.rows()[0]).toEqual({ group: 'East', 'e-i-index': -0.36 });
    expect(silos.table('mixing-matrix').rows()[0]).toEqual({
      from: 'East',
      'to East': 68,
      'to North': 6,
      'to South': 6,
    });
    const silent = silos.members.rows().find(({ member }) => member === 'p06');
    expect(silent).toMatchObject({ betweenness: null, 'betweenness (reason)': 'did not answer: own ties are unknown' });
    const text = await textOf(silos);
    expect(text).toContain('82 % of those asked answered');
    expect(text).toContain('as of 2026-03-31, grouped by region, seed 1, p from 10000 permutations');
    expect(await (await march.measure(options))[SHOW]()).toEqual(await silos[SHOW]());
    expect((await march.measure(options)).csv()).toBe(silos.csv());
  });

  it('small groups are counted together, and said', async () => {
    const network = await open(
      folderOf({
        'nodes.csv': ['id,team', ...ids(12).map((id, at) => `${id},${at < 7 ? 'A' : at < 10 ? 'B' : 'C'}`)],
        'edges.csv': ['source,target', ...ids(12).map((id, at) => `${id},${ids(12)[(at + 1) % 12]}`)],
      }),
    );
    const silos = await network.measure({ metrics: ['mixing-matrix'], groupBy: 'team' });
    expect(
      silos
        .table('mixing-matrix')
        .rows()
        .map(({ from }) => from),
    ).toEqual(['A', 'others together']);
    expect(await textOf(silos)).toContain('Counted together as “others together”: B (fewer than 5 members)');
    const groups = (await network.groups()).rows();
    expect(groups.map(({ members }) => members)).toEqual([7, null, null]);
    const all = await network.measure({ metrics: ['mixing-matrix'], groupBy: 'team', smallestGroup: 1 });
    expect(
      all
        .table('mixing-matrix')
        .rows()
        .map(({ from }) => from),
    ).toEqual(['A', 'B', 'C']);
  });

  it('as a graph of graphology, from the same selection', async () => {
    const graph = await (await opened).graph({ type: 'advice', wave: '1', minStrength: 3 });
    expect([graph.order, graph.type]).toEqual([60, 'directed']);
    expect(graph.getNodeAttributes('m:p01')).toMatchObject({ id: 'p01', attributes: { region: 'North' } });
    graph.forEachEdge((_edge, { strength }) => expect(strength).toBeGreaterThanOrEqual(3));
    expect((await (await opened).graph({ undirected: true })).type).toBe('undirected');
  });

  it('draws charts and maps with the data behind them, and what the kernel shows of them is a picture', async () => {
    const network = await opened;
    const chart = await network.chart('mixing-matrix', { groupBy: 'region', wave: '1' });
    expect(chart.csv().split('\n')[0]).toBe('from,to,ties,share');
    const [picture] = await lookOf(chart);
    expect(Object.keys(picture ?? {})).toEqual(expect.arrayContaining(['image/svg+xml', 'text/plain']));
    const map = await network.map({ colour: 'region', wave: '1', labels: 'ids' });
    const again = await network.map({ colour: 'region', wave: '2', places: map.places });
    expect(map.places.size).toBe(60);
    expect(again.places.get('p01')).toEqual(map.places.get('p01'));
    // As it is written into the notebook: what Vega leaves on rows in memory is not.
    const written = async (value: unknown) => JSON.stringify(await lookOf(value));
    expect(await written(map)).toBe(await written(await network.map({ colour: 'region', wave: '1', labels: 'ids' })));
  }, 60_000);

  it('the report has the figures that `weft report` has', async () => {
    const report = await (await opened).asOf('2026-06-30').report();
    const { records } = await readSource(EXAMPLE);
    const policy = usualPolicy();
    const check = checkHealth(
      filesCheck(records, { title: 'three-regions', day: '2026-06-30', leaveOutLater: true, policy }),
    );
    expect(report.figures).toEqual(check.figures);
    expect(report.inputDigest).toBe(check.inputDigest);
    expect(report.findings.rows()).toHaveLength(check.findings.length);
    expect(report.html).not.toMatch(/Abel|Acorn/);
    expect((await report[SHOW]())['text/html']).toMatch(/^<iframe [^>]*sandbox=""/);
    const named = await (await opened).asOf('2026-06-30').report({ names: true });
    expect(named.markdown).toMatch(/Abel Acorn|[A-Z][a-z]+ [A-Z][a-z]+/);
  }, 60_000);

  it('who should meet whom, and what it would do', async () => {
    const network = (await opened).asOf('2026-06-30');
    const found = await network.introductions({ aim: 'e-i', groupBy: 'region', count: 3, wave: '2' });
    expect(found.pairs).toHaveLength(3);
    expect(found.table.rows()[0]).toMatchObject({ rank: 1, introduce: found.pairs[0]?.[0], to: found.pairs[0]?.[1] });
    const asked = { groupBy: 'region', practice: 'shared-intake', introduce: found.pairs, runs: 50, wave: '2' };
    const simulation = await network.simulate(asked);
    expect(simulation.difference.low).toBeGreaterThanOrEqual(0);
    expect(simulation.table.rows()[0]).toMatchObject({
      figure: 'adopters of 60',
      difference: simulation.difference.mean,
    });
    expect(await (await network.simulate(asked))[SHOW]()).toEqual(await simulation[SHOW]());
  }, 60_000);

  it('what is asked wrongly is refused in words: what, where, and the way out', async () => {
    const network = await opened;
    const wrong: [() => unknown, RegExp][] = [
      [() => network.asOf('31/02/2026'), /asOf\('2026-02-28'\)/],
      [() => network.asOf('2026-02-31'), /write a date that exists/],
      [() => network.measure({ metrics: ['densty' as 'density'] }), /did you mean "density"/],
      [() => network.measure({ metric: 'density' } as object), /unknown option "metric"; did you mean "metrics"/],
      [() => network.graph({ types: 'advice' } as object), /did you mean "type"/],
      [() => network.graph({ type: 'advise' }), /did you mean "advice"/],
      [() => network.measure({ metrics: ['e-i-index'], groupBy: 'regoin' }), /did you mean "region"/],
      [() => network.chart('mixing' as 'mixing-matrix'), /did you mean "mixing-matrix"/],
      [() => network.chart('mixing-matrix'), /needs groupBy/],
      [() => network.map({ color: 'region' } as object), /did you mean "colour"/],
      [() => network.report(), /asOf\('2026-03-31'\)\.report\(\)/],
      [() => network.status(), /nobody runs it/],
      [() => network.propose({ introduce: ['p01', 'p02'] }), /nobody runs it/],
      [() => network.simulate({ practice: 'x' }), /expected one of follow-up-call, shared-intake/],
      [() => open('nowhere/'), /There is no file or folder nowhere\/ \(looked in /],
      [() => open({ folder: 'x' } as object), /unknown option "folder"/],
    ];
    for (const [act, words] of wrong) expect(await refusal(act)).toMatch(words);
    const measured = await network.measure({ metrics: ['density'] });
    expect(await refusal(() => measured.value('diameter'))).toMatch(/expected one of density/);
    expect(await refusal(() => measured.figure('density', { scope: 'member' }))).toMatch(
      /density has no figure of the member/,
    );
  });

  it('every mistake in a folder is said by file, line and column', async () => {
    const folder = folderOf({
      'nodes.csv': ['id,region', 'p01,North', 'p01,South'],
      'edges.csv': ['source,target,weight', 'p01,p02,much', 'p01,,1'],
    });
    const words = await refusal(() => open(folder));
    expect(words).toMatch(/nodes\.csv line 3/);
    expect(words).toMatch(/edges\.csv line 2, column weight/);
    expect(words).toMatch(/edges\.csv line 3/);
  });

  it('a measurement that is called off ends, and says so', async () => {
    const network = await opened;
    const measuring = network.measure({ metrics: ['e-i-index'], groupBy: 'region', permutations: 20_000_000 });
    const words = refusal(() => measuring);
    // It is under way once its thread is.
    while (cancel() === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await words).toMatch(/Stopped before it was done/);
    const own = AbortSignal.abort(new WeftError('enough'));
    expect(await refusal(() => network.simulate({ signal: own, practice: 'shared-intake' }))).toBe('enough');
    expect(cancel()).toBe(0);
  });
});

describe('every format that Weft reads can be opened', () => {
  it('GraphML and GEXF say the same as the folder that they were written from', async () => {
    const { records } = await readSource('data/examples/florentine');
    const folder = folderOf({
      'florentine.graphml': [writeGraphml(records)],
      'florentine.gexf': [writeGexf(records)],
    });
    const options = { metrics: ['degree', 'betweenness'], undirected: true } as const;
    const expected = (await (await open('data/examples/florentine')).measure(options)).members.rows();
    for (const file of ['florentine.graphml', 'florentine.gexf']) {
      const network = await open(join(folder, file));
      expect((await network.measure(options)).members.rows()).toEqual(expected);
    }
  });

  describe.skipIf(!datasetsPresent)(needsDatasets('real networks'), () => {
    it.each(DATASETS)(
      '%s opens, and its density is measured',
      async (name) => {
        const network: Network = await open(new URL(name, datasetsFolder).pathname);
        const measured = await network.measure({
          metrics: ['density'],
          type: (await network.ties()).rows()[0]!.type as string,
        });
        expect(measured.value('density')).toBeGreaterThan(0);
        expect(measured.value('density')).toBeLessThanOrEqual(1);
      },
      60_000,
    );
  });
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Record<string, readonly string[]>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'weft-files-')), 'survey');
  folders.push(join(folder, '..'));
  mkdirSync(folder);
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), lines.join('\n'));
  return folder;
}

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `p${String(at + 1).padStart(2, '0')}`);
}
