import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 55: members take part for a term, are asked before it ends, and go on, pause, leave or lapse', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    const survey = { open: 'P5D', types: ['advice'], reminders: { every: 'P3D', atMost: 0 } };
    story = await Story.begin({
      env,
      network: 'terms',
      practices: {
        'membership-terms': {
          ...{ length: 'P60D', askBefore: 'P14D', remindEvery: 'P5D', reminders: 1, otherwise: 'lapse' },
          ...{ lookEvery: 'P1D', longestPause: 'P3M' },
        },
      },
      charter: {
        surveys: [
          { wave: '1', after: 'P15D', ...survey },
          { wave: '2', after: 'P66D', ...survey },
        ],
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const ids = Array.from({ length: 12 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
  /** A ring in which everybody turns to the two next. */
  async function answerAll(wave: string, who: readonly string[]): Promise<void> {
    for (const person of who) {
      const at = ids.indexOf(person);
      const ties = [1, 2].map((step) => ({ to: ids[(at + step) % ids.length], type: 'advice' }));
      await story.act(person, 'answer', { wave, ties });
    }
  }

  it('begins a term for everybody who has joined, and asks nobody in the middle of it', async () => {
    await story.pass(11);
    await answerAll('1', ids);
    const terms = await story.facts('membership-term');
    expect(terms).toHaveLength(12);
    expect(terms[0]).toMatchObject({ term: 1, begun: 'joined', status: 'running' });
    expect(await story.waiting()).not.toContain('p05 renew-membership term-1');
    // Who renews too early is told from when on they are asked, and nothing is changed.
    expect(await story.act('p05', 'renew-membership')).toContain('you are asked before that day');
  });

  it('asks before the end, and reminds once', async () => {
    await story.pass(36);
    expect((await story.waiting()).filter((entry) => entry.includes('renew-membership term-1'))).toHaveLength(12);
    expect(await story.mails('do you go on\\?$')).toHaveLength(12);
    for (const person of ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08']) {
      expect(await story.act(person, 'renew-membership')).toContain('you go on');
    }
    expect(await story.waiting()).not.toContain('p05 renew-membership term-1');
    const far = await story.day(200);
    expect(await story.refusal('p09', 'pause-membership', { until: far })).toContain('A pause may last until');
    expect(await story.refusal('p09', 'pause-membership', { until: '2026-01-01' })).toContain('no day to come');
    await story.act('p09', 'pause-membership', { until: await story.day(30) });
    await story.act('p10', 'leave');
    await story.pass(6);
    expect(await story.mails('\\(reminder\\)')).toHaveLength(2);
  });

  it('lets who says nothing lapse, where the charter says so, and asks who pauses for nothing', async () => {
    await story.pass(9);
    const terms = new Map((await story.facts('membership-term')).map((term) => [term.member, term]));
    expect(terms.get('p11')).toMatchObject({ status: 'lapsed' });
    expect(terms.get('p10')).toMatchObject({ status: 'left' });
    expect(terms.get('p09')).toMatchObject({ status: 'paused' });
    expect(terms.get('p05')).toMatchObject({ term: 2, begun: 'renewed', status: 'running' });
    const gone = (await story.facts('member')).filter(({ status }) => status === 'left').map(({ member }) => member);
    expect(gone.sort()).toEqual(['p10', 'p11', 'p12']);
    expect(await story.refusal('p11', 'renew-membership')).toContain('Only active members');
    const waiting = await story.waiting();
    expect(waiting.filter((entry) => entry.startsWith('p09 '))).toEqual([]);
    expect(waiting.filter((entry) => entry.includes(' answer '))).toHaveLength(8);
    await answerAll('2', ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08']);
  });

  it('asks again at the end of the pause, and shows what became of the core, and of nobody', async () => {
    await story.pass(17);
    expect(await story.waiting()).toContain('p09 renew-membership term-1');
    await story.act('p09', 'renew-membership');
    const section = await story.section('membership-terms');
    // Nine of the twelve who held it together, all of one core, are still there.
    expect(section.figures[1]).toMatchObject({ label: 'Core that stayed', value: 0.75 });
    expect(section.figures[0]?.value).toBeCloseTo(4 / 12);
    expect(JSON.stringify(section)).not.toMatch(/p\d\d/);
    // A table in which nothing may be shown is a sentence.
    expect(section.tables).toEqual([]);
    expect(section.paragraphs[0]).toContain('too few are in any one state');
  });
});
