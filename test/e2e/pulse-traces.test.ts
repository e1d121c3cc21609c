import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BodyOf, CharterInput, Fact } from '../../data/records/index.ts';
import { chaosCharter } from '../support/chaos-network.ts';
import { live, patiently } from '../support/chaos-people.ts';
import { wordsFound } from '../support/in-any-spelling.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import { until } from '../support/until.ts';

const NETWORK = 'unlinked';
const IDS = Array.from({ length: 12 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
/** Who answers unlike all others: what only one person says is what could be traced to them. */
const ODD = 'p07';
const ROUND = 'pulse-1';
/** What is asked stands in the charter; of what is answered no file holds a word but sealed. */
const TEXTS = IDS.map((id) => `warblerbird${id} would rather not say it aloud`);
/** Ids of the item and of the answer that nobody else gives: they are in the store with what was asked, never in Temporal. */
const ITEM = 'hoopoebird';
const ANSWER = 'bitternbird';

describe('Law: an anonymous answer leaves no trace that leads to whoever gave it, in Temporal, in a fact or in a file', () => {
  let running: WeftForTests;
  let before: Fact[];
  beforeAll(async () => {
    running = await weftForTests();
    const { networks, client, stores } = running;
    await networks.launch({ charter: charter(), members: roster() });
    // Asked are all; from then on nothing but answers has to do with the round.
    const round = async () => {
      const notices = await stores.store.read({ network: NETWORK, kind: 'notice' });
      return notices.filter(({ body }) => body.about === ROUND).length === IDS.length;
    };
    await live({ network: NETWORK, members: IDS, networks, client, react: joining, isOver: round });
    before = await stores.store.history({ network: NETWORK });
    for (const [index, as] of IDS.entries()) {
      const answers = { [ITEM]: as === ODD ? ANSWER : 'as-ever', safe: as === ODD ? 3 : 4, words: TEXTS[index] };
      await networks.act(NETWORK, 'answer-questionnaire', { as, payload: { round: ROUND, answers } });
    }
  }, 400_000);
  afterAll(() => running?.close());

  const roundNow = async (): Promise<BodyOf<'questionnaire-round'> | undefined> =>
    (await running.stores.store.read({ network: NETWORK, kind: 'questionnaire-round' }))
      .map(({ body }) => body)
      .find(({ round }) => round === ROUND);

  it('answering adds no fact at all, and the log says that somebody has answered, not who', async () => {
    const { store } = running.stores;
    const known = new Set(before.map(({ key }) => key));
    const since = (await store.history({ network: NETWORK })).filter(({ key }) => !known.has(key));
    // Whatever else happens meanwhile: none of it speaks of the round.
    expect(since.filter((fact) => JSON.stringify(fact).includes(ROUND)).map(({ kind }) => kind)).toEqual([]);
    const answered = (await store.audit(NETWORK)).filter(({ action }) => action === 'answered');
    expect(answered).toHaveLength(IDS.length);
    for (const { actor, detail } of answered) {
      expect(actor.type).toBe('workflow');
      expect(detail).toEqual({ round: ROUND });
    }
  });

  it('no history, no search attribute and no schedule holds an answer, while it is open and when it is closed', async () => {
    await holdsNothing();
    await until('the round is closed', async () => (await roundNow())?.status === 'closed', { withinMs: 90_000 });
    const round = await roundNow();
    expect(round).toMatchObject({ asked: IDS.length, answered: IDS.length });
    expect(round?.texts).toHaveLength(IDS.length);
    await holdsNothing();
  }, 120_000);

  it('no fact names a member beside what was answered', async () => {
    const all = await running.stores.store.history({ network: NETWORK });
    const ofRound = all.filter((fact) => JSON.stringify(fact).includes(ROUND));
    const naming = ofRound.filter((fact) => IDS.some((id) => JSON.stringify(fact).includes(`"${id}"`)));
    // That they were asked is no secret.
    expect([...new Set(naming.map(({ kind }) => kind))]).toEqual(['notice']);
    // Who was counted is in the tally alone; words stand in nobody's name.
    const results = ofRound.filter(({ kind }) => kind === 'questionnaire-round');
    expect(results).toHaveLength(2);
    for (const fact of results) expect(fact.source.type).toBe('workflow');
  });

  it('no file holds a word of an answer: not the store, not Temporal’s own, not a log, not a mail', () => {
    const files = readdirSync(running.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((path) => path.includes('logs'))).toBe(true);
    const inFile = (path: string, words: readonly string[]) => wordsFound(readFileSync(path), words);
    expect(files.flatMap((path) => inFile(path, TEXTS.map(firstWord)).map((word) => `${word} in ${path}`))).toEqual([]);
    // The search does find what is there: what was asked stands in the store, in plain words.
    expect(files.filter((path) => inFile(path, [ITEM]).length > 0).length).toBeGreaterThan(0);
    const logs = files.filter((path) => path.includes(`${running.dataDir}/logs`));
    expect(logs.flatMap((path) => inFile(path, [ITEM, ANSWER]))).toEqual([]);
  });

  async function holdsNothing(): Promise<void> {
    const { client } = running;
    const words = [...TEXTS.map(firstWord), ITEM, ANSWER];
    let histories = 0;
    for await (const { workflowId, runId, searchAttributes } of client.workflow.list()) {
      const text = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
      const payloads = (text.match(/[A-Za-z0-9+/]{12,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64'));
      expect.soft(wordsFound(Buffer.concat([Buffer.from(text), ...payloads]), words), workflowId).toEqual([]);
      // Answers are put to no workflow: there is no update of that name, whatever it would carry.
      expect.soft(text).not.toMatch(/"name":\s*"answer-questionnaire"/);
      const attributes = JSON.stringify(searchAttributes);
      expect.soft(wordsFound(Buffer.from(attributes), [...words, ...IDS]), workflowId).toEqual([]);
      histories += 1;
    }
    expect(histories).toBeGreaterThan(3);
    let schedules = 0;
    for await (const { scheduleId } of client.schedule.list()) {
      const description = JSON.stringify(await client.schedule.getHandle(scheduleId).describe());
      expect.soft(wordsFound(Buffer.from(description), words), scheduleId).toEqual([]);
      schedules += 1;
    }
    expect(schedules).toBeGreaterThan(0);
  }
});

/** Everybody joins; else as people do. */
const joining: typeof patiently = (entry, person, members) =>
  entry.action === 'accept-invitation'
    ? { person, action: 'accept-invitation', payload: {}, workflowId: '', request: `accept.${person}` }
    : patiently(entry, person, members);

function firstWord(text: string): string {
  return text.split(' ')[0] as string;
}

function charter(): CharterInput {
  return {
    ...chaosCharter({ network: NETWORK, dayLastsSeconds: 1 }),
    surveys: [],
    questionnaires: [
      {
        ...{
          questionnaire: 'how-it-is',
          version: 1,
          title: 'How is it?',
          about: 'Nobody learns whose answer is whose.',
        },
        answers: 'anonymous',
        items: [
          { id: 'safe', ask: 'It is safe to err', type: 'scale', anchors: ['never', 'seldom', 'often', 'always'] },
          {
            ...{ id: ITEM, ask: 'What keeps you here?', type: 'choice' },
            options: [
              { id: 'as-ever', text: 'The people' },
              { id: ANSWER, text: 'Something else' },
            ],
          },
          { id: 'words', ask: 'What else?', type: 'text' },
        ],
      },
    ],
    practices: { pulse: { questionnaire: 'how-it-is', every: 'P5D', open: 'P60D', remindAtMost: 0, contacts: false } },
  };
}

function roster() {
  const members = IDS.map((member, index) => ({
    ...{ member, status: 'invited' as const, hub: false },
    attributes: { region: ['North', 'South'][index % 2] as string },
  }));
  return {
    records: { members, ties: [], adoptions: [], waves: [], responses: [], contributions: [] },
    people: IDS.map((ref) => ({ ref, name: `Member ${ref}`, email: `${ref}@example.org` })),
  };
}
