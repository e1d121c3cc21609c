import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 8: nobody is invited before the checklist is confirmed, each item with what shows it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      ...{ network: 'readiness', practices: {}, beginsWhen: 'design' },
      charter: {
        design: {
          ...{ proposePriorities: 'P1D', vote: 'P1D' },
          readiness: [
            { id: 'rooms', text: 'There are rooms to meet in' },
            { id: 'money', text: 'The money for a year is there' },
          ],
        },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks who may confirm for every item that the charter states', async () => {
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(['p01 confirm-readiness money', 'p01 confirm-readiness rooms']),
    );
    expect(await story.refusal('p01', 'confirm-readiness', { item: 'sponsor-named' })).toContain(
      'It has: rooms, money',
    );
  });

  it('keeps the evidence apart, once for each item', async () => {
    await story.act('p01', 'confirm-readiness', { item: 'rooms', evidence: 'Letter of the town hall' });
    expect(await story.refusal('p01', 'confirm-readiness', { item: 'rooms' })).toContain('confirmed already');
    const [fact] = await story.facts('readiness');
    expect(fact).toMatchObject({ item: 'rooms', confirmedBy: 'p01' });
    expect(fact?.evidence).toMatch(/^t-/);
  });

  it('invites nobody while an item is open, however long that takes', async () => {
    await story.pass(3);
    await story.act('p01', 'set-agenda', { title: 'What to learn first' });
    await story.pass(60);
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'design' });
    expect(await story.mails('Invitation to')).toEqual([]);
    expect(await story.waiting()).toContain('p01 confirm-readiness money');
    await story.act('p01', 'confirm-readiness', { item: 'money', evidence: 'Decision 12 of the council' });
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'invitation' });
    expect(await story.mails('Invitation to')).toHaveLength(12);
  });
});
