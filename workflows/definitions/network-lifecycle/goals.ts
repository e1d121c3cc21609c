/**
 * Targets that were agreed beforehand: recorded as the charter says them, looked at again on their day by whoever leads.
 * A review that nobody makes is asked for again, and comes to the deputy as well; until then the target stands as it is.
 */
import type { ActMessage, CalendarStep } from '../../contract/index.ts';
import { type Moment, nothing, type Step, unschedule, type Wish } from '../process.ts';
import { ask, calendar, clear, dayOf, holders, record, recordBy } from '../shared.ts';
import type { Goal, LifecycleState } from './state.ts';

export function goalsBegin(state: LifecycleState, moment: Moment): Wish[] {
  if (state.goals.length === 0) return [];
  const reviews = state.goals.flatMap(reviewOf);
  return [
    record(state.begin, moment, ...state.goals.map((goal) => fact(goal, null, null))),
    ...(reviews.length === 0 ? [] : [calendar(state.begin, moment.at, reviews, 'dates')]),
  ];
}

/** The day has come: who leads is asked. */
export function goalReviewDue(state: LifecycleState, moment: Moment, id: string): Step<LifecycleState> {
  const goal = agreed(state, id);
  if (goal === null) return nothing(state);
  const { begin } = state;
  const { remindAfter, escalateAfter } = begin.policy.decisions;
  return {
    state,
    wishes: [
      ...askToReview(state, moment, goal, 'goal-review'),
      calendar(
        begin,
        moment.at,
        [
          { name: `goal-remind:${id}`, add: remindAfter },
          { name: `goal-escalate:${id}`, add: escalateAfter },
        ],
        'dates',
      ),
    ],
  };
}

export function goalReviewWaits(
  state: LifecycleState,
  moment: Moment,
  id: string,
  escalate: boolean,
): Step<LifecycleState> {
  const goal = agreed(state, id);
  if (goal === null) return nothing(state);
  const later = escalate ? changed(state, { ...goal, escalated: true }) : state;
  const template = escalate ? 'goal-review-escalated' : 'goal-review-reminder';
  return { state: later, wishes: askToReview(later, moment, { ...goal, escalated: escalate }, template) };
}

/** Why a review cannot be made; null where it can. */
export function refuseReview(state: LifecycleState, message: ActMessage, moment: Moment): string | null {
  const { goal, review } = message.payload as unknown as Review;
  const ids = state.goals.map((known) => known.goal);
  const known = state.goals.find((one) => one.goal === goal);
  if (known === undefined)
    return `There is no target '${goal}'. ${ids.length === 0 ? 'The charter sets none.' : `There are: ${ids.join(', ')}.`}`;
  if (known.status === 'dropped') return `${goal} was dropped.`;
  return review !== undefined && review <= dayOf(moment.at) ? `${review} is no day to come.` : null;
}

export function reviewGoal(state: LifecycleState, message: ActMessage, moment: Moment): Step<LifecycleState> {
  const { goal: id, decision, atLeast, atMost, review, reason } = message.payload as unknown as Review;
  const { begin } = state;
  const before = state.goals.find((one) => one.goal === id) as Goal;
  const bounds = decision === 'change' ? { atLeast: atLeast ?? null, atMost: atMost ?? null } : {};
  const status = decision === 'drop' ? 'dropped' : 'agreed';
  const goal: Goal = {
    ...before,
    ...bounds,
    version: before.version + 1,
    review: review ?? null,
    status,
    escalated: false,
  };
  const asked = holders(begin, ['lead', begin.policy.decisions.deputy]);
  const later = unschedule(
    changed(state, goal),
    ...['goal-review', 'goal-remind', 'goal-escalate'].map((what) => `${what}:${id}`),
  );
  const next = goal.status === 'agreed' ? reviewOf(goal) : [];
  const { person } = message.actor;
  return {
    state: later,
    wishes: [
      recordBy(begin, moment, person, fact(goal, person, reason ?? null)),
      clear(moment, { action: 'review-goal', about: id, people: asked }),
      ...(next.length === 0 ? [] : [calendar(begin, moment.at, next, 'dates')]),
    ],
    receipt: { id, said: SAID[decision](id) },
  };
}

interface Review {
  goal: string;
  decision: 'keep' | 'change' | 'drop';
  atLeast?: number;
  atMost?: number;
  review?: string;
  reason?: string;
}

const SAID = {
  keep: (id: string) => `${id} stands as it is.`,
  change: (id: string) => `${id} is changed; the next health check goes by it.`,
  drop: (id: string) => `${id} is dropped.`,
};

function askToReview(
  { begin }: LifecycleState,
  moment: Moment,
  { goal, escalated, version }: Goal,
  template: 'goal-review' | 'goal-review-reminder' | 'goal-review-escalated',
): Wish[] {
  const people = holders(begin, escalated ? ['lead', begin.policy.decisions.deputy] : ['lead']);
  return ask(begin, moment, people, { template, action: 'review-goal', about: goal, until: null, round: version });
}

function agreed(state: LifecycleState, id: string): Goal | null {
  return state.goals.find(({ goal, status }) => goal === id && status === 'agreed') ?? null;
}

function changed(state: LifecycleState, goal: Goal): LifecycleState {
  return { ...state, goals: state.goals.map((one) => (one.goal === goal.goal ? goal : one)) };
}

function reviewOf({ goal, review }: Goal): CalendarStep[] {
  return review === null ? [] : [{ name: `goal-review:${goal}`, on: review, add: 'PT0M' }];
}

function fact({ escalated: _, ...goal }: Goal, by: string | null, reason: string | null) {
  return { kind: 'goal' as const, body: { ...goal, by, reason }, key: `goal/${goal.goal}/${goal.version}` };
}
