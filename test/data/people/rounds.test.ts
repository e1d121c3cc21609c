import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeople, type PeopleStore } from '../../../data/people/index.ts';
import type { PeopleTables } from '../../../data/people/tables.ts';
import {
  builtInQuestionnaires,
  checkAnswers,
  counted,
  questionnaireNamed,
  resultsOf,
  showable,
  type Tally,
} from '../../../data/questionnaires/index.ts';
import type { Questionnaire } from '../../../data/records/index.ts';
import { openDatabase } from '../../../data/store/database.ts';
import type { DatabasePlace } from '../../../data/store/index.ts';
import { onEachBackend } from '../store/backends.ts';

const PEOPLE = ['p01', 'p02', 'p03', 'p04', 'p05', 'p06'];
const CANARY = 'The canary writes this';

onEachBackend('Law: nobody can put an anonymous answer beside a name', (backend) => {
  let place: DatabasePlace;
  let people: PeopleStore;
  beforeAll(async () => {
    place = await backend.fresh();
    people = await openPeople({ ...place, masterKey: randomBytes(32) });
  });
  afterAll(() => people.close());

  const add = (text: string) => (tally: unknown) => [...((tally as string[] | null) ?? []), text].sort();

  it('counts each once, also fifty times at once, and only whom the round asks', async () => {
    expect(await people.rounds.open('net', 'pulse-1', PEOPLE)).toBe(6);
    expect(await people.rounds.open('net', 'pulse-1', ['p99'])).toBe(6);
    const tries = Array.from({ length: 50 }, () => people.rounds.answer('net', 'pulse-1', 'p03', add('a')));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['counted', 'already']));
    expect(await people.rounds.answer('net', 'pulse-1', 'p99', add('b'))).toBe('not-asked');
    expect(await people.rounds.answer('net', 'pulse-9', 'p01', add('b'))).toBe('closed');
    expect(await people.rounds.unanswered('net', 'pulse-1')).toEqual(['p01', 'p02', 'p04', 'p05', 'p06']);
    const closed = await people.rounds.close('net', 'pulse-1');
    expect(closed).toEqual({ asked: 6, answered: 1, tally: ['a'] });
    expect(await people.rounds.close('net', 'pulse-1')).toEqual(closed);
    expect(await people.rounds.answer('net', 'pulse-1', 'p01', add('b'))).toBe('closed');
    await people.rounds.forget('net', 'pulse-1');
    expect(await people.rounds.close('net', 'pulse-1')).toBeNull();
  });

  it('an answer whose counting fails is none: the person may answer again', async () => {
    await people.rounds.open('net', 'pulse-2', PEOPLE);
    const failing = people.rounds.answer('net', 'pulse-2', 'p01', () => {
      throw new Error('the power went out');
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect(await people.rounds.wouldTake('net', 'pulse-2', 'p01')).toBe('counted');
  });

  it('rows have neither a time nor an order of answering, and the same length whoever has answered what', async () => {
    await people.rounds.open('net', 'pulse-3', [...PEOPLE].reverse());
    const { db } = await openDatabase<PeopleTables>(place);
    const look = async () => ({
      asked: await db
        .selectFrom('people_round_asked')
        .selectAll()
        .where('round', '=', 'pulse-3')
        .orderBy('person')
        .execute(),
      round: await db.selectFrom('people_round').selectAll().where('round', '=', 'pulse-3').executeTakeFirstOrThrow(),
    });
    const before = await look();
    await people.rounds.answer('net', 'pulse-3', 'p05', add(CANARY));
    await people.rounds.answer('net', 'pulse-3', 'p02', add('short'));
    const after = await look();
    await db.destroy();
    expect(Object.keys(after.asked[0] as object).sort()).toEqual(['answered', 'network', 'person', 'round']);
    expect(after.asked.map(({ answered }) => answered)).toEqual([0, 1, 0, 0, 1, 0]);
    const [first, second] = [before, after].map(({ round }) => new Uint8Array(round.tally));
    expect(first?.length).toBe(second?.length);
    // Sealed afresh: no run of bytes of the tally before is in the one after.
    expect(Buffer.from(second as Uint8Array).includes(Buffer.from((first as Uint8Array).subarray(28, 44)))).toBe(false);
    expect(Buffer.from(second as Uint8Array).includes('canary')).toBe(false);
  });

  // What PostgreSQL keeps in its files is its server's; there the rows themselves are looked at, above.
  const onFiles = backend.name === 'SQLite' ? [backend.name] : [];
  it.each(onFiles)(
    'nothing of an answer is in the file or its log, and nothing of the round once it is forgotten',
    async () => {
      const bytes = async () => {
        const folder = dirname((place as { file: string }).file);
        const files = await readdir(folder);
        return Buffer.concat(await Promise.all(files.map((file) => readFile(`${folder}/${file}`))));
      };
      await people.rounds.open('net', 'pulse-canary-4', PEOPLE);
      await people.rounds.answer('net', 'pulse-canary-4', 'p05', add(CANARY));
      expect((await bytes()).includes(CANARY)).toBe(false);
      const { tally } = (await people.rounds.close('net', 'pulse-canary-4')) ?? {};
      expect(tally).toEqual([CANARY]);
      await people.rounds.forget('net', 'pulse-canary-4');
      expect((await bytes()).includes('pulse-canary-4')).toBe(false);
    },
  );

  it('erasing somebody takes away that they were asked and have answered', async () => {
    await people.rounds.open('net', 'pulse-5', PEOPLE);
    await people.rounds.answer('net', 'pulse-5', 'p05', add('x'));
    await people.erase('net', 'p05');
    expect(await people.rounds.close('net', 'pulse-5')).toEqual({ asked: 5, answered: 0, tally: ['x'] });
  });
});

