import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 10: a constraint on a cycle is heard by all, and shown with what it made possible', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'constraints', practices: { probes: {} } });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const probe = {
    ...{ name: 'one-page-only', constraint: 'Nothing longer than a page', expectation: 'More is read' },
    signal: 'Somebody answers within a day',
  };

  it('is put on the running cycle by whoever may set the agenda, and on nothing else', async () => {
    const until = await story.day(20);
    expect(await story.refusal('p05', 'start-probe', { ...probe, until, cycle: 1 })).toContain('set-agenda');
    expect(await story.refusal('p03', 'start-probe', { ...probe, until, cycle: 2 })).toContain('Cycle 1 is running');
    expect(await story.act('p03', 'start-probe', { ...probe, until, cycle: 1 })).toContain('probe-1');
    expect(await story.facts('constraint')).toMatchObject([
      { constraint: 'constraint-1', probe: 'probe-1', cycle: 1, madePossible: [], endedAt: null },
    ]);
    expect(JSON.stringify(await story.facts('constraint'))).not.toContain('Nothing longer');
    const mails = await story.mails('a constraint on this cycle');
    expect(mails).toHaveLength(12);
    expect(mails[0]).toContain('Nothing longer than a page');
  });

  it('is shown with what it made possible, once its owner has said so', async () => {
    expect((await story.section('probes')).tables[0]?.rows[0]?.[5]).toBe('not said yet');
    const wrong = { probe: 'probe-1', decision: 'amplify', madePossible: ['nothing', 'ideas'] };
    expect(await story.refusal('p03', 'decide-probe', wrong)).toContain('nothing possible, or something');
    expect(await story.refusal('p03', 'decide-probe', { ...wrong, madePossible: [] })).toContain(
      'say what it made possible',
    );
    const words = 'People dared to answer';
    await story.act('p03', 'decide-probe', { ...wrong, madePossible: ['speed', 'ideas'], words });
    const [row] = (await story.section('probes')).tables[0]?.rows ?? [];
    expect(row).toEqual([
      ...['one page only', 'cycle 1', await story.day(20), 0, 'amplified'],
      'ideas nobody had before and things that went faster',
    ]);
    expect((await story.mails('what a constraint made possible'))[0]).toContain(words);
    expect(JSON.stringify(await story.section('probes'))).not.toMatch(/"p\d\d/);
  });
});
