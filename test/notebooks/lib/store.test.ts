import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../../analysis/index.ts';
import { checkHealth } from '../../../analysis/report/health-check.ts';
import { open, SHOW, WeftError } from '../../../notebooks/lib/index.ts';
import { Networks } from '../../../workflows/host/client.ts';
import { type ExampleStore, exampleStore } from './example-store.ts';

const SILOS = { metrics: ['e-i-index', 'mixing-matrix'], groupBy: 'region', wave: '1' } as const;

describe('Story: a notebook reads the store, whether Weft runs or not', () => {
  let example: ExampleStore;
  beforeAll(async () => {
    example = await exampleStore();
  });
  afterAll(() => example?.close());
  afterEach(() => {
    delete process.env.WEFT_DATA;
  });
  const opened = () => open({ data: example.dataDir });

  it('the only network needs no name; WEFT_DATA says where the store is; an id opens it, too', async () => {
    expect((await opened()).id).toBe('three-regions');
    expect((await opened()).title).toBe('Three regions exchange');
    process.env.WEFT_DATA = example.dataDir;
    expect((await open()).id).toBe('three-regions');
    expect((await open('three-regions')).id).toBe('three-regions');
  });

  it('as of a date it says what was known then', async () => {
    const march = (await opened()).asOf('2026-03-31');
    expect((await march.ties()).size).toBe(268);
    expect((await (await opened()).ties()).size).toBe(543);
    expect((await march.waves()).size).toBe(1);
    expect((await march.adoptions()).rows().every(({ time }) => String(time) <= '2026-03-31')).toBe(true);
    await expect(march.asOf(3).ties()).rejects.toThrow(/this network counts dates/);
  });

  it('the figures are those of `weft measure` and `weft report`, by the charter’s own settings', async () => {
    const march = (await opened()).asOf('2026-03-31');
    const networks = await Networks.open({ dataDir: example.dataDir });
    try {
      const asOf = '2026-03-31T23:59:59.999Z';
      const records = await networks.measurable('three-regions', asOf);
      const expected = measure(records, { ...SILOS, asOf: '2026-03-31', smallestGroup: 5 });
      const silos = await march.measure(SILOS);
      expect(silos.results).toEqual(expected.results);
      expect(silos.input.digest).toBe(expected.input.digest);
      const { input } = await networks.healthQuestion('three-regions', 'report-2026-03-31', asOf);
      const report = await march.report();
      expect(report.figures).toEqual(checkHealth(input).figures);
    } finally {
      await networks.close();
    }
  }, 60_000);

  it('what waits for running workflows says how to start them', async () => {
    const network = await opened();
    for (const act of [() => network.status(), () => network.propose({ introduce: ['p06', 'p24'] })]) {
      await expect(act()).rejects.toThrow(WeftError);
      await expect(act()).rejects.toThrow(/No Weft is running on .*weft start/);
    }
    expect((await network.checks()).size).toBe(0);
    expect((await network.proposals()).size).toBe(0);
    expect((await network.outcomes()).columns).toContain('verdict');
  });

  it('reads whole pictures while another process writes', async () => {
    const network = await opened();
    const writer = spawn(process.execPath, ['--import', 'tsx', 'test/notebooks/lib/write-on.ts', example.dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => writer.once('exit', resolve));
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    let seen = 0;
    while (!isOver) {
      // Ties are written by tens: a reader sees all ten or none.
      const introduced = (await network.ties()).filter((row: { type: string }) => row.type === 'introduced').size;
      expect(introduced % 10).toBe(0);
      expect(introduced).toBeGreaterThanOrEqual(seen);
      seen = introduced;
    }
    expect(await ended).toBe(0);
    expect((await network.ties()).filter((row: { type: string }) => row.type === 'introduced').size).toBe(300);
  }, 60_000);

  it('shows nobody’s name, and leaves nothing open behind it', async () => {
    const network = await opened();
    expect(JSON.stringify(await network[SHOW]())).toContain('60 members take part');
    expect((await network.people()).size).toBe(0);
    expect(readdirSync(example.dataDir).sort()).toEqual(expect.arrayContaining(['master.key', 'weft.db']));
  });
});

describe('where there is not the one network that is meant, the way to it is said', () => {
  it('several networks are listed with what to type', async () => {
    const example = await exampleStore(['north', 'south']);
    try {
      const words = await open({ data: example.dataDir }).catch((error: Error) => error.message);
      expect(words).toBe("There are 2 networks; say which one:\n  open('north')\n  open('south')");
      expect((await open({ network: 'south', data: example.dataDir })).id).toBe('south');
      await expect(open({ network: 'west', data: example.dataDir })).rejects.toThrow(/There are: north, south/);
    } finally {
      await example.close();
    }
  });

  it('no store is not made: the folder stays empty, and the error says where was looked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weft-none-'));
    const none = join(folder, 'none');
    await expect(open({ data: none })).rejects.toThrow(/No Weft was found in .*none \(looked in .*weft start/);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    const empty = await exampleStore([]);
    await expect(open({ data: empty.dataDir })).rejects.toThrow(/no network in the store yet.*weft launch/s);
    await empty.close();
  });
});
