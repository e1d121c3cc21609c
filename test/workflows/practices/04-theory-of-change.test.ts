import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 4: what the network believes in comes in versions, members’ questions in an order, and its stage selects what is due', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'theory',
      practices: {
        'theory-of-change': {
          questionsPerMember: 1,
          stages: [
            { name: 'forming', rests: ['surveys', 'commitments'], hides: ['spread', 'hub-dependence'] },
            { name: 'growing' },
          ],
        },
        commitments: {},
      },
      charter: { surveys: [{ wave: '1', after: 'P10D', open: 'P14D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps the theory of change in versions, sealed, and hands it to members', async () => {
    expect(await story.refusal('p05', 'write-theory', { text: 'Mine' })).toContain('set-agenda');
    await story.act('p01', 'write-theory', { text: 'Seeing leads to trying' });
    expect(await story.act('p03', 'write-theory', { text: 'Seeing twice leads to trying' })).toContain('version 2');
    expect(await story.history('theory-of-change')).toMatchObject([{ version: 1 }, { version: 2, by: 'p03' }]);
    expect(JSON.stringify(await story.history('theory-of-change'))).not.toContain('Seeing');
    const mails = await story.mails('how we think that it works');
    expect(mails.filter((text) => text.includes('Seeing twice'))).toHaveLength(12);
  });

  it('takes questions of members, puts them in order, and shows the order', async () => {
    await story.act('p05', 'propose-question', { text: 'Does one page do?', item: 'agenda-1' });
    await story.act('p06', 'propose-question', { text: 'Who comes back?' });
    expect(await story.refusal('p05', 'propose-question', { text: 'More' })).toContain('1 is the most');
    expect(await story.refusal('p07', 'propose-question', { text: 'x', item: 'agenda-8' })).toContain(
      'It has: agenda-1',
    );
    expect(await story.refusal('p05', 'order-questions', { order: ['question-2'] })).toContain('set-agenda');
    expect(await story.refusal('p03', 'order-questions', { order: ['question-5'] })).toContain('There are: question-1');
    await story.act('p03', 'order-questions', { order: ['question-2', 'question-1'] });
    const rows = (await story.section('theory-of-change')).tables[0]?.rows.map((row) => row.slice(0, 3));
    expect(rows).toEqual([
      [1, 'question-2', null],
      [2, 'question-1', 'agenda-1'],
    ]);
  });

  it('is in the first stage to begin with: what rests does not begin, what is hidden is not shown', async () => {
    expect(await story.facts('maturity')).toMatchObject([{ stage: 'forming', from: null, by: null }]);
    expect((await story.section('theory-of-change')).paragraphs[0]).toContain('The network has been forming since');
    await expect(story.section('spread')).rejects.toThrow('no section spread');
    await story.pass(12);
    expect(await story.facts('wave')).toEqual([]);
    expect(await story.practice('commitments')).toMatchObject({ stage: 'open; rests (forming)' });
    const promise = { text: 'Try the form', due: await story.day(10) };
    expect(await story.refusal('p05', 'commit', promise)).toContain('nothing new is begun here');
  });

  it('comes to another stage by decision, with a reason: what rested is due, what was hidden is shown', async () => {
    expect(await story.refusal('p01', 'set-maturity', { stage: 'grown-up', reason: 'x' })).toContain(
      'forming, growing',
    );
    expect(await story.refusal('p05', 'set-maturity', { stage: 'growing', reason: 'x' })).toContain('set-agenda');
    await story.act('p01', 'set-maturity', { stage: 'growing', reason: 'They ask each other without us' });
    expect(await story.refusal('p01', 'set-maturity', { stage: 'growing', reason: 'x' })).toContain('growing already');
    expect((await story.facts('maturity'))[0]).toMatchObject({ stage: 'growing', from: 'forming', by: 'p01' });
    expect((await story.facts('wave'))[0]).toMatchObject({ wave: '1' });
    expect(await story.practice('commitments')).toMatchObject({ stage: 'open' });
    await story.act('p05', 'commit', { text: 'Try the form', due: await story.day(10) });
    expect((await story.section('spread')).id).toBe('spread');
    expect((await story.section('theory-of-change')).paragraphs[0]).toContain('all that is on is due');
    expect((await story.mails('is growing now'))[0]).toContain('without us');
  });
});
