/**
 * A contribution claim: others add what else may explain the outcome, and somebody else than who claims it says whether
 * the evidence supports it. Where nobody does it is shown as unreviewed, which is no support.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, schedule } from '../../process.ts';
import { ACTIVE_ONLY, ask, calendar, holders, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Body = BodyOf<'contribution-claim'>;

export interface ClaimState extends ProcessState {
  begin: WorkflowStarts['practiceItem'];
  status: Body['status'];
  confidence: Body['confidence'];
  rivals: Body['rivals'];
  rivalsBy: string[];
  claimedAt: Instant | null;
  reviewedBy: string | null;
  reason: string | null;
}

/** Beyond that nobody reads them. */
const MOST_RIVALS = 20;

export const attribution: PracticeModule<ItemKeeperState, ClaimState> = {
  keeper: itemKeeper({
    practice: 'attribution',
    opens: 'claim-contribution',
    calledSingular: 'claim',
    openPerMember: (begin) => settingsOf(begin, 'attribution').openPerMember,
    given: (payload) => Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])),
    said: (item) => `Noted as ${item}. Somebody else reviews it; others may add what else explains it.`,
  }),
  item: {
    actions: ['add-rival', 'review-claim'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, status: 'in-review', claimedAt: null, reviewedBy: null, reason: null },
      confidence: begin.given.confidence as Body['confidence'],
      rivals: [
        {
          rival: begin.given.rival as Body['rivals'][number]['rival'],
          text: begin.given.rivalText as string,
          standing: begin.given.standing as Body['rivals'][number]['standing'],
        },
      ],
      rivalsBy: [begin.by],
    }),
    refuse,
    decide,
    status: ({ status, rivals }) => ({ stage: status, counts: { rivals: rivals.length } }),
    decode: decodeFirstVersion,
  },
};

function refuse(state: ClaimState, action: ActionName, { actor }: ActMessage): string | null {
  const { by, item } = state.begin;
  if (state.done) return `${item} has been dealt with (${state.status}).`;
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  if (action === 'add-rival') {
    return state.rivals.length < MOST_RIVALS ? null : `${item} has ${MOST_RIVALS} other explanations already.`;
  }
  if (action !== 'review-claim') return 'A claim does not take this.';
  return actor.person === by ? 'Somebody else reviews what you claim.' : null;
}

function decide(state: ClaimState, event: Event, moment: Moment): Step<ClaimState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return event.action === 'add-rival'
        ? rivalAdded(state, event.message, moment)
        : reviewed(state, event.message, moment);
    case 'reported':
      return event.report.report === 'stop' ? unreviewed(state, moment) : nothing(state);
  }
}

function began(state: ClaimState, moment: Moment): Step<ClaimState> {
  const { begin } = state;
  const { reviewWithin, endAfter } = settingsOf(begin, 'attribution');
  const claimed = { ...state, claimedAt: moment.at };
  const steps = [
    { name: 'escalate', add: reviewWithin },
    { name: 'end', add: endAfter, after: 'escalate' },
  ];
  return {
    state: claimed,
    wishes: [
      recordBy(begin, moment, begin.by, fact(claimed, 'claimed')),
      ...askFor(claimed, moment, reviewers(claimed), 1),
      calendar(begin, moment.at, steps, 'plan'),
    ],
  };
}

/** Evaluators before facilitators before whoever leads: the first role that somebody else than the claimant holds. */
function reviewers({ begin }: ClaimState): string[] {
  for (const role of ['evaluator', 'facilitator', 'steward', 'lead'] as const) {
    const others = holders(begin, [role]).filter((person) => person !== begin.by);
    if (others.length > 0) return others;
  }
  return [];
}

function askFor({ begin }: ClaimState, moment: Moment, people: string[], round: number) {
  const request = { template: 'claim-review', action: 'review-claim', about: begin.item, until: null, round } as const;
  return ask(begin, moment, people, { ...request, text: begin.given.contribution });
}

function due(state: ClaimState, what: string, moment: Moment): Step<ClaimState> {
  if (what === 'end') return unreviewed(state, moment);
  if (what !== 'escalate') return nothing(state);
  const others = holders(state.begin, ['lead', 'steward']).filter((person) => person !== state.begin.by);
  return { state, wishes: askFor(state, moment, others, 2) };
}

function rivalAdded(state: ClaimState, { actor, payload, request }: ActMessage, moment: Moment): Step<ClaimState> {
  const { rival, text, standing } = payload as Body['rivals'][number];
  const more: ClaimState = {
    ...state,
    rivals: [...state.rivals, { rival, text, standing }],
    rivalsBy: [...state.rivalsBy, actor.person],
  };
  return {
    state: more,
    wishes: [recordBy(state.begin, moment, actor.person, fact(more, request))],
    receipt: { id: state.begin.item, said: `Noted: ${more.rivals.length} other explanations stand beside the claim.` },
  };
}

function reviewed(state: ClaimState, { actor, payload }: ActMessage, moment: Moment): Step<ClaimState> {
  const { begin } = state;
  const {
    supported,
    reason,
    confidence = state.confidence,
  } = payload as {
    supported: boolean;
    reason: string;
    confidence?: Body['confidence'];
  };
  const status = supported ? 'supported' : 'not-supported';
  const over: ClaimState = {
    ...{ ...state, status, reason, confidence, reviewedBy: actor.person },
    ...{ due: [], done: true },
  };
  return {
    state: over,
    wishes: [
      recordBy(begin, moment, actor.person, fact(over, 'reviewed', moment.at)),
      tell(begin, moment, [begin.by], 'claim-reviewed', begin.item, reason),
      ...itemEnds(begin, moment),
    ],
    receipt: { id: begin.item, said: `${begin.item} is ${supported ? 'supported' : 'not supported'}.` },
  };
}

function unreviewed(state: ClaimState, moment: Moment): Step<ClaimState> {
  const over: ClaimState = { ...state, status: 'unreviewed', due: [], done: true };
  return {
    state: over,
    wishes: [record(state.begin, moment, fact(over, 'ended', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact(state: ClaimState, word: string, endedAt: Instant | null = null) {
  const { begin, status, confidence, rivals, rivalsBy, claimedAt, reviewedBy, reason } = state;
  const { item: claim, by: member, given } = begin;
  const { outcome, contribution, evidence, because } = given;
  const body = { claim, member, outcome, contribution, evidence, confidence, because, rivals, rivalsBy };
  return {
    kind: 'contribution-claim' as const,
    body: { ...body, claimedAt, status, reviewedBy, reason, endedAt },
    key: `contribution-claim/${claim}/${word}`,
  };
}
