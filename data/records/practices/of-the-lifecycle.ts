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
    name: 'convene',
    row: 1,
    title: 'Convene around a common challenge, with a clear call to action and value proposition',
    chapter: 'design',
    does: 'The charter says the challenge, the vision, what members are asked to do and what they get, for whom and for how long. A charter that leaves one of them empty is not launched. Every invitation carries the challenge, the call and the offer.',
    setting: 'challenge',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['accept-invitation', 'decline-invitation'],
    records: ['charter', 'phase'],
    metrics: [],
    section: null,
  },
  {
    name: 'priorities',
    row: 2,
    title: 'Members set priorities',
    chapter: 'design',
    does: 'Members propose what to work on, then rank what was proposed. The count goes from round to round until an order is there; turnout and every round are kept.',
    setting: 'design.vote',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['propose-priority', 'vote'],
    records: ['priority', 'vote', 'vote-result'],
    metrics: [],
    section: 'agenda',
  },
  {
    name: 'agenda',
    row: 3,
    title: 'Members set the learning agenda',
    chapter: 'design',
    does: 'The first priorities become the learning agenda; whoever may set it adds items and says one anew, with earlier versions kept. Every learning cycle takes up one of them.',
    setting: 'design.prioritiesKept',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['set-agenda', 'revise-agenda'],
    records: ['agenda-item', 'cycle'],
    metrics: ['agenda-coverage'],
    section: 'agenda',
  },
  {
    name: 'goals',
    row: 6,
    title: 'Goals and evaluation criteria agreed beforehand',
    chapter: 'design',
    does: 'The charter says what figures should come to, from which response on they are judged, and when that is looked at again. Health checks go by it; on the day whoever leads is asked to keep, change or drop the target, is reminded, and the deputy is asked as well.',
    setting: 'health.targets',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['review-goal'],
    records: ['goal', 'finding'],
    metrics: [],
    section: 'goals',
  },
  {
    name: 'governance',
    row: 7,
    title: 'Light governance: roles, decision rights, escalation paths',
    chapter: 'design',
    does: 'The charter says who holds which role and which role may do what; every act is held against it. A decision that waits is asked for again, comes to the deputy as well, and ends with what was stated beforehand.',
    setting: 'rights',
    module: 'workflows/definitions/decision',
    messages: ['decide', 'approve', 'decline'],
    records: ['role', 'decision'],
    metrics: [],
    section: 'actions',
  },
  {
    name: 'readiness',
    row: 8,
    title: 'Readiness: the essential ingredients, before launch',
    chapter: 'design',
    does: 'A checklist that the charter states is confirmed item by item, with what shows it, before anybody is invited. Who lets it wait is reminded, and the deputy may confirm as well then.',
    setting: 'design.readiness',
    module: 'workflows/definitions/network-lifecycle',
    messages: ['confirm-readiness'],
    records: ['readiness', 'phase'],
    metrics: [],
    section: null,
  },
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
  {
    name: 'sustain-or-close',
    row: 58,
    title: 'Sustain, renew, hand over or close, by decision',
    chapter: 'lead-and-sustain',
    does: 'When the cycles that were agreed are over, those are heard whom the charter names: members rank the futures, a sponsor says yes or no, funding is confirmed until a date. Whoever has the right decides, not against a gate that binds; the lead can pass to somebody who accepts it. Closing leaves an archive that can be read without Weft.',
    setting: 'sustainment',
    module: 'workflows/definitions/network-lifecycle',
    messages: [
      'vote-on-future',
      'answer-as-sponsor',
      'confirm-funding',
      'decide',
      'answer-hand-over',
      'confirm-handed-over',
      'close',
    ],
    records: ['sustainment-gate', 'vote-result', 'decision', 'hand-over', 'role', 'phase', 'archive'],
    metrics: [],
    section: 'sustainment',
  },
];
