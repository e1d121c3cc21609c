/** The kinds of rule, in the order in which their findings are listed. */
import type { FindingRule } from './finding-rule.ts';
import { target } from './target.ts';
import { threshold } from './threshold.ts';

export const FINDING_RULES: readonly FindingRule[] = [threshold, target];

export type { FindingContext, FindingRule, Seen } from './finding-rule.ts';
export { targetRule } from './target.ts';
