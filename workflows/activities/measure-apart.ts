/** Measures a health check's question in a thread of its own: thousands of permutations take seconds. */
import type { HealthAnswer } from './answer-health.ts';
import type { HealthQuestion } from './health-input.ts';
import { inThread } from './in-thread.ts';

export function measureApart(question: HealthQuestion): Promise<HealthAnswer> {
  return inThread(new URL('./measure-thread.mjs', import.meta.url), question);
}
