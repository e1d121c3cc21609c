import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../data/exchange/index.ts';
import type { CharterInput } from '../../data/records/index.ts';
import { RefusedError } from '../../workflows/host/client.ts';
import { chaosCharter } from '../support/chaos-network.ts';
import { live, patiently } from '../support/chaos-people.ts';
import { wordsFound } from '../support/in-any-spelling.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import type { Deed } from '../support/simulated-people.ts';

const NETWORK = 'canary';
const NAME = 'Zebulon Quixworth';
const EMAIL = 'zebulon.mailbird@canary.example';
/** One word for each field that a person can fill, so that a finding says where it came from. */
const WORDS = {
  name: ['Zebulon', 'Quixworth'],
  email: ['mailbird'],
  phone: ['55501990117'],
  access: ['rampbird'],
  note: ['notebird'],
  evidence: ['evidencebird'],
  priority: ['prioritybird'],
  agenda: ['agendabird'],
  contribution: ['contributionbird'],
  reason: ['reasonbird'],
  refused: ['refusedbird'],
};
const ALL = Object.values(WORDS).flat();

describe('Law: what a person is called and what a person writes is found in the people store, sealed, and nowhere else', () => {
  let running: WeftForTests;
  let files: string;
  let canary: string;
  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'weft-canary-'));
    running = await weftForTests();
    await launch();
    const id = await running.stores.people.resolve(NETWORK, NAME);
    if (id === null) throw new Error('The canary is not among the people.');
    canary = id;
    await liveUntilIntroduced();
  }, 400_000);
  afterAll(async () => {
    await running?.close();
    await rm(files, { recursive: true, force: true });
  });

  it('the canary sang: everything it wrote is kept', async () => {
    const { people, store } = running.stores;
    const details = await people.get(NETWORK, canary);
    expect(JSON.stringify(details)).toMatch(/Zebulon.*mailbird|mailbird.*Zebulon/);
    for (const word of ['55501990117', 'rampbird', 'notebird']) expect(JSON.stringify(details)).toContain(word);
    const references = (await store.history({ network: NETWORK })).flatMap((fact) =>
      (JSON.stringify(fact.body).match(/t-[0-9a-f]{16,64}/g) ?? []).map(String),
    );
    const words = (await Promise.all(references.map((reference) => people.openText(NETWORK, reference)))).join('\n');
    for (const kind of ['evidence', 'priority', 'agenda', 'contribution', 'reason'] as const) {
      expect(words).toContain(WORDS[kind][0]);
    }
    expect((await store.read({ network: NETWORK, kind: 'report' })).length).toBeGreaterThan(0);
  });

  it('no file in the data folder holds any of it, in any spelling, except the mails to the people meant', () => {
    expect(found(running.dataDir, { mailsApart: true })).toEqual([]);
    const mails = readdirSync(join(running.dataDir, 'outbox')).map((file) =>
      readFileSync(join(running.dataDir, 'outbox', file), 'utf8'),
    );
    const own = mails.filter((mail) => mail.includes(`To: ${EMAIL}`));
    expect(own.length).toBeGreaterThan(0);
    // Others learn the name of one person: whom they agreed to be introduced to.
    const others = mails.filter((mail) => !own.includes(mail) && wordsIn(Buffer.from(mail)).length > 0);
    // And what somebody proposes to a vote is read by those who vote.
    for (const mail of others) expect(mail).toMatch(/^Message-ID:\s+<canary\.(introduction-agreed|vote-open)\./im);
    const sealed = ALL.filter((word) => ![...WORDS.name, ...WORDS.email].includes(word));
    for (const mail of mails) {
      const meant = /^Message-ID:\s+<canary\.vote-open\./im.test(mail) ? WORDS.priority : [];
      const told = wordsIn(Buffer.from(mail)).filter((word) => sealed.includes(word) && !meant.includes(word));
      expect(told).toEqual([]);
    }
  });

  it('nor does any history of a workflow', async () => {
    let histories = 0;
    for await (const { workflowId, runId } of running.client.workflow.list()) {
      const history = await running.client.workflow.getHandle(workflowId, runId).fetchHistory();
      const text = historyToJSON(history);
      const payloads = (text.match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64'));
      expect.soft(wordsIn(Buffer.concat([Buffer.from(text), ...payloads])), workflowId).toEqual([]);
      histories += 1;
    }
    expect(histories).toBeGreaterThan(5);
  });

  it('refusals and errors do not repeat what was said', { timeout: 120_000 }, async () => {
    const refusals = [
      await refusal('canary', 'propose-priority', NAME, { title: 'refusedbird', refusedbird: 1 }),
      await refusal('canary', 'propose-priority', NAME, { title: ['refusedbird'] }),
      await refusal('canary', 'vote', NAME, { ranking: ['refusedbird'] }),
      await refusal('canary', 'vote', 'Zebulon refusedbird', { ranking: ['priority-1'] }),
      await refusal('canary', 'contribute', NAME, { helped: 'Quixworth refusedbird' }),
      await refusal('canary', 'answer', NAME, { wave: '1', ties: [{ to: 'Quixworth refusedbird', type: 'advice' }] }),
      await refusal('canary', 'approve', 'p02', { proposal: 'no-such', reason: 'refusedbird' }),
      await refusal('canary', 'sing-refusedbird', NAME, {}),
      await refusal('quixworth', 'vote', NAME, { ranking: ['priority-1'] }),
      (await cli('act', 'canary', 'contribute', '--as', EMAIL, '--json', '{"helped":"Quixworth refusedbird"}')).err,
      (await cli('act', 'canary', 'leave', '--as', 'Zebulon refusedbird')).err,
      (await cli('import', 'canary', await file('members.csv', `id,name,region\n${NAME},,North\n${NAME},,South\n`)))
        .err,
      (await cli('import', 'canary', await file('edges.csv', `source,target,weight\n${NAME},Quixworth,3\n`))).err,
    ];
    for (const words of refusals) expect.soft(wordsIn(Buffer.from(words)), words).toEqual([]);
    // What was refused left nothing behind either.
    expect(found(running.dataDir, { mailsApart: true })).toEqual([]);
  });

  it('erased, the canary is gone from the people store too, and the chain still verifies', async () => {
    const { people, store } = running.stores;
    const removed = await people.erase(NETWORK, canary);
    expect(removed.texts).toBeGreaterThanOrEqual(4);
    expect(await people.get(NETWORK, canary)).toBeNull();
    expect(await people.resolve(NETWORK, NAME)).toBeNull();
    expect(await people.resolve(NETWORK, EMAIL)).toBeNull();
    expect((await people.list(NETWORK)).filter(({ person }) => person === canary)).toEqual([]);
    expect(found(running.dataDir, { mailsApart: true })).toEqual([]);
    expect((await store.verifyAudit(NETWORK)).verifies).toBe(true);
    // The network goes on without knowing who that was.
    expect((await running.networks.status(NETWORK)).answers).toBe(true);
  });

  async function launch(): Promise<void> {
    const regions = ['North', 'South', 'East'];
    const others = Array.from({ length: 17 }, (_, index) => {
      const id = `p${String(index + 2).padStart(2, '0')}`;
      return `${id},Member ${id},${id}@example.org,,,,${regions[Math.floor((index + 1) / 6)]}`;
    });
    const self = `${NAME},${NAME},${EMAIL},+49 30 55501990117,needs a rampbird,likes a notebird,North`;
    const path = await file(
      'members.csv',
      `${['id,name,email,phone,access needs,notes,region', self, ...others].join('\n')}\n`,
    );
    const base = chaosCharter({ network: NETWORK, dayLastsSeconds: 1 });
    const charter: CharterInput = { ...base, roles: { ...base.roles, lead: [NAME], steward: ['p02', EMAIL] } };
    const members = await readSources([path], { attributes: ['region', 'organisation'] });
    await running.networks.launch({ charter, members });
  }

  /** A life in which the canary says something wherever a person can, until it is introduced to somebody. */
  async function liveUntilIntroduced(): Promise<void> {
    const members = (await running.stores.store.read({ network: NETWORK, kind: 'member' })).map(
      ({ body }) => body.member,
    );
    await live({
      ...{ network: NETWORK, members, networks: running.networks, client: running.client },
      react: (entry, person, roster) => {
        // What is proposed, the canary decides: it names itself.
        if (person !== canary && entry.action === 'approve') return null;
        if (person !== canary)
          return entry.action === 'consent' ? consent(entry.about, person) : patiently(entry, person, roster);
        const deed = song(entry.action, entry.about, roster, canary);
        return deed === null ? patiently(entry, person, roster) : deed;
      },
      isOver: async () => {
        const introductions = await running.stores.store.read({ network: NETWORK, kind: 'introduction' });
        return introductions.some(({ body }) => body.members.includes(canary) && body.status !== 'asked');
      },
    });
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(files, name);
    await writeFile(path, text);
    return path;
  }

  async function refusal(
    network: string,
    action: string,
    as: string,
    payload: Record<string, unknown>,
  ): Promise<string> {
    try {
      await running.networks.act(network, action, { as, payload });
    } catch (error) {
      if (error instanceof RefusedError) return error.message;
      throw error;
    }
    throw new Error(`${action} was not refused.`);
  }

  async function cli(...args: string[]): Promise<{ err: string }> {
    const weft = fileURLToPath(new URL('../../cli/weft.mjs', import.meta.url));
    const given = [weft, ...args, '--data', running.dataDir];
    try {
      await promisify(execFile)(process.execPath, given, { env: running.env });
    } catch (error) {
      const { stderr, stdout } = error as { stderr: string; stdout: string };
      if (stderr !== '') return { err: stderr + stdout };
    }
    throw new Error(`weft ${args[0]} ended well, or without a word.`);
  }
});

