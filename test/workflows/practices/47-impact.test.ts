import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { tryOut } from './experiments-story.ts';

const WAITING = {
  ...{ about: 'experiment-1', measure: 'Weeks until a first appointment', baseline: 11, value: 7 },
  ...{ better: 'lower', evidence: 'Our waiting list' },
};

describe('Story 47: from framing to what became better, with what is still waited for', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'impact', practices: { impact: { perMemberAndQuarter: 2 }, experiments: {}, stories: {} } },
      continueAsNewAfterEvents: 2,
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('notes what is framed: the agenda’s item, the cycle, an experiment, each with its day', async () => {
    await tryOut(story, 'p05', 60);
    await tryOut(story, 'p06', 60);
    // Word of it reaches the keeper when it reaches it.
    await story.pass(1);
    const framed = (await story.facts('framing')).map(({ about, what }) => `${about} ${what}`);
    expect(framed).toEqual([
      ...['agenda-1 agenda-item', 'cycle-1 cycle', 'experiment-1 experiment', 'experiment-2 experiment'],
    ]);
    const [agenda, cycle] = await story.facts('framing');
    expect(agenda!.framedAt < cycle!.framedAt).toBe(true);
    expect((await story.section('impact')).figures[0]).toMatchObject({ value: null });
  });

  it('refuses what got worse, what is still to come, and tells of what was never framed', async () => {
    await story.pass(20);
    expect(await story.refusal('p05', 'report-impact', { ...WAITING, value: 12 })).toContain('is not lower');
    expect(await story.refusal('p05', 'report-impact', { ...WAITING, since: await story.day(3) })).toContain('to come');
    expect(await story.act('p05', 'report-impact', { ...WAITING, about: 'cycle-9' })).toContain('there is no cycle-9');
    expect(await story.act('p05', 'report-impact', { ...WAITING, since: '2026-01-05' })).toContain('was before');
    expect(await story.facts('impact')).toEqual([]);
  });

  it('takes an impact with what was measured, and one from a story of realised value', async () => {
    expect(await story.act('p05', 'report-impact', { ...WAITING, since: await story.day(-10) })).toContain('impact-1');
    await story.act('p07', 'tell-story', { text: 'Half the time', value: 'realised', cycle: 1, share: true });
    await story.act('p08', 'tell-story', { text: 'A nice day', value: 'immediate', cycle: 1, share: true });
    const impacts = await story.facts('impact');
    expect(impacts).toMatchObject([
      { impact: 'impact-1', about: 'experiment-1', baseline: 11, value: 7, story: null },
      { impact: 'impact-2', about: 'cycle-1', story: 'story-1', value: null },
    ]);
    expect(JSON.stringify(impacts)).not.toContain('waiting list');
    await story.act('p05', 'report-impact', { ...WAITING, value: 6 });
    expect(await story.refusal('p05', 'report-impact', { ...WAITING, value: 5 })).toContain('2 is the most');
  });

  it('shows the median in the report, by what was framed', async () => {
    const section = await story.section('impact');
    // Ten days for the experiment, some twenty for the cycle; agenda item and second experiment wait.
    const { value, note } = section.figures[0]!;
    expect(Number(value)).toBeGreaterThan(19);
    expect(Number(value)).toBeLessThan(26);
    expect(note).toContain('2 of 4 so far');
    expect(section.tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ...[
        ['items of the agenda', 1, 0],
        ['cycles', 1, 1],
        ['experiments', 2, 1],
      ],
    ]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d/);
  });
});
