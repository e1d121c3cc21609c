/** Facts for the store's tests: ties between few people, so that subjects and keys collide. */
import type { NewFact, Source } from '../../../data/records/index.ts';

export const ACTOR: Source = { type: 'import', id: 'test' };

/** Day 1 is 2026-01-01. */
export function day(number: number): string {
  return new Date(Date.UTC(2026, 0, number)).toISOString();
}

/** A tie from p01 to `to`, said on day 1 unless told otherwise. */
export function tie(
  key: string,
  change: Partial<NewFact<'tie'>> & { to?: string; strength?: number } = {},
): NewFact<'tie'> {
  const { to = 'p02', strength = 1, ...envelope } = change;
  return {
    network: 'net',
    kind: 'tie',
    validFrom: day(1),
    validTo: null,
    source: ACTOR,
    recordedAt: day(1),
    key,
    retracted: false,
    body: { from: 'p01', to, type: 'advice', strength, wave: null, time: null, occurrence: 0 },
    ...envelope,
  };
}
