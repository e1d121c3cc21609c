import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 52: every member may see the leads’ figures, less all that speaks of one person or of few', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'progress-for-all',
      practices: {},
      members: 14,
      charter: { surveys: [{ wave: '1', after: 'P8D', open: 'P10D', types: ['advice'] }] },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  beforeAll(async () => {
    await story.pass(4);
    for (let at = 1; at <= 14; at += 1) {
      const name = (number: number) => `p${String(((number - 1) % 14) + 1).padStart(2, '0')}`;
      const ties = [name(at + 1), name(at + 3), 'p05'].filter((to) => to !== name(at));
      await story.act(name(at), 'answer', {
        wave: '1',
        ties: [...new Set(ties)].map((to) => ({ to, type: 'advice' })),
      });
    }
    for (const person of ['p05', 'p06', 'p07'])
      await story.act(person, 'contribute', { text: `Mine, ${person}`, helped: 'p08' });
    await story.act('p03', 'propose-introduction', { parties: ['p09', 'p13'] });
    await story.pass(11);
    await story.healthCheck('health-1');
  }, 180_000);

  it('Law: nobody is in it, by id or name, and nothing that is suppressed', async () => {
    const leads = JSON.stringify(await story.report());
    const members = JSON.stringify(await story.report('members'));
    expect(leads).toMatch(/\bp(0[1-9]|1[0-4])\b/);
    expect(leads).toContain('"suppressed"');
    expect(members).not.toMatch(/\bp(0[1-9]|1[0-4])\b/);
    expect(members).not.toContain('Member p');
    expect(members).not.toContain('suppressed":');
    expect(members).not.toContain('\ue000');
  }, 60_000);

  it('Law: what is in it is what the leads see, figure by figure', async () => {
    const at = await story.now();
    const [leads, members] = [await story.report('leads', at), await story.report('members', at)];
    expect(members.sections.map(({ id }) => id)).toEqual(leads.sections.map(({ id }) => id));
    for (const section of members.sections) {
      const same = leads.sections.find(({ id }) => id === section.id)!;
      for (const figure of section.figures) expect(same.figures).toContainEqual(figure);
      for (const { id, rows } of section.tables) {
        const table = same.tables.find((one) => one.id === id);
        for (const row of rows) expect(table?.rows).toContainEqual(row);
      }
    }
    expect(members.sections[0]!.paragraphs.length).toBeGreaterThan(0);
    expect(members.sections[0]!.figures).toEqual(leads.sections[0]!.figures);
  }, 60_000);
});
