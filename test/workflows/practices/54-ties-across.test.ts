import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 54: contact stays within regions and not within organisations; both are tested, and corrected together', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'ties-across',
      practices: {},
      members: 20,
      charter: {
        surveys: [{ wave: '1', after: 'P8D', open: 'P10D', types: ['advice'] }],
        health: { permutations: 999, alsoGroupBy: ['organisation'] },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('asks whom members turn to', async () => {
    await story.pass(4);
    expect(await story.waiting()).toContain('p05 answer wave-1');
    for (let at = 1; at <= 20; at += 1) {
      const name = (number: number) => `p${String(((number - 1 + 20) % 20) + 1).padStart(2, '0')}`;
      // Two on and two back are of the own region, and of another organisation.
      const ties = [name(at + 2), name(at - 2)].map((to) => ({ to, type: 'advice' }));
      await story.act(name(at), 'answer', { wave: '1', ties });
    }
    expect(await story.refusal('nobody@example.org', 'answer', { wave: '1', ties: [] })).toContain('Nobody of');
    await story.pass(11);
  }, 120_000);

  it('is in the report, each with what chance gives and a corrected p', async () => {
    const section = await story.section('ties-across');
    const [region, organisation] = section.tables[0]!.rows as [unknown[], unknown[]];
    expect(region.slice(0, 2)).toEqual(['region', -1]);
    expect(organisation.slice(0, 2)).toEqual(['organisation', 1]);
    // Corrected for two tests: never below what each gave.
    for (const [, , , p, corrected] of [region, organisation]) expect(corrected).toBeGreaterThanOrEqual(p as number);
    expect(section.paragraphs.at(-1)).toBe('There is less contact across than chance would give by region.');
  }, 60_000);
});
