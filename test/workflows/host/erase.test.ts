import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../../data/exchange/index.ts';
import { type InboxEntry, mentions } from '../../../data/store/index.ts';
import { workflowId } from '../../../workflows/contract/index.ts';
import { type Erased, RefusedError } from '../../../workflows/host/client.ts';
import { chaosCharter } from '../../support/chaos-network.ts';
import { live, patiently } from '../../support/chaos-people.ts';
import { type WeftForTests, weftForTests } from '../../support/running-weft.ts';
import type { Deed } from '../../support/simulated-people.ts';
import { until } from '../../support/until.ts';

const NETWORK = 'clinics';
const NAME = 'Zebulon Quixworth';
const EMAIL = 'zebulon.mailbird@canary.example';
/** Holds a role, and is no member. */
const SPONSOR = 'quillbird@ministry.example';
const WORDS = ['zebulon', 'quixworth', 'mailbird', 'streetbird'];

describe('Law: weft erase takes a person out of everything in the data folder, and the network goes on', () => {
  let running: WeftForTests;
  let files: string;
  let canary: string;
  let erased: Erased;
  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'weft-erase-'));
    running = await weftForTests();
    const chaos = chaosCharter({ network: NETWORK, dayLastsSeconds: 1 });
    const charter = { ...chaos, roles: { ...chaos.roles, sponsor: ['p04', SPONSOR] } };
    const members = await readSources([roster()], { attributes: ['region', 'organisation'] });
    await running.networks.launch({ charter, members });
    const id = await running.stores.people.resolve(NETWORK, NAME);
    if (id === null) throw new Error('The canary is not among the people.');
    canary = id;
    await liveUntilIntroduced();
  }, 400_000);
  afterAll(async () => {
    await running?.close();
    rmSync(files, { recursive: true, force: true });
  });

  it('the canary is everywhere before: in facts, in mails, among the people, and under way in an introduction', async () => {
    const { store } = running.stores;
    const facts = await store.history({ network: NETWORK });
    for (const kind of ['member', 'notice', 'introduction', 'response', 'tie']) {
      expect(
        facts.filter((fact) => fact.kind === kind && JSON.stringify(fact.body).includes(canary)).length,
        kind,
      ).toBeGreaterThan(0);
    }
    expect(found(WORDS).some((place) => place.includes('outbox'))).toBe(true);
    expect((await store.read({ network: NETWORK, kind: 'report' })).length).toBeGreaterThan(0);
    expect(naming(canary).some((file) => file.startsWith('weft.db'))).toBe(true);
  });

  it('is not erased unless it is meant, nor is somebody whom nobody knows', async () => {
    expect(await cli('erase', NETWORK, EMAIL)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
    expect(await cli('erase', NETWORK, 'Nobody Inparticular', '--yes')).toMatchObject({ code: 1 });
    await expect(running.networks.erase('elsewhere', EMAIL)).rejects.toThrow(RefusedError);
  });

  it('the command says what it removed', async () => {
    const { code, out } = await cli('erase', NETWORK, EMAIL, '--yes', '--json');
    expect(code).toBe(0);
    erased = JSON.parse(out) as Erased;
    expect(erased).toMatchObject({ network: NETWORK, person: canary, left: true, details: 1 });
    expect(erased.facts.removed.tie).toBeGreaterThan(0);
    expect(erased.facts.removed.member).toBeGreaterThan(1);
    expect(erased.facts.replaced.introduction).toBeGreaterThan(0);
    expect(erased.mails).toBeGreaterThan(0);
    for (const word of WORDS) expect(out.toLowerCase()).not.toContain(word);
  });

  it('no byte of the data folder holds the name; none outside Temporal’s own file and the logs the id', async () => {
    expect(found(WORDS)).toEqual([]);
    // What workflows carry is in Temporal's histories until their retention ends, and means nobody.
    expect(naming(canary)).toEqual([]);
    const { store, people } = running.stores;
    expect(await people.get(NETWORK, canary)).toBeNull();
    expect(await store.verifyAudit(NETWORK)).toMatchObject({ verifies: true });
    expect((await running.networks.status(NETWORK)).answers).toBe(true);
  });

  it('the introduction that was under way ends, a later health check is written, and still nobody is named', async () => {
    const { store } = running.stores;
    const checks = (await store.read({ network: NETWORK, kind: 'report' })).length;
    await until(
      'a later health check is there',
      async () => (await store.read({ network: NETWORK, kind: 'report' })).length > checks + 1,
    );
    await until('no introduction of the canary waits', async () => {
      const all = await store.read({ network: NETWORK, kind: 'introduction' });
      return all
        .filter(({ body }) => body.members.includes('erased'))
        .every(({ body }) => !['asked', 'agreed'].includes(body.status));
    });
    expect(naming(canary)).toEqual([]);
    expect(found(WORDS)).toEqual([]);
    expect(await store.verifyAudit(NETWORK)).toMatchObject({ verifies: true });
    const lifecycle = await running.client.workflow
      .getHandle(workflowId({ kind: 'network', network: NETWORK }))
      .describe();
    expect(lifecycle.status.name).toBe('RUNNING');
  }, 90_000);

  it('who holds a role and is no member is erased too: the role is no longer theirs, and the network goes on', async () => {
    const { store, people } = running.stores;
    const sponsor = (await people.resolve(NETWORK, SPONSOR)) ?? '';
    const held = async () =>
      (await store.read({ network: NETWORK, kind: 'role' })).filter(({ body }) => body.held).map(({ body }) => body);
    expect(await held()).toContainEqual({ person: sponsor, role: 'sponsor', held: true });
    const { code, out } = await cli('erase', NETWORK, SPONSOR, '--yes', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ person: sponsor, left: false, details: 1 });
    await until('the role is not theirs', async () => !JSON.stringify(await held()).includes(sponsor));
    expect((await held()).filter(({ role }) => role === 'sponsor')).toHaveLength(1);
    expect(found(['quillbird'])).toEqual([]);
    expect(naming(sponsor)).toEqual([]);
    expect(await people.get(NETWORK, sponsor)).toBeNull();
    expect(await store.verifyAudit(NETWORK)).toMatchObject({ verifies: true });
    expect((await running.networks.status(NETWORK)).answers).toBe(true);
  });

  it('twice changes nothing, and an old file does not bring the person back', async () => {
    const again = await running.networks.erase(NETWORK, canary);
    expect(again).toMatchObject({ left: false, details: 0, texts: 0, mails: 0, facts: { removed: {}, replaced: {} } });
    await expect(running.networks.erase(NETWORK, NAME)).rejects.toThrow(/Nobody of clinics is called that/);
    const before = await running.stores.people.list(NETWORK);
    await expect(running.networks.importFiles(NETWORK, [roster()])).rejects.toThrow(/name 1 person who was erased/);
    expect(await running.stores.people.list(NETWORK)).toEqual(before);
    expect(found(WORDS)).toEqual([]);
  });

  function roster(): string {
    const regions = ['North', 'South', 'East'];
    const others = Array.from({ length: 17 }, (_, index) => {
      const id = `p${String(index + 2).padStart(2, '0')}`;
      return `${id},Member ${id},${id}@example.org,,${regions[Math.floor((index + 1) / 6)]}`;
    });
    const first = 'p01,Member p01,p01@example.org,,North';
    const path = join(files, 'members.csv');
    writeFileSync(
      path,
      ['id,name,email,street,region', first, ...others, `${NAME},${NAME},${EMAIL},Streetbird Road,South`].join('\n'),
    );
    return path;
  }

  /** Until the canary is asked for, or has agreed to, an introduction that the lead gave to it. */
  async function liveUntilIntroduced(): Promise<void> {
    const { store } = running.stores;
    const members = (await store.read({ network: NETWORK, kind: 'member' })).map(({ body }) => body.member);
    await live({
      ...{ network: NETWORK, members, networks: running.networks, client: running.client },
      react: (entry, person, people) => {
        if (entry.action === 'consent') return consent(entry.about, person);
        // Ids are keyed hashes, other ones in every run; what others do by the luck of theirs, the canary always does.
        if (person === canary && entry.action === 'accept-invitation') return always(entry, {});
        if (person === canary && entry.action === 'answer') {
          return always(entry, { wave: entry.about.replace('wave-', ''), ties: [{ to: 'p05', type: 'advice' }] });
        }
        if (entry.action !== 'approve') return patiently(entry, person, people);
        const payload = { proposal: entry.about, parties: [canary, 'p05'] };
        return {
          ...{ person, action: 'approve', payload, workflowId: '' },
          request: `approve.${entry.about}`.slice(0, 100),
        };
      },
      isOver: async () =>
        (await store.read({ network: NETWORK, kind: 'introduction' })).some(
          ({ body }) => body.members.includes(canary) && body.status === 'agreed',
        ),
    });
    await until('both were told', () => found(WORDS).some((place) => place.includes('introduction-agreed')));
  }

  function always({ action, about }: InboxEntry, payload: Record<string, unknown>): Deed {
    return { person: canary, action: action as Deed['action'], payload, workflowId: '', request: `${action}.${about}` };
  }

  /** Files of the data folder that name the id; Temporal's own file and logs apart. */
  function naming(id: string): string[] {
    return dataFiles()
      .filter((path) => !path.startsWith(`temporal${sep}`) && !path.startsWith(`logs${sep}`))
      .filter((path) => path.includes(id) || mentions(textOf(path), id));
  }

  /** Words in files of the data folder, Temporal's too. */
  function found(words: readonly string[]): string[] {
    return dataFiles().flatMap((path) => {
      const text = textOf(path).toLowerCase();
      return words.filter((word) => text.includes(word)).map((word) => `${word} in ${path}`);
    });
  }

  /** A file that is gone when it is read was one in the making: it stands under its own name by then. */
  function textOf(path: string): string {
    try {
      return readFileSync(join(running.dataDir, path), 'latin1');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }

  function dataFiles(): string[] {
    return readdirSync(running.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(running.dataDir.length + 1));
  }

  async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const weft = fileURLToPath(new URL('../../../cli/weft.mjs', import.meta.url));
    try {
      const given = [weft, ...args, '--data', running.dataDir];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, given, { env: running.env });
      return { code: 0, out: stdout, err: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, err: stderr };
    }
  }
});

function consent(about: string, person: string): Deed {
  const payload = { introduction: about, agree: true };
  return { person, action: 'consent', payload, workflowId: '', request: `consent.${about}.${person}`.slice(0, 100) };
}
