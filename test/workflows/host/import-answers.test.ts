import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuestionnaire } from '../../../data/exchange/questionnaire-yaml.ts';
import { openPeople, type PeopleStore } from '../../../data/people/index.ts';
import { questionnaireNamed } from '../../../data/questionnaires/index.ts';
import { CharterSchema, type NewFact, type Questionnaire } from '../../../data/records/index.ts';
import { openStore, type RecordStore } from '../../../data/store/index.ts';
import { importAnswers } from '../../../workflows/host/networks/import-answers.ts';
import { twoYears } from '../../support/two-years.ts';

const AT = '2026-03-01T09:00:00.000Z';
const NETWORK = 'paper';
const MEMBERS = ['p01', 'p02', 'p03', 'p04', 'p05', 'p06'];

describe('Story: answers on paper come in from a file, all or nothing, and every mistake is named by line and field', () => {
  let folder: string;
  let store: RecordStore;
  let people: PeopleStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weft-answers-'));
    store = await openStore({ file: join(folder, 'weft.db') });
    people = await openPeople({ file: join(folder, 'weft.db'), masterKey: randomBytes(32) });
    const source = { type: 'import', id: 'test' } as const;
    const envelope = { network: NETWORK, source, validFrom: AT, validTo: null, recordedAt: AT, retracted: false };
    const round = (name: string, questionnaire: string) => ({
      ...{ round: name, practice: 'pulse', questionnaire: questionnaireNamed([], questionnaire) as Questionnaire },
      ...{ cycle: null, by: null, opens: AT, closes: '2026-04-01T09:00:00.000Z', status: 'open' as const },
      ...{ asked: 6, answered: 0, items: null, groups: [], texts: [] },
    });
    const document = CharterSchema.parse(twoYears(NETWORK));
    const charter = { digest: 'a'.repeat(64), document, launchedAt: AT };
    const facts: NewFact[] = [
      { ...envelope, kind: 'charter', body: charter, key: 'charter' },
      ...MEMBERS.map(
        (member): NewFact => ({
          ...{ ...envelope, kind: 'member', key: `member/${member}` },
          body: { member, status: 'active', hub: false, attributes: {} },
        }),
      ),
      { ...envelope, kind: 'questionnaire-round', body: round('pulse-1', 'pulse'), key: 'pulse-1' },
      { ...envelope, kind: 'questionnaire-round', body: round('contacts-1', 'relational'), key: 'contacts-1' },
    ];
    await store.append(facts, source);
    await people.rounds.open(NETWORK, 'pulse-1', MEMBERS);
    await people.rounds.open(NETWORK, 'contacts-1', MEMBERS);
  });
  afterAll(async () => {
    await people.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function imported(round: string, file: string, text: string): Promise<string[] | number> {
    const path = join(folder, file);
    await writeFile(path, text);
    try {
      return (await importAnswers({ store, people, nowRealMs: Date.parse(AT) }, NETWORK, round, path)).answered;
    } catch (error) {
      return (error as Error).message.split('\n');
    }
  }

  it('names each mistake, and takes nothing where there is one', async () => {
    const text =
      'member,speak-up,ask,differ,risk,trust,worth\np01,3,3,3,3,3,3\np02,3,3,9,3,3,3\np99,3,3,3,3,3,\np01,1,1,1,1,1,1\n';
    expect(await imported('pulse-1', 'pulse.csv', text)).toEqual([
      'pulse.csv line 5, column member: answers before already, in line 2',
    ]);
    expect(await imported('pulse-1', 'pulse.csv', text.replace(/p01,1.*\n/, ''))).toEqual([
      'pulse.csv line 3, column differ: is something else; give a whole number from 1 to 4',
      'pulse.csv line 4, column member: is nobody in the roster of paper',
      'pulse.csv line 4, column worth: is missing; answer it',
    ]);
    expect(await imported('pulse-1', 'pulse.csv', 'member,mood\np01,3\n')).toContain(
      'pulse.csv line 1, column mood: is none of the questionnaire; remove it',
    );
    expect(await people.rounds.unanswered(NETWORK, 'pulse-1')).toEqual(MEMBERS);
    expect(await imported('pulse-9', 'pulse.csv', text)).toEqual([
      'There is no round of that name. Open are: contacts-1, pulse-1.',
    ]);
  });

  it('takes a right file through the port: counted, nowhere by name, and not a second time', async () => {
    const answers = '{ speak-up: 3, ask: 3, differ: 3, risk: 3, trust: 3, worth: 3 }';
    const text = MEMBERS.slice(0, 5)
      .map((member) => `- member: ${member}\n  answers: ${answers}\n`)
      .join('');
    expect(await imported('pulse-1', 'pulse.yaml', text)).toBe(5);
    expect(await people.rounds.unanswered(NETWORK, 'pulse-1')).toEqual(['p06']);
    expect(JSON.stringify(await store.history({ network: NETWORK, kind: 'questionnaire-answer' }))).toBe('[]');
    const audit = (await store.audit(NETWORK)).filter(({ action }) => action === 'answered');
    expect(audit).toHaveLength(5);
    expect(JSON.stringify(audit)).not.toMatch(/p0\d|speak-up/);
    expect((await imported('pulse-1', 'pulse.yaml', text)) as string[]).toContain(
      'pulse.yaml line 1, column member: has answered already, or is not asked in this round',
    );
  });

  it('takes contacts, a row each', async () => {
    const text = 'member;to;trust;value\np01;p02;4;3\np01;p03;2;2\np04;p01;3;4\n';
    expect(await imported('contacts-1', 'contacts.csv', text.replace('p03', 'nobody'))).toEqual([
      'contacts.csv line 3, column to: is nobody in the roster of paper',
    ]);
    expect(await imported('contacts-1', 'contacts.csv', text)).toBe(2);
    const ratings = (await store.read({ network: NETWORK, kind: 'tie-rating' })).map(({ body }) => body);
    expect(ratings).toHaveLength(6);
    expect(ratings[0]).toMatchObject({ from: 'p01', to: 'p02', item: 'trust', rating: 4 });
  });

  it('a questionnaire of one’s own is checked like a charter, by line and field', () => {
    const text = `questionnaire: own
version: 1
title: Ours
about: Two minutes.
answers: anonymous
smallestGroup: 3
items:
  - id: heard
    ask: I am heard.
    type: scale
    anchors: [no, yes]
  - id: heard
    ask: How many?
    type: number
    colour: red
`;
    const refused = () => readQuestionnaire(text, 'own.yaml');
    expect(refused).toThrow('own.yaml line 6: smallestGroup: groups under five are never shown');
    expect(refused).toThrow('own.yaml line 11: items[].anchors: give four, from 1 to 4');
    expect(refused).toThrow('own.yaml line 15: items[].colour: is no field of a questionnaire; remove it');
  });
});
