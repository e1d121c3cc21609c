import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { runNetwork } from '../../support/network-run.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { twoYears } from '../../support/two-years.ts';

const PERIODS = [null, 1, 3, 7];

describe('Law: two years of a network come out the same wherever continue-as-new falls', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
  });
  afterAll(() => env?.teardown());

  let expected: string[] | null = null;
  for (const period of PERIODS) {
    it(`at period ${period ?? 'never'}`, { timeout: 240_000 }, async () => {
      const run = await runNetwork({
        env,
        charter: twoYears(`two-years-${period ?? 'never'}`),
        taskQueue: `two-years-${period ?? 'never'}`,
        continueAsNewAfterEvents: period,
        lookEveryDays: 10,
        members: 18,
      });
      try {
        const outcome = outcomeOf(run.facts, run.charter.network);
        const phases = run.facts.filter((fact) => fact.kind === 'phase').map((fact) => fact.body.phase);
        expect([...new Set(phases)]).toEqual(['design', 'invitation', 'learning', 'sustainment', 'closed']);
        expect((await run.store.verifyAudit(run.charter.network)).verifies).toBe(true);
        if (expected === null) expected = outcome;
        else expect(outcome).toEqual(expected);
      } finally {
        await run.close();
      }
    });
  }
});