function consent(about: string, person: string): Deed {
  const payload = { introduction: about, agree: true };
  return { person, action: 'consent', payload, workflowId: '', request: `consent.${about}.${person}`.slice(0, 100) };
}

/** What the canary does about what waits on it, by name and in words wherever that is possible. */
function song(action: string, about: string, roster: readonly string[], canary: string): Deed | null {
  const deed = (does: Deed['action'], payload: Record<string, unknown>): Deed => ({
    ...{ person: canary, action: does, payload, workflowId: '' },
    request: `${does}.${about}`.slice(0, 100),
  });
  const other = roster.find((person) => person !== canary) as string;
  switch (action) {
    case 'confirm-readiness':
      return deed(action, { item: about, evidence: 'The letter, evidencebird' });
    case 'propose-priority':
      return deed(action, { title: 'Less waiting, prioritybird' });
    case 'vote':
      return deed('set-agenda', { title: 'Intake, agendabird' });
    case 'contribute':
      return deed(action, { text: 'Our form, contributionbird', helped: other });
    case 'approve':
      return deed(action, { proposal: about, parties: [NAME, other], reason: 'They asked, reasonbird' });
    case 'accept-invitation':
      return deed(action, {});
    case 'consent':
      return consent(about, canary);
    default:
      return null;
  }
}

/** Every canary word in every file of a folder. */
function found(folder: string, { mailsApart }: { mailsApart: boolean }): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !(mailsApart && path.startsWith(join(folder, 'outbox'))))
    .flatMap((path) => wordsIn(readFileSync(path)).map((word) => `${word} in ${path.slice(folder.length + 1)}`));
}

function wordsIn(bytes: Buffer): string[] {
  return wordsFound(bytes, ALL);
}
