/**
 * Runs a process as a durable workflow: registers its messages, waits for people and dates, carries wishes out one
 * after another, and continues as new before the history grows long.
 *
 * Order: what was due by now comes before what has arrived since; wishes of an event are carried out before the next
 * event is looked at; a person's receipt is given when the wishes of their action are done. So the outcome does not
 * depend on where continue-as-new falls, which the tests force at every period.
 *
 * A process that `canStop` is told of a cancellation as an event like others, so that it can put things in order; what it
 * performs together is cancelled with it. Every other process ends where it is cancelled.
 */
import { TemporalFailure, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  startChild,
  upsertSearchAttributes,
  WorkflowIdReusePolicy,
  workflowInfo,
} from '@temporalio/workflow';
import type {
  ActionName,
  Activities,
  ActMessage,
  ProcessStatus,
  Receipt,
  ReportSignal,
  Run,
} from '../contract/index.ts';
import { programmeInstant, REFUSED, REPORT_SIGNAL, ROLE_MOVED, realDelayMs, STATUS_QUERY } from '../contract/index.ts';
import {
  ANYWHERE_ACTIVITIES,
  ANYWHERE_ACTIVITY_NAMES,
  LONG_ACTIVITIES,
  LONG_ACTIVITY_NAMES,
  MAX_EVENTS_BEFORE_NEW_RUN,
  MAX_RUN_MS,
  MAX_SLEEP_MS,
  MAX_STATE_BYTES,
  QUICK_ACTIVITIES,
  REMEMBERED_REQUESTS,
  TOGETHER_ACTIVITIES,
} from './policy.ts';
import type { Due, Event, Moment, Process, ProcessState, WhyStopped, Wish } from './process.ts';
import { nextDue, STOPPED } from './process.ts';
import { withRoleMoved } from './role-moved.ts';
import { refusedAsLeft } from './shared.ts';

/** What passes from one run to the next. */
export interface Carried<S> {
  carried: 1;
  state: S;
  /** The newest instant that was acted at: the clock of a process never goes back. */
  at: string;
  /** Receipts of the newest requests, so that a submission repeated after continue-as-new gets the same answer. */
  receipts: [request: string, receipt: Receipt][];
}

interface Alarm {
  /** The date for which it is set; null: nothing is due, and it wakes the process to change its run. */
  target: string | null;
  rang: boolean;
  scope: CancellationScope;
}

interface Waiting {
  event: Event;
  request: string | null;
  receipt: Receipt | null;
  /** Why it was not taken after all: what was true when the validator looked has changed since. */
  refusal: string | null;
  done: boolean;
}

/** Where the process itself has no words for it. */
const OVERTAKEN = 'This was overtaken by another message.';

const quick = proxyLocalActivities<Activities>(QUICK_ACTIVITIES);
const long = proxyActivities<Activities>(LONG_ACTIVITIES);
const near = proxyActivities<Activities>(TOGETHER_ACTIVITIES);
const anywhere = proxyActivities<Activities>(ANYWHERE_ACTIVITIES);

