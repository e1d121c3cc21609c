import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { wholeLife } from '../../support/whole-life.ts';

const LIVES = [
  { template: 'rapid-exchange', lasts: 'six months' },
  { template: 'collaborative', lasts: 'two years' },
] as const;
const PERIODS = [null, 1, 3, 7] as const;

describe.each(LIVES)(
  'Law: $lasts with every practice on come out the same wherever continue-as-new falls',
  ({ template }) => {
    let env: TestWorkflowEnvironment;
    beforeAll(async () => {
      env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    });
    afterAll(() => env?.teardown());

    let expected: string[] | null = null;
    it.each(PERIODS)('at period %s', { timeout: 600_000 }, async (period) => {
      const life = await wholeLife({
        ...{ env, template, members: 20, lookEveryDays: 7, continueAsNewAfterEvents: period },
        network: `${template}-${period ?? 'never'}`,
      });
      try {
        const outcome = outcomeOf(life.facts, life.story.network);
        expect((await life.story.store.verifyAudit(life.story.network)).verifies).toBe(true);
        expected ??= outcome;
        expect(outcome).toEqual(expected);
      } finally {
        await life.story.close();
      }
    });
  },
);
