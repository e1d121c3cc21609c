import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 11: objectives have figures, milestones have days and gates, and the sponsor has a page', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      env,
      network: 'alignment',
      practices: {
        alignment: {
          decideWithin: 'P20D',
          objectives: [
            {
              id: 'shared-work',
              text: 'The work is not done by the team alone',
              metric: 'hub-dependence',
              atMost: 0.5,
            },
          ],
          milestones: [
            { id: 'first-form', text: 'One form for both offices', on: '2026-01-20', gate: 'none' },
            { id: 'half-year', text: 'The sponsor stands by it', on: '2026-02-02', gate: 'sponsor' },
            { id: 'third-quarter', text: 'Nobody objects', on: '2026-02-03', gate: 'sponsor', otherwise: 'pass' },
            {
              id: 'second-year',
              text: 'Money for the second year',
              on: '2026-03-02',
              gate: 'funding',
              proposes: 'close',
            },
          ],
        },
      },
      charter: { decisions: { remindAfter: 'P3D', escalateAfter: 'P7D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const states = async () =>
    (await story.section('sponsor')).tables.find(({ id }) => id === 'roadmap')?.rows.map((row) => row[3]);

  it('ties objectives to figures and keeps the roadmap', async () => {
    expect(await story.facts('objective')).toMatchObject([
      { objective: 'shared-work', metric: 'hub-dependence', atMost: 0.5 },
    ]);
    for (const person of ['p05', 'p06', 'p07']) await story.act(person, 'contribute', { text: 'A case' });
    const section = await story.section('sponsor');
    expect(section.paragraphs[0]).toBe('1 of 1 objective reached.');
    expect(section.tables[0]?.rows[0]?.[0]).toBe('The work is not done by the team alone');
    expect(await states()).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
    expect(await story.refusal('p01', 'reach-milestone', { milestone: 'half-year' })).toContain('opens on 2026-02-02');
    expect(await story.refusal('p05', 'reach-milestone', { milestone: 'first-form' })).toContain('decide-sustainment');
    expect(await story.refusal('p01', 'reach-milestone', { milestone: 'moon' })).toContain('It has: first-form');
  });

  it('asks on the day whether a milestone is reached, and shows it late until somebody says so', async () => {
    await story.pass(11);
    expect(await story.waiting()).toContain('p04 reach-milestone first-form');
    expect((await states())?.[0]).toBe('late');
    await story.act('p04', 'reach-milestone', { milestone: 'first-form' });
    expect((await states())?.[0]).toBe('passed');
    expect((await story.waiting()).filter((line) => line.includes('reach-milestone'))).toEqual([]);
  });

  it('puts a gate to the sponsor, reminds, asks the deputy as well; the stated default holds where nobody decides', async () => {
    await story.pass(13);
    expect(await story.waiting()).toContain('p04 decide milestone-half-year');
    expect(await story.refusal('p04', 'reach-milestone', { milestone: 'half-year' })).toContain('being decided on');
    await story.pass(8);
    expect(await story.waiting()).toContain('p02 decide milestone-half-year');
    await story.act('p02', 'decide', { decision: 'milestone-half-year', option: 'hold' });
    expect((await states())?.[1]).toBe('held');
    await story.pass(13);
    expect((await story.facts('milestone')).find(({ milestone }) => milestone === 'third-quarter')).toMatchObject({
      status: 'passed',
    });
    await story.act('p04', 'reach-milestone', { milestone: 'half-year' });
    expect((await states())?.[1]).toBe('passed');
  });

  it('shows what is not funded, and puts what the charter proposes to a decision that closes the network', async () => {
    await story.pass(8);
    await story.act('p04', 'decide', { decision: 'milestone-second-year', option: 'hold' });
    const words = (await story.section('sponsor')).paragraphs.join(' ');
    expect(words).toContain('Not funded: Money for the second year. For this case the charter proposes to close.');
    expect(await story.waiting()).toContain('p04 decide funding-second-year');
    await story.act('p04', 'decide', { decision: 'funding-second-year', option: 'close' });
    expect((await story.facts('phase'))[0]).toMatchObject({
      phase: 'closed',
      because: 'closed by decision: not funded',
    });
  });
});