export async function runProcess<Input extends Run, S extends ProcessState>(
  process: Process<Input, S>,
  kind: string,
  input: Input,
  carried?: Carried<S>,
): Promise<void> {
  const workflowId = workflowInfo().workflowId;
  const now = () => programmeInstant(input.clock, Date.now());
  let state: S = carried === undefined ? process.begin(input) : process.decode(carried.state);
  let at = carried?.at ?? now();
  let receipts = carried?.receipts ?? [];
  let handled = 0;
  let alarm: Alarm | null = null;
  const queue: Waiting[] = carried === undefined ? [waiting({ type: 'began' })] : [];
  let current: Waiting | null = null;

  const later = (instant: string) => (instant > at ? instant : at);
  const momentNow = (): Moment => ({ at: later(now()), workflowId });
  const refused = (action: ActionName, message: ActMessage, moment: Moment) =>
    process.refuse(state, action, message, moment) ?? refusedAsLeft(action, message);
  const answered = (request: string) => receipts.find(([known]) => known === request)?.[1] ?? null;
  const underWay = (request: string) =>
    current?.request === request ? current : (queue.find((entry) => entry.request === request) ?? null);

  // Every handler is registered before the first await: a message may be waiting already.
  for (const action of process.actions) {
    setHandler(
      defineUpdate<Receipt, [ActMessage]>(action),
      async (message) => {
        const known = answered(message.request);
        if (known !== null) return known;
        const same = underWay(message.request);
        if (same === null) {
          // Looked at again: what was true when the validator looked may have changed within the same task.
          const refusal = refused(action, message, momentNow());
          if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal, REFUSED);
        }
        const entry = same ?? waiting({ type: 'acted', action, message }, message.request);
        if (same === null) queue.push(entry);
        await condition(() => entry.done);
        if (entry.receipt === null) throw ApplicationFailure.nonRetryable(entry.refusal ?? OVERTAKEN, REFUSED);
        return entry.receipt;
      },
      {
        validator: (message) => {
          if (answered(message.request) !== null || underWay(message.request) !== null) return;
          const refusal = refused(action, message, momentNow());
          if (refusal !== null) throw ApplicationFailure.nonRetryable(refusal, REFUSED);
        },
      },
    );
  }
  setHandler(defineSignal<[ReportSignal]>(REPORT_SIGNAL), (report) => {
    queue.push(waiting({ type: 'reported', report }));
  });
  setHandler(
    defineQuery<ProcessStatus>(STATUS_QUERY),
    (): ProcessStatus => ({
      ...process.status(state),
      now: momentNow().at,
      next: state.due.map((due) => ({ what: due.what, at: due.at })).sort((a, b) => (a.at < b.at ? -1 : 1)),
      done: state.done,
    }),
  );
  upsertSearchAttributes({ WeftNetwork: input.network === null ? [] : [input.network], WeftKind: [kind] });

  /** What is performed together at this moment, so that a cancellation reaches it. */
  let together: CancellationScope | null = null;
  let cancelled = false;
  if (process.canStop !== true) return live();
  CancellationScope.current().cancelRequested.catch(() => {
    cancelled = true;
    if (together === null) queue.push(waiting(stopped('cancelled')));
    else together.cancel();
  });
  return CancellationScope.nonCancellable(live);

  async function live(): Promise<void> {
    for (;;) {
      const due = nextDue(state);
      const dueNow = !state.done && due !== null && due.at <= now();
      // Work that hands itself on at once never rests: it changes its run between two pieces.
      const mayRest = !dueNow || (process.canStop === true && dueForNewRun());
      const rests = queue.length === 0 && mayRest;
      if (rests && (state.done || dueForNewRun())) {
        if (!allHandlersFinished()) {
          await condition(() => allHandlersFinished() || queue.length > 0);
          continue;
        }
        if (state.done) return;
        checkSize(state);
        await continueAsNew(input, { carried: 1, state, at, receipts } satisfies Carried<S>);
      }
      // Before its first event there is nothing that could be due.
      if (!dueNow && !state.done && (handled > 0 || carried !== undefined)) setAlarm(due);
      if (rests) {
        await condition(() => queue.length > 0 || alarm?.rang === true);
        continue;
      }

      if (dueNow) {
        at = later(due.at);
        state = { ...state, due: state.due.filter((other) => other !== due) };
        await happen({ type: 'due', what: due.what });
      } else {
        current = queue.shift() as Waiting;
        at = later(now());
        await happenTo(current);
        current = null;
      }
      handled += 1;
    }
  }

  /**
   * One timer, for the date that is due next; it is touched only where that date has changed. So which timers are set
   * follows from the events alone, and not from whether a message was waiting already when the last one was done with:
   * a worker that takes over in the middle may be handed an update together with what came before it, and the history
   * that it writes must read the same (temporalio/sdk-python#1591). It spares two events of history a message, too.
   */
  function setAlarm(due: Due | null): void {
    const target = due?.at ?? null;
    if (alarm !== null && !alarm.rang && alarm.target === target) return;
    if (alarm !== null && !alarm.rang) alarm.scope.cancel();
    const delay = target === null ? MAX_SLEEP_MS : Math.min(realDelayMs(input.clock, Date.now(), target), MAX_SLEEP_MS);
    const set: Alarm = { target, rang: false, scope: new CancellationScope() };
    alarm = set;
    // A date may be due within this millisecond by rounding: never wait for less than one.
    const slept = set.scope.run(() => sleep(Math.max(1, delay)));
    slept.then(
      () => {
        set.rang = true;
      },
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  }

  function dueForNewRun(): boolean {
    if (handled === 0) return false;
    const info = workflowInfo();
    return (
      handled >= (input.settings.continueAsNewAfterEvents ?? MAX_EVENTS_BEFORE_NEW_RUN) ||
      info.continueAsNewSuggested ||
      Date.now() - info.runStartTime.getTime() >= MAX_RUN_MS
    );
  }

  async function happenTo(entry: Waiting): Promise<void> {
    const { event } = entry;
    // The queue moved on since the validator looked: the last look is the one that counts.
    entry.refusal = event.type === 'acted' ? refused(event.action, event.message, { at, workflowId }) : null;
    if (entry.refusal === null) entry.receipt = await happen(event);
    if (entry.request !== null && entry.receipt !== null) {
      receipts = [...receipts, [entry.request, entry.receipt] as [string, Receipt]].slice(-REMEMBERED_REQUESTS);
    }
    entry.done = true;
  }

  /** One event and all that follows from it at once: answers to its wishes are learned before anything else. */
  async function happen(event: Event): Promise<Receipt | null> {
    if (event.type === 'reported' && event.report.report === ROLE_MOVED)
      state = withRoleMoved(state, event.report.data);
    const step = process.decide(state, event, { at, workflowId });
    state = step.state;
    let receipt = step.receipt ?? null;
    for (const wish of step.wishes) {
      const learned = wish.wish === 'together' ? await carryOutTogether(wish) : await carryOut(wish);
      // What only an answer tells (whether it could be done at all) is what the person is told.
      if (learned !== null) receipt = (await happen(learned)) ?? receipt;
    }
    return receipt;
  }

  async function carryOutTogether({ activity, inputs, as }: Extract<Wish, { wish: 'together' }>): Promise<Event> {
    if (cancelled) return stopped('cancelled');
    const scope = new CancellationScope();
    together = scope;
    const group = ANYWHERE_ACTIVITY_NAMES.has(activity) ? anywhere : near;
    const perform = group[activity] as (input: unknown) => Promise<unknown>;
    try {
      const result = await scope.run(() => Promise.all((inputs as unknown[]).map((input) => perform(input))));
      // It may have come with the last result, when there was nothing left to cancel.
      return cancelled ? stopped('cancelled') : { type: 'learned', as, result };
    } catch (error) {
      if (!(error instanceof TemporalFailure)) throw error;
      const why = isCancellation(error) ? 'cancelled' : 'failed';
      // Nobody needs what the others would still find.
      scope.cancel();
      return stopped(why);
    } finally {
      together = null;
    }
  }

  function checkSize(candidate: S): void {
    const bytes = JSON.stringify(candidate).length;
    if (bytes > MAX_STATE_BYTES) {
      throw new Error(
        `The state of ${workflowId} has ${bytes} bytes; ${MAX_STATE_BYTES} is the most that is carried on.`,
      );
    }
  }
}

