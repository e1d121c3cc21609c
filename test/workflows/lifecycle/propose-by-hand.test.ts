import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const PAIR = ['p05', 'p10'] as const;

describe.each([{ period: null }, { period: 1 }])(
  'Story: somebody proposes by hand, and months later it is known what came of it (new run after $period events)',
  ({ period }) => {
    let env: TestWorkflowEnvironment;
    let story: Story;
    beforeAll(async () => {
      env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
      const options = { env, network: 'by-hand', practices: {}, continueAsNewAfterEvents: period };
      story = await Story.begin({ ...options, charter: { health: { permutations: 999, outcomeAfterDays: [30, 90] } } });
    }, 120_000);
    afterAll(async () => {
      await story?.close();
      await env?.teardown();
    });

    it('who looks after the network may, and whoever decides is asked', async () => {
      const payload = { parties: [...PAIR], because: 'Both work on intake' };
      expect(await story.refusal('p06', 'propose-introduction', payload)).toMatch(/^Only a lead or a steward/);
      expect(await story.act('p02', 'propose-introduction', payload)).toBe('by-hand-1 waits for a decision.');
      expect(await story.waiting()).toContain('p01 approve by-hand-1');
      expect(await story.act('p03', 'propose-introduction', payload)).toMatch(/already, as by-hand-1/);
      expect(await story.facts('proposal')).toHaveLength(1);
      expect(await story.mails('by-hand-1|decision')).not.toHaveLength(0);
    });

    it('the cap holds; what is approved is carried out, and what nobody decides on expires and rests', async () => {
      const busy = { parties: ['p05', 'p08'] };
      expect(await story.act('p02', 'propose-introduction', busy)).toMatch(/^Not proposed: p05 has as many open/);
      const other = { parties: ['p07', 'p12'] };
      expect(await story.act('p02', 'propose-introduction', other)).toMatch(/^by-hand-\d waits/);
      await story.act('p01', 'approve', { proposal: 'by-hand-1' });
      for (const person of PAIR) await story.act(person, 'consent', { introduction: 'by-hand-1', agree: true });
      for (const person of PAIR) await story.act(person, 'confirm-met', { introduction: 'by-hand-1', met: true });
      await story.pass(20);
      const [, expired] = await story.facts('proposal');
      expect(expired).toMatchObject({ parties: ['p07', 'p12'], status: 'expired' });
      expect(await story.act('p02', 'propose-introduction', other)).toMatch(/^Not proposed: .*rests for P30D/);
    });

    it('what came of it is looked at after thirty and ninety days', async () => {
      const [introduction] = await story.facts('introduction');
      expect(introduction).toMatchObject({ proposal: 'by-hand-1', members: [...PAIR], status: 'met' });
      await story.pass(100);
      const outcomes = await story.facts('outcome');
      expect(outcomes.map(({ proposal, afterDays, tieFormed }) => [proposal, afterDays, tieFormed])).toEqual([
        ['by-hand-1', 30, true],
        ['by-hand-1', 90, true],
      ]);
      const tables = JSON.stringify((await story.section('actions')).tables);
      expect(tables).toMatch(/they met/);
      expect(tables).toMatch(/nobody decided in time/);
    });
  },
);
