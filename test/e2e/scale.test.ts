import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract/index.ts';
import { MAX_STATE_BYTES } from '../../workflows/definitions/policy.ts';
import type { Largest } from '../support/history-bounds.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import { membersAtScale, networksAtScale, yearsAtScale } from '../support/scale.ts';
import { timeSkipping } from '../support/time-skipping.ts';

/** The bounds that must hold at any size. The whole sizes, with their figures: test/support/scale-main.ts. */
const MOST_EVENTS = 10_000;
const MOST_PAYLOAD_BYTES = 256 * 1024;

function holdsItsBounds(largest: Largest): void {
  expect(largest.runs).toBeGreaterThan(0);
  expect(largest.events.most).toBeLessThan(MOST_EVENTS);
  expect(largest.payloadBytes.most).toBeLessThan(MOST_PAYLOAD_BYTES);
  expect(largest.stateBytes.most).toBeLessThan(MAX_STATE_BYTES);
}

describe('Law: many members and many networks on one worker are served in turn, and no workflow outgrows its bounds', () => {
  let running: WeftForTests;
  beforeAll(async () => {
    running = await weftForTests();
  });
  afterAll(async () => {
    await running?.close();
  });

  it('everybody is invited, joins, is asked and answers', { timeout: 180_000 }, async () => {
    const figures = await membersAtScale(running, 40);
    expect(figures.joined.count).toBe(40);
    expect(figures.answered.count).toBe(40);
    holdsItsBounds(figures.largest);
  });

  it('networks side by side each live to their end', { timeout: 180_000 }, async () => {
    const figures = await networksAtScale(running, 4, { dayLastsSeconds: 0.4 });
    expect(figures.closed).toBe(4);
    holdsItsBounds(figures.largest);
  });
});

describe('Law: a network that is renewed again and again grows in the store, and not in its workflows', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
  });
  afterAll(async () => {
    await env?.teardown();
  });

  it('a year and a quarter, with promises, stories and terms', { timeout: 180_000 }, async () => {
    const figures = await yearsAtScale(env, 1.25);
    expect(figures.renewals).toBeGreaterThan(0);
    expect(figures.begun).toBe(45);
    holdsItsBounds(figures.largest);
  });
});
