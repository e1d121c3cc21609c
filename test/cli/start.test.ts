import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ended, type Running, startWeftProcess, temporaryFolder, weft, writeFiles } from './weft-process.ts';

const CHARTER = `charter: 1
network: river-valley
name: River valley
challenge: Families wait eleven weeks for a first appointment.
vision: Every family is seen within three weeks.
callToAction: Bring one practice that shortened your waiting list.
valueProposition: Take home what already works elsewhere.
scope: Child and family clinics of the valley.
horizon: P9M
timeZone: Europe/Berlin
roles:
  lead: [p1]
  steward: [p2]
consent:
  statement: Answers are seen by stewards alone.
`;
const CANARY = 'Canary Quillfeather';

describe('Story: a newcomer starts Weft on one machine and speaks to it from another terminal', () => {
  const folder = temporaryFolder();
  let running: Running;
  /** A command of the other terminal. */
  const other = (...args: string[]): Promise<Ended> => weft(folder, args);
  const json = async (...args: string[]) => {
    const { code, out, err } = await other(...args, '--json');
    expect({ code, err: err.replaceAll(/^(note|as) .*\n|^note: .*\n/gm, '') }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  };

  beforeAll(async () => {
    const members = [1, 2, 3, 4, 5, 6].map(
      (n) => `p${n},${n === 3 ? CANARY : `Name ${n}`},${n < 4 ? 'North' : 'South'}`,
    );
    await writeFiles(folder, {
      'charter.yaml': CHARTER,
      'members.csv': `id,name,region\n${members.join('\n')}\n`,
      'ties.csv': 'source,target,type\np1,p2,advice\np3,p4,advice\n',
      'wrong.csv': 'source,target,type\np1,nobody,advice\n',
    });
    running = startWeftProcess(folder, ['start', '--json']);
    await vi.waitFor(() => expect(running.said()).toMatch(/^\}$/m), { timeout: 90_000, interval: 100 });
  }, 120_000);
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
  });

  it('is told where everything is; the example network is there, with a first report', async () => {
    const places = JSON.parse(running.said()) as Record<string, string> & { example: { network: string } };
    expect(places.example.network).toBe('three-regions');
    expect(places.data).toContain('.weft');
    expect(places.temporal).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(await readFile(places.firstReport as string, 'utf8')).toMatch(/^<!doctype html>/i);
    expect((await stat(join(folder, '.weft'))).mode & 0o077).toBe(0);
  });

  it('a second start on the same folder is refused in words', async () => {
    const { code, err } = await other('start');
    expect(code).toBe(1);
    expect(err).not.toContain('unexpected');
  });

  it('measures on all workers what she measures on one machine', async () => {
    const asked = ['measure', 'three-regions', '--group-by', 'region', '--permutations', '500'];
    expect(await json(...asked, '--distributed')).toEqual(await json(...asked));
    const wrong = await other('measure', 'three-regions', '--group-by', 'colour', '--distributed');
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' });
    expect(wrong.err).toContain('colour');
  });

  it('launches a network of her own, once', async () => {
    const early = await other('launch', 'charter.yaml');
    expect(early.code).toBe(1);
    expect(early.err).toContain('--members FILE');
    expect(await json('launch', 'charter.yaml', '--members', 'members.csv')).toMatchObject({ network: 'river-valley' });
    const again = await other('launch', 'charter.yaml', '--members', 'members.csv');
    expect(again.code).toBe(1);
    expect(again.err).toContain("There is a network 'river-valley' already");
    const rows = (await json('networks')) as { network: string; phase: string }[];
    expect(rows.map(({ network, phase }) => `${network} ${phase}`)).toEqual([
      'river-valley design',
      'three-regions design',
    ]);
  });

  it('sees what waits on whom, acts, and sees it wait no longer', async () => {
    const gate = async () => {
      const { waiting } = (await json('status', 'river-valley')) as {
        waiting: { on: string; action: string; about: string }[];
      };
      return waiting
        .filter(({ action, on }) => action === 'confirm-readiness' && on === 'p1')
        .map(({ about }) => about);
    };
    await expect.poll(gate, { timeout: 20_000 }).toEqual(['challenge-shared', 'sponsor-named', 'time-agreed']);
    const calm = await other('status', 'river-valley');
    expect(calm.out).toContain('River valley (river-valley)');
    expect(calm.out).toMatch(/confirm-readiness +sponsor-named +p1 +no date/);
    expect(calm.out).not.toContain(CANARY);
    expect((await other('status', 'river-valley', '--names')).out).toContain(CANARY);

    const listed = await other('act', 'river-valley');
    expect(listed.out).toContain(`weft act river-valley confirm-readiness --as PERSON --json '{"item"`);
    const done = await other('act', 'river-valley', 'confirm-readiness', '--json', '{"item":"sponsor-named"}');
    expect(done).toMatchObject({ code: 0, err: 'as p1, the lead\n' });
    await expect.poll(gate, { timeout: 20_000 }).toEqual(['challenge-shared', 'time-agreed']);
  });

  it('is refused in words for people, with 1; with 2 where she has not said who acts', async () => {
    const wrong = await other('act', 'river-valley', 'confirm-readiness', '--json', '{"item":"nonsense"}');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('challenge-shared');
    const right = await other('act', 'river-valley', 'close', '--as', 'p3', '--format', 'json');
    expect(right.code).toBe(1);
    expect(JSON.parse(right.out).refused.message).toContain('Only a lead may do this');
    expect((await other('act', 'river-valley', 'vote', '--json', '{"ranking":["a"]}')).code).toBe(2);
  });

  it('imports all or nothing, and the same file twice changes nothing', async () => {
    const wrong = await other('import', 'river-valley', 'ties.csv', 'wrong.csv');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^wrong\.csv line 2, column target: /m);
    expect(await json('import', 'river-valley', 'ties.csv', '--dry-run')).toMatchObject({ appended: 2, dryRun: true });
    expect(await json('import', 'river-valley', 'ties.csv')).toMatchObject({ appended: 2, facts: { tie: 2 } });
    expect(await json('import', 'river-valley', 'ties.csv')).toMatchObject({ appended: 0 });
  });

  it('measures, reports and exports the network; names stay behind', async () => {
    const measured = await other('measure', 'river-valley', '--metrics', 'density', '--json');
    expect(JSON.parse(measured.out).input.members).toBe(0);
    expect(measured.err).toContain('none of 6 people has joined');
    const texts = [
      (await other('report', 'river-valley')).out,
      (await other('export', 'river-valley')).out,
      (await other('audit', 'river-valley')).out,
      JSON.stringify(await json('export', 'river-valley', '--format', 'csv', '--out', 'out')),
      await readFile(join(folder, 'out/nodes.csv'), 'utf8'),
    ];
    expect(texts[0]).toMatch(/^# River valley\n/);
    expect(JSON.parse(texts[1] as string)).toMatchObject({ format: 'weft-facts' });
    expect(texts[4]).toContain('p3');
    for (const text of texts) expect(text).not.toContain(CANARY);
    expect((await other('measure', 'out', '--metrics', 'density')).code).toBe(0);
  });

  it('Ctrl-C stops it; what is known can still be read, and what needs a running Weft says so', async () => {
    running.process.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
    const audit = (await json('audit', 'river-valley')) as {
      verdict: { verifies: boolean };
      entries: { action: string }[];
    };
    expect(audit.verdict.verifies).toBe(true);
    // Two acts were refused: written by the commands, kept although the worker had the store open meanwhile.
    expect(audit.entries.filter(({ action }) => action === 'refused')).toHaveLength(2);
    const networks = await other('networks');
    expect(networks.out).toMatch(/river-valley +River valley +design +0 +\?/);
    const { code, err } = await other('status', 'river-valley');
    expect(code).toBe(1);
    expect(err).toContain('type: weft start');
  }, 60_000);
});