describe('Law: of answers nothing is shown below the smallest group, nor what could be worked out', () => {
  const pulse = questionnaireNamed([], 'pulse') as Questionnaire;
  const tallyOf = (groups: string[]): Tally | null =>
    groups.reduce<Tally | null>((tally, group, at) => {
      const answers = Object.fromEntries(pulse.items.map(({ id }) => [id, 1 + (at % 4)]));
      return counted(tally, pulse, { answers }, group);
    }, null);

  it('nothing of four, all of five', () => {
    expect(resultsOf(tallyOf(['n', 'n', 'n', 'n']), pulse)).toBeNull();
    const five = resultsOf(tallyOf(['n', 'n', 'n', 'n', 'n']), pulse);
    expect(five?.items?.[0]).toEqual({ item: 'speak-up', n: 5, counts: [2, 1, 1, 1] });
    expect(five?.groups.map(({ group }) => group)).toEqual(['n']);
  });

  it('where one group is hidden, the next larger is hidden until five cannot be told apart', () => {
    const sizes = (of: Record<string, number>) => Object.entries(of).map(([group, n]) => ({ group, n }));
    expect(showable(sizes({ a: 9, b: 6 }), 5)).toEqual(['a', 'b']);
    expect(showable(sizes({ a: 9, b: 6, c: 1 }), 5)).toEqual(['a']);
    expect(showable(sizes({ a: 9, b: 4, c: 2 }), 5)).toEqual(['a']);
    expect(showable(sizes({ a: 9, c: 1 }), 5)).toEqual([]);
    expect(showable([], 5)).toEqual([]);
  });

  it('groups of 1 to 12, every pair and triple: hidden ones are none, or five people at least', () => {
    for (let a = 1; a <= 12; a += 1) {
      for (let b = 1; b <= 12; b += 1) {
        for (let c = 0; c <= 12; c += 1) {
          const groups = [{ group: 'a', n: a }, { group: 'b', n: b }, ...(c === 0 ? [] : [{ group: 'c', n: c }])];
          const shown = new Set(showable(groups, 5));
          const hidden = groups.filter(({ group }) => !shown.has(group));
          const people = hidden.reduce((sum, { n }) => sum + n, 0);
          const allHidden = hidden.length === groups.length;
          expect(hidden.length === 0 || allHidden || people >= 5, JSON.stringify(groups)).toBe(true);
          for (const { group, n } of groups) if (shown.has(group)) expect(n).toBeGreaterThanOrEqual(5);
        }
      }
    }
  });
});

describe('Law: a questionnaire that ships is one, and its answers are checked whole', () => {
  it('each has its promise, and what anonymous ones ask can be counted', () => {
    const all = builtInQuestionnaires();
    expect(all.map(({ questionnaire, answers }) => [questionnaire, answers])).toEqual([
      ['after-action', 'anonymous'],
      ['knowledge-check', 'anonymous'],
      ['pulse', 'anonymous'],
      ['reflection', 'private'],
      ['relational', 'named'],
    ]);
  });

  it('names every problem by its item, and never what was answered', () => {
    const relational = questionnaireNamed([], 'relational') as Questionnaire;
    const contacts = [
      { to: 'p02', ratings: { trust: 9, value: 2 } },
      { to: 'p02', ratings: { trust: 2 } },
      { to: 'p01', ratings: { trust: 1, value: 1, canary: 3 } },
    ];
    const { problems } = checkAnswers(relational, { contacts }, 'p01');
    expect(problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'contacts, entry 1, trust: is something else; give a whole number from 1 to 4',
      'contacts, entry 2: is named before; name each person once',
      'contacts, entry 2, value: is missing; give a whole number from 1 to 4',
      'contacts, entry 3: is yourself; name others',
      'contacts, entry 3, answers: has 1 of which the questionnaire knows nothing; it asks for trust, value',
    ]);
  });
});
