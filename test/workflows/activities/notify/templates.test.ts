import { describe, expect, it } from 'vitest';
import type { NoticeWords } from '../../../../workflows/activities/notify/template.ts';
import { wordsOf } from '../../../../workflows/activities/notify/templates.ts';
import { ACTIONS, type Action, isActionName, NOTICE_TEMPLATES } from '../../../../workflows/contract/index.ts';

/** As it is when all that a mail may hand on is there, and a date is known. */
const WORDS: NoticeWords = {
  ...{ networkName: 'Three regions exchange', network: 'three-regions', about: 'cycle-1-exchange', person: 'p05' },
  ...{ name: 'Ana', until: '2026-03-01', text: 'What somebody wrote.', lines: ['What figures tell.'] },
  purpose: ['What it is about: waiting.'],
  questionnaire: null,
  passages: [{ id: 'story-1', text: 'It takes half the time', by: null }],
  changes: ['A cycle has begun.'],
  partner: { name: 'Ben', email: 'ben@example.org' },
  ideas: [
    { idea: 'priority-1', text: 'Shorter waits' },
    { idea: 'priority-2', text: 'One form' },
  ],
  options: ['continue', 'close'],
  meeting: { title: 'Plenary', when: '2026-03-10, 10:00', place: null, last: null },
  matched: { others: [{ name: 'Ben', email: 'ben@example.org' }], because: 'The two differ in region.' },
};

/** What is about a part of a matter. */
const PARTS: Partial<Record<string, string>> = {
  'point-asked': 'after-action-1.1',
  'point-answered': 'after-action-1.1',
  'mentorship-milestone': 'mentorship-1.2',
};

describe.each(NOTICE_TEMPLATES)(
  'Law: whoever gets the mail %s knows what it is about, what to do and until when',
  (template) => {
    const { subject, text } = wordsOf(template, {
      ...WORDS,
      about: PARTS[template] ?? WORDS.about,
    });

    it('has a subject of one line that names the network, a greeting, a signature, and no gap', () => {
      expect(subject).toContain('Three regions exchange');
      expect(subject).toMatch(/^.{1,150}$/);
      expect(text).toMatch(/^Dear Ana,\n\n/);
      expect(text).toMatch(/\n\nThree regions exchange\n$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\(\)| {3}|practices\.\w+\./);
      const paragraphs = text.split('\n\n').slice(1, -1);
      expect(paragraphs.length).toBeGreaterThan(0);
    });

    it('asks by a command that there is, with fields that it takes, and says until when', () => {
      for (const [, action = '', payload] of text.matchAll(
        /weft act three-regions (\S+) --as p05(?: --json '(.*)')?/g,
      )) {
        if (!isActionName(action)) throw new Error(`${template} names ${action}, which nobody can do`);
        const { payload: schema }: Action = ACTIONS[action];
        const result = schema.safeParse(JSON.parse(payload ?? '{}'));
        const unknown = result.error?.issues.filter(({ code }) => code === 'unrecognized_keys') ?? [];
        expect(unknown).toEqual([]);
      }
      if (/weft act|awaited/.test(text)) expect(text).toContain('2026-03-01');
      // A question wants an answer, and says how it is given.
      if (subject.endsWith('?')) expect(text).toMatch(/weft (act|status) three-regions/);
    });
  },
);

describe('mails that hand on what members wrote show all of it', () => {
  it.each(['thanks', 'thanks-ask', 'thanks-public', 'wins-digest', 'wins-preview'] as const)('%s', (template) => {
    expect(wordsOf(template, WORDS).text).toContain('It takes half the time');
  });

  it('the vote lists what stands to it, by id and words, and shows how two of them are ranked', () => {
    const { text } = wordsOf('vote-open', WORDS);
    expect(text).toContain('- priority-1: Shorter waits\n- priority-2: One form');
    expect(text).toContain(`--json '{"ranking":["priority-1","priority-2"]}'`);
  });

  it('a decision says what there is to choose from, and a proposal how it is approved or declined', () => {
    for (const template of ['decision-asked', 'decision-reminder', 'decision-escalated'] as const) {
      const { text } = wordsOf(template, { ...WORDS, about: 'sustainment-1' });
      expect(text).toContain('To choose from: continue, close.');
      expect(text).toContain(`--json '{"decision":"sustainment-1","option":"continue"}'`);
      const proposal = wordsOf(template, { ...WORDS, about: 'health-1.thin.1', options: ['approve', 'decline'] });
      expect(proposal.text).toContain(`approve --as p05 --json '{"proposal":"health-1.thin.1"}'`);
    }
  });
});
