/** What every matter of a practice does at its end: nobody is asked any more, and its keeper hears of it. */
import type { WorkflowStarts } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import type { Moment, Wish } from '../process.ts';
import { report } from '../process.ts';
import { clearAll } from '../shared.ts';

export function itemEnds({ network, practice, item }: WorkflowStarts['practiceItem'], moment: Moment): Wish[] {
  return [clearAll(moment), report(workflowId({ kind: 'practice', network, practice }), 'item-ended', { item })];
}
