/**
 * The handbook's rows that every network lives by: they are part of its lifecycle, so that nobody switches them on; the
 * charter says how, under the setting that each one names. To add one: an entry here and its story test.
 */
import type { Chapter } from './practice.ts';

export interface LifecyclePractice {
  name: string;
  row: number;
  title: string;
  chapter: Chapter;
  does: string;
  /** Where the charter says how: a path into it. */
  setting: string;
  /** The folder of the workflow that does it. */
  module: string;
  /** Its actions. */
  messages: readonly string[];
  records: readonly string[];
  metrics: readonly string[];
  /** Its section of the health report; null: `weft status` shows it. */
  section: string | null;
}

export const LIFECYCLE_PRACTICES: readonly LifecyclePractice[] = [
  {
    name: 'invitation',
    row: 12,
    title: 'The bigger invitation; the response is a measure of need',
    chapter: 'invite-and-launch',
    does: 'Everybody on the roster is invited, in waves, and reminded a few times; who says no is asked no more. Where there are fewer places than takers, those who come later wait and move up in order. The report says who was reached, who opened it, said yes and joined, by segment.',
    setting: 'invitation',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['open-invitation', 'accept-invitation', 'decline-invitation', 'leave'],
    records: ['member', 'notice', 'invitation'],
    metrics: ['invitation-funnel'],
    section: 'invitation',
  },
  {
    name: 'introductions',
    row: 18,
    title: 'Deliberate, purpose-driven introductions',
    chapter: 'invite-and-launch',
    does: 'An introduction that somebody approved is put to both; where both agree they are told of each other, asked whether they met, and what became of it is looked at 30 and 90 days later.',
    setting: 'introductions',
    module: 'workflows/definitions/introduction',
    messages: ['propose-introduction', 'approve', 'decline', 'consent', 'confirm-met'],
    records: ['proposal', 'decision', 'introduction', 'outcome'],
    metrics: ['introductions-accepted', 'introductions-met', 'introductions-lasting'],
    section: 'actions',
  },
  {
    name: 'learning-cycles',
    row: 19,
    title: 'Iterative learning cycle: frame → exchange → solve together → co-create → adapt and apply → feed back',
    chapter: 'learn-in-cycles',
    does: 'The network learns in cycles of six stages. Each has a time box; everybody is told when one begins, and what members give to it is kept. A facilitator may end a stage early once enough was given.',
    setting: 'learning.stages',
    module: 'workflows/definitions/learning-cycle',
    messages: ['contribute', 'end-stage'],
    records: ['cycle', 'contribution'],
    metrics: ['contribution-gini', 'give-and-take'],
    section: null,
  },
];
