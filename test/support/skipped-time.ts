/**
 * Lets time pass, on a server that forgets to: when a child ends after the run that started it has continued as new, the
 * server goes on waiting for that run to take the news, and its clock stands still. The children say when they end
 * (report-ends.ts), the history of the run says whether it has heard of it, and the lock of one that has not is given back.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { InjectedSinks, Worker } from '@temporalio/worker';
import { bundle } from './bundle.ts';
import type { EndSinks, ParentAndChild } from './report-ends.ts';
import { isAtWork } from './settled.ts';

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

const LOOK_EVERY_MS = 5;
/** What the worker has said must have reached the server. */
const ARRIVED_AFTER_MS = 40;
/** Something else keeps the clock: nobody waits for ever. */
const STANDS_STILL_MS = 60_000;

export class SkippedTime {
  readonly #env: TestWorkflowEnvironment;
  /** Of whom it is not known yet whether the run that started them has heard of it. */
  #ended: ParentAndChild[] = [];

  /** For the worker whose workflows are meant. */
  readonly sinks: InjectedSinks<EndSinks> = {
    ends: { childEnded: { fn: (_info, of) => void this.#ended.push(of), callDuringReplay: false } },
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
      if (isAtWork(worker)) busyAt = Date.now();
      const idleMs = Date.now() - busyAt;
      if (!over && idleMs > ARRIVED_AFTER_MS) {
        await this.#giveBack();
        await Promise.race([slept, delay(ARRIVED_AFTER_MS)]);
      }
      if (idleMs > STANDS_STILL_MS) throw new Error(`The server's clock has stood still for ${idleMs} ms.`);
    }
    await slept;
  }

  async #giveBack(): Promise<void> {
    const ended = this.#ended;
    this.#ended = [];
    for (const of of ended) {
      const { events } = await this.#env.client.workflow.getHandle(of.parent, of.run).fetchHistory();
      if (events?.some((event) => endOf(event)?.workflowExecution?.workflowId === of.child)) continue;
      if (events?.some(isEnd)) await this.#env.connection.testService?.unlockTimeSkipping({});
      else this.#ended.push(of);
    }
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
