/**
 * Everything a person may do: one row an action. The command line lists it, the façade checks it and finds the workflow
 * it goes to, and the workflow's validator has the last word.
 *
 * To add an action: a row here, and a case in the `refuse` and `decide` of the workflow that takes it.
 */
import { z } from 'zod';
import { action, Id, Text } from './action.ts';
import { PRACTICE_ACTIONS } from './practices/index.ts';

const NamedTie = z.strictObject({
  to: Id,
  type: z.string().min(1).max(60),
  strength: z.number().finite().positive('a strength is above zero').nullable().default(null),
});

export const ACTIONS = {
  'confirm-readiness': action({
    name: 'confirm-readiness',
    does: 'confirm an item of the readiness gate, with the evidence for it',
    may: { right: 'confirm-readiness', deputy: true },
    takenBy: 'network',
    payload: z.strictObject({ item: Id, evidence: Text.optional() }),
    words: ['evidence'],
    people: [],
    example: { item: 'sponsor-named', evidence: 'Letter of 12 January' },
  }),
  'propose-priority': action({
    name: 'propose-priority',
    does: 'propose what the network should work on',
    may: { members: ['invited', 'active'] },
    takenBy: 'network',
    payload: z.strictObject({ title: Text }),
    words: ['title'],
    people: [],
    example: { title: 'Shorten the way to a first appointment' },
  }),
  vote: action({
    name: 'vote',
    does: 'rank the priorities, best first; the newest ranking before the close counts',
    may: { members: ['invited', 'active'] },
    takenBy: 'network',
    payload: z.strictObject({ ranking: z.array(Id).min(1).max(50) }),
    words: [],
    people: [],
    example: { ranking: ['priority-2', 'priority-1'] },
  }),
  'set-agenda': action({
    name: 'set-agenda',
    does: 'add an item to the learning agenda: a priority, or one in your own words',
    may: { right: 'set-agenda', deputy: true },
    takenBy: 'network',
    payload: z
      .strictObject({ priority: Id.optional(), title: Text.optional() })
      .refine((item) => (item.priority === undefined) !== (item.title === undefined), 'give either priority or title'),
    words: ['title'],
    people: [],
    example: { priority: 'priority-2' },
  }),
  'revise-agenda': action({
    name: 'revise-agenda',
    does: 'say an item of the learning agenda anew; the earlier version is kept',
    may: { right: 'set-agenda' },
    takenBy: 'network',
    payload: z.strictObject({ item: Id, title: Text }),
    words: ['title'],
    people: [],
    example: { item: 'agenda-1', title: 'Shorten the way to a first appointment, for families without a car' },
  }),
  'review-goal': action({
    name: 'review-goal',
    does: 'look at a target again: keep it, change it or drop it, and say until when it is looked at next',
    may: { right: 'set-agenda', deputy: true },
    takenBy: 'network',
    payload: z
      .strictObject({
        goal: Id,
        decision: z.enum(['keep', 'change', 'drop']),
        atLeast: z.number().optional(),
        atMost: z.number().optional(),
        review: z.iso.date('write a date as 2026-02-28').optional(),
        reason: Text.optional(),
      })
      .refine(
        ({ decision, atLeast, atMost }) => (decision === 'change') === (atLeast !== undefined || atMost !== undefined),
        'a change gives atLeast or atMost, and nothing else does',
      )
      .refine(
        ({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost,
        'atLeast is above atMost, so the target can never be met',
      ),
    words: ['reason'],
    people: [],
    example: { goal: 'goal-1', decision: 'change', atLeast: -0.2, review: '2027-06-30', reason: 'Reached sooner' },
  }),
  'open-invitation': action({
    name: 'open-invitation',
    does: 'look at your invitation: whether a place is free, and until when an answer is awaited',
    may: { members: ['invited'] },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  'accept-invitation': action({
    name: 'accept-invitation',
    does: 'join the network; where all places are taken, be put on its waiting list',
    may: { members: ['invited'] },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  'decline-invitation': action({
    name: 'decline-invitation',
    does: 'decline to join; nobody asks again',
    may: { members: ['invited'] },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  leave: action({
    name: 'leave',
    does: 'leave the network',
    may: { members: ['active'] },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  adopt: action({
    name: 'adopt',
    does: 'say that you have taken up a practice, and since when',
    may: { members: ['active'] },
    takenBy: 'network',
    payload: z.strictObject({
      practice: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'name a practice in small letters and dashes'),
      since: z.iso.date('write a date as 2026-02-28').optional(),
    }),
    words: [],
    people: [],
    example: { practice: 'shared-intake', since: '2026-03-14' },
  }),
  'propose-introduction': action({
    name: 'propose-introduction',
    does: 'propose that two members meet; a person decides, as on the engine’s own proposals',
    // Advice: whoever looks after the network may give it, and nothing happens before somebody with the right decides.
    may: { roles: ['lead', 'steward', 'facilitator', 'evaluator'] },
    takenBy: 'network',
    payload: z.strictObject({
      parties: z.array(Id).length(2, 'name two members'),
      /** What it should move. Default: what the charter's rules propose introductions for. */
      metric: Id.optional(),
      groupBy: z.string().min(1).max(100).optional(),
      because: Text.optional(),
      /** Where it was thought of. */
      madeIn: z.enum(['notebook']).optional(),
    }),
    words: ['because'],
    people: ['parties'],
    takingPart: ['parties'],
    example: { parties: ['p07', 'p41'], because: 'Both work on intake, and neither knows of the other' },
  }),
  'stop-proposals': action({
    name: 'stop-proposals',
    does: 'stop every proposal of the engine, open ones too',
    may: { right: 'stop-proposals' },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  'resume-proposals': action({
    name: 'resume-proposals',
    does: 'let the engine make proposals again',
    may: { right: 'stop-proposals' },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  close: action({
    name: 'close',
    does: 'close the network before its time',
    may: { right: 'close-early' },
    takenBy: 'network',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  contribute: action({
    name: 'contribute',
    does: 'give something to the stage the cycle is in: a framing, a case, an answer, a draft, a result',
    may: { members: ['active'] },
    takenBy: 'cycle',
    payload: z.strictObject({ text: Text.optional(), helped: Id.optional() }),
    words: ['text'],
    people: ['helped'],
    example: { text: 'Our intake form, one page', helped: 'p12' },
  }),
  'end-stage': action({
    name: 'end-stage',
    does: 'end the stage before its time box, once it has enough contributions',
    may: { right: 'set-agenda' },
    takenBy: 'cycle',
    payload: z.strictObject({}),
    words: [],
    people: [],
    example: {},
  }),
  answer: action({
    name: 'answer',
    does: 'answer a survey wave: whom you turn to; the newest answer before the close counts',
    may: { members: ['active'] },
    takenBy: 'wave',
    payload: z.strictObject({ wave: z.string().min(1).max(40), ties: z.array(NamedTie).max(500) }),
    words: [],
    people: ['ties'],
    example: { wave: '1', ties: [{ to: 'p07', type: 'advice', strength: 3 }] },
  }),
  approve: action({
    name: 'approve',
    does: 'approve a proposal, as it is or with other people',
    may: { right: 'decide-proposals' },
    takenBy: 'decision',
    payload: z.strictObject({ proposal: Id, parties: z.array(Id).length(2).optional(), reason: Text.optional() }),
    words: ['reason'],
    people: ['parties'],
    takingPart: ['parties'],
    example: { proposal: 'health-2026-03-31.thin-exchange.1', reason: 'Both asked for it last week' },
  }),
  decline: action({
    name: 'decline',
    does: 'decline a proposal; it is not made again within the rule’s cooldown',
    may: { right: 'decide-proposals' },
    takenBy: 'decision',
    payload: z.strictObject({ proposal: Id, reason: Text.optional() }),
    words: ['reason'],
    people: [],
    example: { proposal: 'health-2026-03-31.thin-exchange.1', reason: 'They work together already' },
  }),
  decide: action({
    name: 'decide',
    does: 'choose an option of a decision that waits; a hand-over may say to whom',
    may: { concerned: true },
    takenBy: 'decision',
    payload: z.strictObject({ decision: Id, option: Id, to: Id.optional(), reason: Text.optional() }),
    words: ['reason'],
    people: ['to'],
    takingPart: ['to'],
    example: { decision: 'sustainment-1', option: 'renew' },
  }),
  consent: action({
    name: 'consent',
    does: 'agree to an introduction, or not',
    may: { concerned: true },
    takenBy: 'introduction',
    payload: z.strictObject({ introduction: Id, agree: z.boolean() }),
    words: [],
    people: [],
    example: { introduction: 'health-2026-03-31.thin-exchange.1', agree: true },
  }),
  'confirm-met': action({
    name: 'confirm-met',
    does: 'say whether you have met the person you were introduced to',
    may: { concerned: true },
    takenBy: 'introduction',
    payload: z.strictObject({ introduction: Id, met: z.boolean() }),
    words: [],
    people: [],
    example: { introduction: 'health-2026-03-31.thin-exchange.1', met: true },
  }),
  ...PRACTICE_ACTIONS,
} as const;

export type ActionName = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

/** The payload of an action as it travels: words replaced by references (`t-…`), people by ids. */
export type PayloadOf<Name extends ActionName> = z.output<(typeof ACTIONS)[Name]['payload']>;

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}
