import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { wholeLife } from '../../support/whole-life.ts';

/** With WEFT_WHOLE_LIVES=all also the two years, and new runs after 1, 3 and 7 events: half an hour on two cores. */
const ALL = process.env.WEFT_WHOLE_LIVES === 'all';
const LIVES = [
  { template: 'rapid-exchange', lasts: 'six months' },
  ...(ALL ? [{ template: 'collaborative', lasts: 'two years' } as const] : []),
] as const;
const PERIODS = ALL ? [null, 1, 3, 7] : [null];

describe.each(LIVES)(
  'Law: $lasts with every practice on come out the same wherever continue-as-new falls',
  ({ template }) => {
    let env: TestWorkflowEnvironment;
    beforeAll(async () => {
      env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    });
    afterAll(() => env?.teardown());

    let expected: string[] | null = null;
    it.each(PERIODS)('at period %s', { timeout: 900_000 }, async (period) => {
      const life = await wholeLife({
        ...{ env, template, members: 12, continueAsNewAfterEvents: period },
        network: `${template}-${period ?? 'never'}`,
      });
      try {
        const outcome = outcomeOf(life.facts, life.story.network);
        expect((await life.story.store.verifyAudit(life.story.network)).verifies).toBe(true);
        // Every practice has left something behind.
        const kinds = new Set(life.facts.map(({ kind }) => kind));
        for (const kind of ['session', 'mentorship', 'artifact', 'questionnaire-round', 'archive'] as const) {
          expect(kinds).toContain(kind);
        }
        expected ??= outcome;
        expect(outcome).toEqual(expected);
      } finally {
        await life.story.close();
      }
    });
  },
);
