import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBytes, writeJson } from '../../../data/exchange/index.ts';
import type { CharterInput } from '../../../data/records/index.ts';
import { Networks, NotRunning, RefusedError } from '../../../workflows/host/client.ts';
import { openStores } from '../../../workflows/host/connection.ts';
import { launch } from '../../../workflows/host/networks/launch.ts';
import { type RunningWeft, startWeft } from '../../../workflows/host/start.ts';

const NETWORK = 'clinics';
/** Nowhere but in the people store may these be found. */
const CANARIES = ['Zyxwv', 'Quokkabury', 'Xylotomous'];
const ENV = { ...process.env, TEMPORAL_ADDRESS: undefined, DATABASE_URL: undefined, SMTP_URL: undefined };

const charter: CharterInput = {
  charter: 1,
  network: NETWORK,
  name: 'Clinics learn together',
  challenge: 'Families wait eleven weeks for a first appointment.',
  vision: 'Every family is seen within three weeks, wherever they live.',
  callToAction: 'Bring one practice that shortened your waiting list.',
  valueProposition: 'Six months, four hours a month, and what works.',
  scope: 'Child and family clinics of the three regions.',
  horizon: 'P6M',
  timeZone: 'Europe/Berlin',
  roles: { lead: ['ana.zyxwv@example.org'], steward: ['Ben Zyxwv'], sponsor: ['quokkabury@example.net'] },
  consent: { statement: 'Answers are seen by stewards; everybody else sees figures.' },
};

function members(count = 6) {
  const names = ['Ana', 'Ben', 'Cem', 'Dot', 'Eva', 'Fay', 'Gus'].slice(0, count);
  const rows = names.map((name, index) => {
    const email = `${name.toLowerCase()}.zyxwv@example.org`;
    return `${email},${name} Zyxwv,${email},${index % 2 === 0 ? 'North' : 'South'},Quokkabury Road ${index}`;
  });
  const bytes = Buffer.from(['id,name,email,region,street', ...rows].join('\n'));
  return importBytes([{ name: 'members.csv', bytes }], { attributes: ['region', 'street'] });
}

