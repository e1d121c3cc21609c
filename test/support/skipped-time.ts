/**
 * Lets time pass, on a server that forgets to: when a child ends after the run that started it has continued as new, the
 * server goes on waiting for that run to take the news, and its clock stands still. The children say when they are about to
 * end (report-ends.ts), the server whether they have, and the history of the run that started them whether it has heard of
 * it: the lock of one that never will is given back.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { InjectedSinks, Worker } from '@temporalio/worker';
import { bundle } from './bundle.ts';
import type { EndSinks, ParentAndChild, Run } from './report-ends.ts';
import { isAtWork } from './settled.ts';

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

const LOOK_EVERY_MS = 10;
/** Something else keeps the clock: nobody waits for ever. */
const STANDS_STILL_MS = 60_000;

export class SkippedTime {
  readonly #env: TestWorkflowEnvironment;
  /** Of whom it is not known yet whether the run that started them hears of it; a task that is tried again says it twice. */
  readonly #ended = new Map<string, ParentAndChild>();

  /** For the worker whose workflows are meant. */
  readonly sinks: InjectedSinks<EndSinks> = {
    ends: { childEnded: { fn: (_info, of) => void this.#ended.set(of.child.runId, of), callDuringReplay: false } },
  };

  constructor(env: TestWorkflowEnvironment) {
    this.#env = env;
  }

  /** The project's workflows, which say when they end. */
  static bundle() {
    return bundle({ interceptors: [fileURLToPath(new URL('./report-ends.ts', import.meta.url))] });
  }

  async sleep(worker: Worker, durationMs: number): Promise<void> {
    let over = false;
    const slept = this.#env.sleep(durationMs).finally(() => {
      over = true;
    });
    let busyAt = Date.now();
    while (!over) {
      await Promise.race([slept, delay(LOOK_EVERY_MS)]);
      await this.#giveBack();
      if (isAtWork(worker)) busyAt = Date.now();
      const idleMs = Date.now() - busyAt;
      if (idleMs > STANDS_STILL_MS) throw new Error(`The server's clock has stood still for ${idleMs} ms.`);
    }
    await slept;
  }

  async #giveBack(): Promise<void> {
    const histories = new Map<string, HistoryEvent[]>();
    for (const [run, { parent, child }] of [...this.#ended]) {
      const { status } = await this.#handle(child).describe();
      if (status.name === 'RUNNING') continue;
      const events = histories.get(parent.runId) ?? (await this.#handle(parent).fetchHistory()).events ?? [];
      histories.set(parent.runId, events);
      const hasHeard = events.some((event) => endOf(event)?.workflowExecution?.workflowId === child.workflowId);
      if (!hasHeard && !events.some(isEnd)) continue;
      this.#ended.delete(run);
      if (!hasHeard) await this.#env.connection.testService?.unlockTimeSkipping({});
    }
  }

  #handle({ workflowId, runId }: Run): WorkflowHandle {
    return this.#env.client.workflow.getHandle(workflowId, runId);
  }
}

/** Of a run. */
function isEnd(event: HistoryEvent): boolean {
  return Boolean(
    event.workflowExecutionContinuedAsNewEventAttributes ??
      event.workflowExecutionCompletedEventAttributes ??
      event.workflowExecutionFailedEventAttributes ??
      event.workflowExecutionCanceledEventAttributes,
  );
}

/** What a parent hears of the end of a child. */
function endOf(event: HistoryEvent) {
  return (
    event.childWorkflowExecutionCompletedEventAttributes ??
    event.childWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCanceledEventAttributes
  );
}