function stopped(result: WhyStopped): Event {
  return { type: 'learned', as: STOPPED, result };
}

function waiting(event: Event, request: string | null = null): Waiting {
  return { event, request, receipt: null, refusal: null, done: false };
}

async function carryOut(wish: Exclude<Wish, { wish: 'together' }>): Promise<Event | null> {
  switch (wish.wish) {
    case 'perform': {
      const result = await performed(wish);
      return wish.as === null ? null : { type: 'learned', as: wish.as, result };
    }
    case 'start':
      try {
        await startChild(wish.workflow, {
          workflowId: wish.id,
          args: [wish.input],
          // The default would kill it when the parent continues as new.
          parentClosePolicy: ParentClosePolicy.ABANDON,
          workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
      return null;
    case 'report':
      try {
        await getExternalWorkflowHandle(wish.to).signal(REPORT_SIGNAL, {
          from: workflowInfo().workflowId,
          report: wish.report,
          data: wish.data,
        } satisfies ReportSignal);
      } catch (error) {
        // Whoever waited for this report has ended: there is nobody to tell, and the facts are in the store.
        if (isCancellation(error)) throw error;
      }
      return null;
  }
}

/**
 * An activity that fails for good is a defect of ours, not an end of the network: the workflow task fails, Temporal
 * keeps the workflow waiting, and a mended worker goes on from here.
 */
async function performed(wish: Extract<Wish, { wish: 'perform' }>): Promise<unknown> {
  const group = LONG_ACTIVITY_NAMES.has(wish.activity) ? long : quick;
  const activity = group[wish.activity] as (input: unknown) => Promise<unknown>;
  try {
    return await CancellationScope.nonCancellable(() => activity(wish.input));
  } catch (error) {
    // Any failure of the SDK's own kind would end the workflow; a plain error fails the task, which is tried again.
    if (error instanceof TemporalFailure && !isCancellation(error)) {
      throw new Error(`${wish.activity} failed for good: ${error.cause?.message ?? error.message}`);
    }
    throw error;
  }
}
