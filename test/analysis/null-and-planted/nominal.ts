/** Whether something that should happen by chance in 5 of 100 cases did, as nearly as the number of cases allows. */
import { expect } from 'vitest';

const NOMINAL = 0.05;

/** Of so many null networks, at most this often would a test that keeps its level leave the range: one in a thousand. */
const RISK = 0.001;

/** @param exact whether p takes so many values that its level is reached; where it takes few, alarms may be rarer. */
export function expectNominal(alarms: number, rounds: number, exact = true): void {
  const share = `${alarms} alarms in ${rounds}`;
  expect(atMost(alarms - 1, rounds), `${share}: too many`).toBeLessThan(1 - RISK / 2);
  if (exact) expect(atMost(alarms, rounds), `${share}: too few`).toBeGreaterThan(RISK / 2);
}

/** Binomial: the chance of at most `count` alarms. */
function atMost(count: number, rounds: number): number {
  let term = (1 - NOMINAL) ** rounds;
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    sum += term;
    term *= ((rounds - k) / (k + 1)) * (NOMINAL / (1 - NOMINAL));
  }
  return sum;
}
