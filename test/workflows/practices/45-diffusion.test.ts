import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 45: members say what they took up; the report draws the curve and says how fast it goes', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'diffusion',
      practices: {},
      charter: { surveys: [{ wave: '1', after: 'P8D', open: 'P10D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('takes the word of whoever took it up, and no day to come', async () => {
    expect(await story.refusal('p05', 'adopt', { practice: 'shared-intake', since: '2031-01-01' })).toContain(
      'not come yet',
    );
    await story.pass(4);
    for (let at = 1; at <= 12; at += 1) {
      const name = (number: number) => `p${String(((number - 1) % 12) + 1).padStart(2, '0')}`;
      await story.act(name(at), 'answer', { wave: '1', ties: [{ to: name(at + 1), type: 'advice' }] });
    }
    for (const person of ['p05', 'p06', 'p07', 'p08', 'p09']) {
      await story.act(person, 'adopt', { practice: 'shared-intake' });
      await story.pass(1);
    }
    await story.act('p05', 'adopt', { practice: 'shared-intake' });
    await story.pass(8);
    expect((await story.facts('adoption')).filter(({ practice }) => practice === 'shared-intake')).toHaveLength(5);
  }, 120_000);

  it('is in the report: the curve, exposure in words, hazard and threshold', async () => {
    const section = await story.section('spread');
    expect(section.paragraphs[0]).toContain('At least 5 of 12 members');
    expect(section.charts.map(({ id }) => id)).toContain('adoption-curve');
    const pace = section.tables.find(({ id }) => id === 'adoption-pace');
    expect(pace?.rows[0]?.[0]).toBe('shared-intake');
    expect(pace?.rows[0]?.[1]).toBeGreaterThan(0);
    expect(JSON.stringify(section.paragraphs)).not.toMatch(/p\d\d/);
  }, 60_000);
});
