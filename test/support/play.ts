/**
 * Plays a process without Temporal: events go in, wishes come out, and the dates that the calendar would give are plain
 * additions. So the thinking of a workflow is tested in milliseconds, and its state is sent through JSON at every step,
 * as continue-as-new would.
 */

import { KINDS } from '../../data/records/index.ts';
import { calendarDates } from '../../workflows/activities/calendar.ts';
import type { ActionName, ActMessage, Begin, Policy, Receipt, Run } from '../../workflows/contract/index.ts';
import { policyOf } from '../../workflows/contract/index.ts';
import type { Event, Moment, Process, ProcessState, Wish } from '../../workflows/definitions/process.ts';
import { nextDue, STOPPED } from '../../workflows/definitions/process.ts';

export const LEAD = 'p01';
export const STEWARD = 'p02';
export const SPONSOR = 'p03';
export const MEMBER = 'p10';
export const OTHER = 'p11';

export function testPolicy(change: Partial<Policy> = {}): Policy {
  const charter = KINDS.charter.example.document;
  const roles = { lead: [LEAD], steward: [STEWARD], facilitator: [], evaluator: [], sponsor: [SPONSOR] };
  return { ...policyOf(charter, roles), ...change };
}

export function testBegin(change: Partial<Policy> = {}): Begin {
  return {
    network: 'three-regions',
    policy: testPolicy(change),
    clock: { startedRealMs: 0, startedProgrammeMs: Date.parse('2026-01-05T08:00:00.000Z'), dayLastsMs: 86_400_000 },
    settings: { continueAsNewAfterEvents: null },
  };
}

export class Play<Input extends Run, S extends ProcessState> {
  state: S;
  at = '2026-01-05T08:00:00.000Z';
  readonly wishes: Wish[] = [];
  private requests = 0;

  constructor(
    readonly process: Process<Input, S>,
    input: Input,
    readonly workflowId: string,
    /** What activities answer, where a process wants to know; the calendar answers by itself. */
    private readonly answers: Partial<Record<string, unknown>> = {},
  ) {
    this.state = process.begin(input);
    this.happen({ type: 'began' });
  }

  /** Why somebody may not do something now; null where they may. */
  refusal(
    person: string,
    action: ActionName,
    payload: Record<string, unknown>,
    membership: ActMessage['actor']['membership'] = 'active',
  ) {
    return this.process.refuse(this.state, action, this.message(person, payload, membership), this.moment());
  }

  act(
    person: string,
    action: ActionName,
    payload: Record<string, unknown>,
    membership: ActMessage['actor']['membership'] = 'active',
  ): Receipt {
    const message = this.message(person, payload, membership);
    const refusal = this.process.refuse(this.state, action, message, this.moment());
    if (refusal !== null) throw new Error(refusal);
    const receipt = this.happen({ type: 'acted', action, message });
    if (receipt === undefined) throw new Error(`${action} gave no receipt`);
    return receipt;
  }

  report(word: string, data: Record<string, string | number | boolean | null>) {
    this.happen({ type: 'reported', report: { from: 'elsewhere', report: word, data } });
  }

  /** Lets time pass until something falls due, and lets it happen. Returns what it was; null where nothing is due. */
  wait(): string | null {
    const due = nextDue(this.state);
    if (due === null) return null;
    if (due.at > this.at) this.at = due.at;
    this.state = { ...this.state, due: this.state.due.filter((other) => other !== due) };
    this.happen({ type: 'due', what: due.what });
    return due.what;
  }

  /** The wishes since the last look that name an activity, a workflow or a report, as short words. */
  took(): string[] {
    const words = this.wishes.map((wish) =>
      'activity' in wish ? wish.activity : wish.wish === 'start' ? `start ${wish.id}` : `report ${wish.report}`,
    );
    this.wishes.length = 0;
    return words;
  }

  /** The bodies of the facts of a kind that were wished for so far. */
  facts(kind: string): Record<string, unknown>[] {
    return this.recorded.filter((fact) => fact.kind === kind).map((fact) => fact.body as Record<string, unknown>);
  }

  private readonly recorded: { kind: string; body: unknown; key: string }[] = [];

  private happen(event: Event): Receipt | undefined {
    const step = this.process.decide(this.state, event, this.moment());
    this.state = this.process.decode(JSON.parse(JSON.stringify(step.state)));
    let { receipt } = step;
    for (const wish of step.wishes) {
      this.wishes.push(wish);
      if (wish.wish === 'together') this.happen(this.performedTogether(wish));
      if (wish.wish !== 'perform') continue;
      if (wish.activity === 'appendFacts') this.keep(wish.input.facts);
      if (wish.as === null) continue;
      const result = wish.activity === 'calendar' ? { dates: calendarDates(wish.input) } : this.answers[wish.activity];
      if (result === undefined) throw new Error(`the test has no answer for ${wish.activity}`);
      receipt = this.happen({ type: 'learned', as: wish.as, result }) ?? receipt;
    }
    return receipt;
  }

  /** Where the answer is no function of each input, it is why all of it was stopped. */
  private performedTogether({ activity, inputs, as }: Extract<Wish, { wish: 'together' }>): Event {
    const answer = this.answers[activity];
    if (typeof answer !== 'function') return { type: 'learned', as: STOPPED, result: answer };
    return { type: 'learned', as, result: (inputs as unknown[]).map((input) => answer(input)) };
  }

  /** Every fact is checked by its kind's schema, as the store would. */
  private keep(facts: { kind: keyof typeof KINDS; body: unknown; key: string }[]) {
    for (const fact of facts) {
      KINDS[fact.kind].schema.parse(fact.body);
      if (!this.recorded.some((known) => known.key === fact.key)) this.recorded.push(fact);
    }
  }

  private moment(): Moment {
    return { at: this.at, workflowId: this.workflowId };
  }

  private message(
    person: string,
    payload: Record<string, unknown>,
    membership: ActMessage['actor']['membership'],
  ): ActMessage {
    this.requests += 1;
    return { request: `request-${this.requests}`, actor: { person, membership }, payload };
  }
}
