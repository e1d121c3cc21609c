/** "Within three months", wherever somebody's share is counted: the thirteen weeks before an instant. */
import type { Instant } from './common.ts';

const QUARTER_MS = 91 * 86_400_000;

export function quarterBefore(at: Instant): Instant {
  return new Date(Date.parse(at) - QUARTER_MS).toISOString();
}
