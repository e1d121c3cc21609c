/**
 * What a kind of rule is: figures in, findings out, and for every rule that could not be judged the reason.
 *
 * To add a kind: a file in this folder and a line in `index.ts`.
 */
import { createHash } from 'node:crypto';
import type { BodyOf, Instant } from '../../../data/records/index.ts';
import type { HealthPolicy } from '../health-policy.ts';
import type { Figures } from './figures.ts';

export interface FindingContext {
  check: string;
  asOf: Instant;
  policy: HealthPolicy;
  response: number | null;
  figures: Figures;
}

export interface Seen {
  findings: BodyOf<'finding'>[];
  /** Rules that could not be judged, or whose figure chance may explain. */
  silent: { rule: string; reason: string }[];
}

export type FindingRule = (context: FindingContext) => Seen;

const LONGEST_ID = 100;

/**
 * An id from its parts, joined by dots. What would be too long for an id ends in a fingerprint of the whole instead, so
 * that two long ids that begin alike stay apart.
 */
export function idOf(...parts: (string | number)[]): string {
  const whole = parts.join('.');
  if (whole.length <= LONGEST_ID) return whole;
  const fingerprint = createHash('sha256').update(whole).digest('hex').slice(0, 16);
  return `${whole.slice(0, LONGEST_ID - fingerprint.length - 1)}-${fingerprint}`;
}
