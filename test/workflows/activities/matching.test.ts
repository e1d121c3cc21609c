import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import type { Candidate, MatchRules } from '../../../analysis/matching/candidate.ts';
import { match } from '../../../workflows/activities/matching/index.ts';
import { matched } from '../../../workflows/activities/matching/matched.ts';

const RULES: MatchRules = {
  ...{ at: '2026-07-01T09:00:00.000Z', across: ['organisation'], mustDiffer: ['organisation'], leastHoursTogether: 0 },
  weights: { distance: 1, complement: 1, bridging: 1, lightness: 1 },
  ...{ blocked: new Set(['p1|p2']), past: new Set(['p3|p4']), repeat: 'if-unavoidable', seed: 1 },
  ties: [['p1', 'p9']],
};

function people(count: number): Candidate[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{
      member: `p${at}`,
      attributes: { organisation: `O${at % 7}` },
      skills: new Map([[`s${at % 5}`, 1 + (at % 3)]]),
    },
    ...{ load: at % 3, timeZone: null },
  }));
}

describe('Law: many are matched in a thread of their own, and it makes no difference to the byte', () => {
  it('the worker goes on meanwhile, and has the answer that it would have found itself', async () => {
    const question = { what: 'pairs' as const, candidates: people(120), rules: RULES };
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const apart = await new MockActivityEnvironment().run(() => match(question));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
    expect(JSON.stringify(apart)).toBe(JSON.stringify(matched(question)));
  });

  it('a few are matched at once', async () => {
    const question = { what: 'circles' as const, candidates: people(9), size: 3, rules: RULES };
    expect((await match(question)).circles).toHaveLength(3);
  });
});