describe('the façade: what a person may do is done once, what is refused is refused in words', () => {
  let dataDir: string;
  let weft: RunningWeft;
  let networks: Networks;
  const progress: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'weft-client-'));
    weft = await startWeft({ dataDir, env: ENV, onProgress: (text) => progress.push(text) });
    networks = await Networks.open({ dataDir, env: ENV });
  });
  afterAll(async () => {
    await networks?.close();
    await weft?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const refusal = async (attempt: Promise<unknown>) => {
    const error = await attempt.then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(RefusedError);
    for (const canary of CANARIES) expect(error?.message).not.toContain(canary);
    return (error as RefusedError).message;
  };
  const lead = 'ana.zyxwv@example.org';
  const act = (action: string, as: string, payload?: Record<string, unknown>) =>
    networks.act(NETWORK, action, { as, payload });

  it('the launch gate: too few members, a role for nobody, an empty charter', async () => {
    expect(await refusal(networks.launch({ charter, members: members(4) }))).toMatch(/4 members are known.*at least 5/);
    expect(await refusal(networks.launch({ charter }))).toMatch(/0 members are known/);
    const nobody = { ...charter, roles: { ...charter.roles, facilitator: ['p99'] } };
    expect(await refusal(networks.launch({ charter: nobody, members: members() }))).toMatch(
      /roles\.facilitator, entry 1/,
    );
    expect(await refusal(networks.launch({ charter: { ...charter, vision: '' }, members: members() }))).toMatch(
      /vision: /,
    );
    expect(await networks.networks()).toEqual([]);
    expect(await refusal(networks.status(NETWORK))).toMatch(/There is none yet; weft launch/);
  });

  it('a launch that died before the workflow began is taken up by the same launch, and by no other', async () => {
    const stores = await openStores(dataDir, ENV);
    const dead = { workflow: { start: () => Promise.reject(new Error('killed')) } } as never;
    const places = { ...stores, client: dead, nowRealMs: Date.now() - 5000, continueAsNewAfterEvents: null };
    await expect(launch(places, { charter, members: members() })).rejects.toThrow('killed');
    const facts = await networks.exportFacts(NETWORK);
    expect(await refusal(networks.launch({ charter: { ...charter, name: 'Another' }, members: members() }))).toMatch(
      /already/,
    );
    const { network, startedAt } = await networks.launch({ charter, members: members() });
    expect(network).toBe(NETWORK);
    expect(startedAt).toBe(facts[0]?.validFrom);
    const repeated = (await networks.exportFacts(NETWORK)).filter(({ kind }) =>
      ['charter', 'role', 'member'].includes(kind),
    );
    expect(repeated).toEqual(facts);
    await stores.close();
    expect(await refusal(networks.launch({ charter, members: members() }))).toMatch(
      /There is a network 'clinics' already/,
    );
  });

  it('people act under the name they go by; the receipt and the status say what came of it', async () => {
    expect(
      await act('confirm-readiness', lead, { item: 'sponsor-named', evidence: 'Letter of Mrs Quokkabury' }),
    ).toEqual({
      id: 'sponsor-named',
      said: "'sponsor-named' is confirmed.",
    });
    const proposed = await act('propose-priority', 'Cem Zyxwv', { title: 'Xylotomous intake' }).catch((error) => error);
    // Not by a name from the details: by id, by address, or by what the file called the person.
    expect(proposed).toBeInstanceOf(RefusedError);
    expect(await act('propose-priority', 'cem.zyxwv@example.org', { title: 'Xylotomous intake' })).toMatchObject({
      id: 'priority-1',
    });
    const status = await networks.status(NETWORK);
    expect(status).toMatchObject({
      ...{
        network: NETWORK,
        phase: 'design',
        stage: 'priorities are proposed',
        answers: true,
        switch: 'on',
        health: null,
      },
      members: { invited: 6, active: 0, declined: 0, left: 0 },
    });
    expect(status.next.map(({ what }) => what)).toEqual(expect.arrayContaining(['priorities-close', 'health check']));
    expect(status.waiting.some(({ action }) => action === 'confirm-readiness')).toBe(true);
    expect(JSON.stringify(status)).not.toMatch(/Zyxwv|Quokka/i);
    const label = await networks.label(NETWORK);
    const [priority] = await networks.exportFacts(NETWORK, 'priority');
    const body = priority?.body as { proposedBy: string; title: string };
    expect(label(body.proposedBy)).toBe('Cem Zyxwv');
    expect(await networks.words(NETWORK, body.title)).toBe('Xylotomous intake');
  });

  it('the same submission fifty times at once is one; the others get the same answer', async () => {
    const submissions = Array.from({ length: 50 }, () =>
      act('propose-priority', 'dot.zyxwv@example.org', { title: 'Once' }),
    );
    const receipts = await Promise.all(submissions);
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const priorities = await networks.exportFacts(NETWORK, 'priority');
    expect(priorities).toHaveLength(2);
  });

  it.each([
    [
      'beyond a right',
      'confirm-readiness',
      'cem.zyxwv@example.org',
      { item: 'time-agreed' },
      /^Only a lead may do this/,
    ],
    ['a right of nobody', 'approve', 'cem.zyxwv@example.org', { proposal: 'x' }, /^Only a lead may do this/],
    [
      'what the workflow refuses',
      'confirm-readiness',
      lead,
      { item: 'sponsor-named' },
      /^'sponsor-named' is confirmed already\.$/,
    ],
    ['an unknown item', 'confirm-readiness', lead, { item: 'weather' }, /^The readiness gate has no item 'weather'/],
    ['an unknown action', 'fly', lead, {}, /There is no action of that name.*confirm-readiness/],
    ['an unknown person', 'vote', 'Zyxwv', { ranking: ['priority-1'] }, /Nobody of clinics is called that/],
    ['no cycle', 'contribute', lead, { text: 'Quokkabury' }, /^No learning cycle is running\.$/],
    ['no wave', 'answer', lead, { wave: '1', ties: [{ to: 'ben.zyxwv@example.org', type: 'advice' }] }, /no wave '1'/],
    [
      'a tie to nobody',
      'answer',
      lead,
      { wave: '1', ties: [{ to: 'Quokkabury', type: 'advice' }] },
      /ties, entry 1: is nobody/,
    ],
    ['help to nobody', 'contribute', lead, { helped: 'Quokkabury' }, /helped: is nobody/],
    ['no decision', 'decide', lead, { decision: 'd', option: 'close' }, /There is no decision 'd'/],
    ['no introduction', 'consent', lead, { introduction: 'i', agree: true }, /There is no introduction 'i'/],
    ['a field too many', 'vote', lead, { ranking: ['a'], Quokkabury: 1 }, /payload: has a field/],
    ['a field too few', 'vote', lead, {}, /ranking: .*\n.*For example/],
    ['a wrong type', 'vote', lead, { ranking: 'a' }, /ranking: /],
    ['NaN', 'answer', lead, { wave: '1', ties: [{ to: 'p', type: 'a', strength: Number.NaN }] }, /strength.*finite/],
    ['half a character', 'propose-priority', lead, { title: '\ud800' }, /title/],
    ['__proto__', 'propose-priority', lead, JSON.parse('{"__proto__":{"x":1},"title":"t"}'), /__proto__|field/],
    ['too much', 'propose-priority', lead, { title: 'x'.repeat(5_000_000) }, /5000012 bytes; at most 100000/],
    ['too deep', 'propose-priority', lead, { title: nested(200) }, /levels of nesting/],
  ])('refuses %s within a second', async (_, action, as, payload, words) => {
    const began = performance.now();
    expect(await refusal(act(action, as, payload as Record<string, unknown>))).toMatch(words);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('an import is heard once; a dry run changes nothing', async () => {
    const file = join(dataDir, 'more.csv');
    await writeFile(file, 'id,name,email,region\ngus.zyxwv@example.org,Gus Zyxwv,gus.zyxwv@example.org,South\n');
    const before = await networks.exportFacts(NETWORK);
    expect(await networks.importFiles(NETWORK, [file], { dryRun: true })).toMatchObject({
      facts: { member: 1 },
      dryRun: true,
    });
    expect(await networks.exportFacts(NETWORK)).toEqual(before);
    expect(await networks.importFiles(NETWORK, [file])).toMatchObject({ appended: 1, unchanged: 0 });
    expect(await networks.importFiles(NETWORK, [file])).toMatchObject({ appended: 0, unchanged: 1 });
    expect((await networks.records(NETWORK)).members).toHaveLength(7);
    // A fact that was changed and is said again as it was is heard again.
    const region = (name: string) => writeFile(file, `id,region\ngus.zyxwv@example.org,${name}\n`);
    const appended = [];
    for (const name of ['North', 'South', 'North']) {
      await region(name);
      appended.push((await networks.importFiles(NETWORK, [file])).appended);
    }
    expect(appended).toEqual([1, 1, 1]);
    await rm(file);
  });

  it('an export brought in again changes nothing, and gives another network the same facts', async () => {
    const exported = await networks.exportFacts(NETWORK);
    const file = join(dataDir, 'facts.json');
    await writeFile(file, writeJson(exported));
    expect((await networks.importFiles(NETWORK, [file])).appended).toBe(0);
    const other = 'clinics-again';
    await networks.launch({ charter: { ...charter, network: other }, members: members() });
    await networks.importFiles(other, [file]);
    const told = (await networks.exportFacts(other)).map(({ key, body, validFrom }) => ({ key, body, validFrom }));
    // What the launch says is the other network's own: its charter, its roster.
    const own = new Set(told.filter(({ key }) => exported.every((fact) => fact.key !== key)).map(({ key }) => key));
    for (const { key, body, validFrom } of exported.filter((fact) => fact.source.type === 'person')) {
      expect(told).toContainEqual({ key, body, validFrom });
      expect(own.has(key)).toBe(false);
    }
  });

  it('survives the death of its server', async () => {
    const { serverPid } = weft;
    process.kill(serverPid as number, 'SIGKILL');
    await expect.poll(() => weft.serverPid, { timeout: 30_000 }).not.toBe(serverPid);
    await expect
      .poll(async () => (await networks.status(NETWORK).catch(() => null))?.answers, { timeout: 30_000 })
      .toBe(true);
    expect(await act('propose-priority', 'eva.zyxwv@example.org', { title: 'After the storm' })).toMatchObject({
      id: 'priority-3',
    });
  }, 90_000);

  it('survives the death of its worker and a stop of everything', { timeout: 90_000 }, async () => {
    process.kill(weft.workerPid as number, 'SIGKILL');
    expect(await act('confirm-readiness', lead, { item: 'time-agreed' })).toMatchObject({ id: 'time-agreed' });
    await weft.stop();
    await networks.close();
    await expect(
      Networks.open({ dataDir, env: ENV }).then(async (closed) => {
        try {
          // What the store knows needs nobody running.
          expect(await closed.networks()).toEqual([NETWORK, 'clinics-again']);
          await closed.status(NETWORK);
        } finally {
          await closed.close();
        }
      }),
    ).rejects.toThrow(NotRunning);
    weft = await startWeft({ dataDir, env: ENV, onProgress: (text) => progress.push(text) });
    // The build that ran before is held against nothing; another one is held against all that runs.
    expect(progress.filter((text) => text.includes('replayed'))).toEqual([]);
    await weft.stop();
    await writeFile(join(dataDir, 'workflows.js'), '// another build');
    weft = await startWeft({ dataDir, env: ENV, onProgress: (text) => progress.push(text) });
    expect(progress).toContain('2 running workflows replayed');
    networks = await Networks.open({ dataDir, env: ENV });
    expect(await act('confirm-readiness', lead, { item: 'challenge-shared' })).toMatchObject({
      id: 'challenge-shared',
    });
  });

  it('the log names who was refused, verifies, and no canary is outside the people store', async () => {
    const { entries, verdict } = await networks.audit(NETWORK);
    expect(verdict).toMatchObject({ verifies: true, entries: entries.length });
    const refused = entries.filter(({ action }) => action === 'refused');
    expect(refused.length).toBeGreaterThan(15);
    expect(refused[0]?.detail).toEqual({ tried: expect.any(String) });
    await networks.close();
    await weft.stop();
    // Mail that was delivered holds the name of its receiver; everything else holds none.
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.some(({ name }) => name.endsWith('.eml'))).toBe(true);
    for (const entry of files) {
      if (entry.name.endsWith('.eml')) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const canary of [...CANARIES, ...CANARIES.map((word) => word.toLowerCase())]) {
        expect(bytes.includes(canary), `${canary} in ${entry.name}`).toBe(false);
      }
    }
  });
});

describe('the worker’s own process says what it wants', () => {
  it('without a data folder it ends with words', async () => {
    const main = fileURLToPath(new URL('../../../workflows/host/worker-main.ts', import.meta.url));
    await expect(promisify(execFile)(process.execPath, ['--import', 'tsx', main])).rejects.toMatchObject({ code: 2 });
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 'deep' : [nested(levels - 1)];
}
