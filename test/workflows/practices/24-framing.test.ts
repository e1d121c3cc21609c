import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '../../../data/records/index.ts';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 24: a cycle is framed in versions, newcomers get all there is, everybody what has changed since they last heard', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'framing',
      practices: { framing: { catchUpEvery: 'P14D' } },
      charter: { learning: { cycles: 2, smallestContributions: 0 } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks whoever sets the agenda to frame the cycle, and keeps versions sealed', async () => {
    expect(await story.waiting()).toEqual(
      expect.arrayContaining(['p01 frame-cycle cycle-1', 'p03 frame-cycle cycle-1']),
    );
    expect(await story.refusal('p05', 'frame-cycle', { question: 'Mine' })).toContain('set-agenda');
    await story.act('p03', 'frame-cycle', { question: 'Why do families wait?' });
    expect((await story.waiting()).filter((line) => line.includes('frame-cycle'))).toEqual([]);
    const again = { question: 'Why do families wait twice?', hypotheses: 'Two forms ask the same' };
    expect(await story.act('p01', 'frame-cycle', again)).toContain('version 2');
    expect(await story.history('cycle-framing')).toMatchObject([
      { version: 1, hypotheses: null },
      { version: 2, by: 'p01' },
    ]);
    expect(JSON.stringify(await story.history('cycle-framing'))).not.toContain('families');
  });

  it('sends everybody at the cadence what has changed since they last heard', async () => {
    await story.act('p05', 'contribute', { text: 'A case' });
    await story.pass(14);
    const mails = (await story.mails('what has happened')).filter((text) => text.includes('Since you last heard'));
    expect(mails).toHaveLength(12);
    const words = plain(mails[0] as string);
    expect(words).toContain('What it asks (version 2): Why do families wait twice?');
    expect(words).toContain('What is expected: Two forms ask the same');
    expect(words).toContain('1 contribution to a cycle');
    await story.pass(14);
    const third = (await story.mails('what has happened')).filter((text) => text.includes('Nothing new was recorded'));
    expect(third).toHaveLength(12);
  });

  it('gives who joins all there is, the agenda in words', async () => {
    const mails = await story.mails('what has happened');
    const first = mails.map(plain).filter((text) => text.includes('So far'));
    expect(first).toHaveLength(12);
    expect(first.every((text) => text.includes('agenda-1: What to learn first'))).toBe(true);
    expect(await story.act('p12', 'leave')).toContain('left');
    await story.pass(14);
    expect(await story.mails('what has happened')).toHaveLength(12 + 12 + 12 + 11);
  });

  it('shows framings and what there is to catch up with; a cycle that is over is framed no more', async () => {
    const section = await story.section('framing');
    expect(section.tables[0]?.rows[0]?.slice(0, 3)).toEqual([1, 'agenda-1', 2]);
    expect(section.tables[1]?.rows).toContainEqual(['contributions', 1, 1]);
    for (let cycle = 0; cycle < 2; cycle += 1) for (const _ of STAGES) await endStage();
    expect(await story.refusal('p01', 'frame-cycle', { question: 'Late' })).toContain('No learning cycle is running');
    expect((await story.section('framing')).paragraphs[0]).toContain('Not framed: cycle 2');
  });

  /** Time boxes may have ended a stage or two already. */
  async function endStage(): Promise<void> {
    if ((await story.facts('phase'))[0]?.phase === 'learning') await story.act('p03', 'end-stage');
  }

  function plain(text: string): string {
    return text.replaceAll(/=\r?\n/g, '').replaceAll(/\s+/g, ' ');
  }
});
