import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 7: every act is held against the registry of roles, and a decision that waits comes to the deputy', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      ...{ network: 'governance', practices: {}, beginsWhen: 'design' },
      charter: { decisions: { remindAfter: 'P2D', escalateAfter: 'P4D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('keeps who holds which role', async () => {
    expect(await story.facts('role')).toEqual(
      expect.arrayContaining([
        { person: 'p01', role: 'lead', held: true },
        { person: 'p02', role: 'steward', held: true },
      ]),
    );
  });

  it('refuses who has no right, with the right that is missing; the audit log says that it was tried', async () => {
    const confirm = { item: 'sponsor-named', evidence: 'Letter' };
    expect(await story.refusal('p05', 'confirm-readiness', confirm)).toBe(
      'Only a lead may do this (the charter’s right confirm-readiness).'.replace('’', "'"),
    );
    expect(await story.refusal('p02', 'confirm-readiness', confirm)).toContain('Only a lead may do this');
    const tried = (await story.store.audit('governance')).filter(({ action }) => action === 'refused');
    expect(tried.length).toBeGreaterThan(0);
  });

  it('reminds who lets a decision wait, then asks the deputy, who may decide from then on', async () => {
    await story.pass(5);
    expect((await story.mails('a decision still waits for you')).length).toBeGreaterThan(0);
    expect(await story.mails('a decision came to you')).toEqual([]);
    await story.pass(2);
    expect((await story.mails('a decision came to you')).length).toBeGreaterThan(0);
    expect(await story.waiting()).toContain('p02 confirm-readiness sponsor-named');
    await story.act('p02', 'set-agenda', { title: 'What to learn first' });
    for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
      await story.act('p02', 'confirm-readiness', { item });
    }
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'invitation' });
    expect((await story.waiting()).filter((line) => line.includes('p02 confirm-readiness'))).toEqual([]);
    expect(await story.refusal('p02', 'set-agenda', { title: 'More' })).toContain('Only a lead or a facilitator');
  });

  it('puts what becomes of the network to those with the right, and keeps by which role it was decided', async () => {
    await story.act('p05', 'accept-invitation');
    await story.pass(4);
    expect(await story.waiting()).toContain('p04 decide too-few-joined-1');
    expect(await story.refusal('p05', 'decide', { decision: 'too-few-joined-1', option: 'close' })).toContain('Only a');
    await story.act('p04', 'decide', { decision: 'too-few-joined-1', option: 'extend' });
    expect((await story.facts('decision'))[0]).toMatchObject({ status: 'decided', by: 'p04', right: 'sponsor' });
    expect(await story.refusal('p01', 'decide', { decision: 'too-few-joined-1', option: 'close' })).toContain(
      'decided already',
    );
  });
});
