/**
 * The worker: where everything is put together. Stores, notifier and activities over them, the bundle of workflows, the
 * networks' task queue, and beside it that of measurements, so that one process is enough for all. Stopping lets what
 * runs finish, then closes what was opened, in reverse order.
 */
import { NativeConnection, Worker } from '@temporalio/worker';
import { chooseNotifier, createActivities } from '../activities/index.ts';
import { NAMESPACE, TASK_QUEUE } from '../contract/index.ts';
import { type WorkflowBundle, workflowBundle } from './bundle.ts';
import { connectTemporal, openStores, temporalAddress } from './connection.ts';
import { openLog } from './log.ts';
import { createMeasuringWorker, runTogether } from './measuring-worker.ts';
import { pathsOf, preparePaths } from './paths.ts';
import { installRuntime } from './runtime.ts';
import { workflowsPort } from './schedules.ts';
import { componentVersions } from './versions.ts';

export interface WorkerOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  /** Built from the sources where it is not given. */
  bundle?: WorkflowBundle;
  onReady?: () => void;
  /** Aborting it stops the worker in good order. */
  signal?: AbortSignal;
}

/** Activities that run at the end get this long; what is cut off is tried again by the next worker. */
const GRACE = '8 seconds';

/** So long a workflow waits for the worker that knew it, when that one was killed, before any other takes it. */
const STICKY = '3 seconds';

/**
 * Workflow tasks at once. All share one thread and one writer of the store: with forty of them (the default) each of two
 * hundred networks that begin together takes longer than its ten seconds, times out, and begins again.
 */
const AT_ONCE = 10;

/** Runs until it is stopped. */
export async function runWorker({ dataDir, env, bundle, onReady, signal }: WorkerOptions): Promise<void> {
  const paths = pathsOf(dataDir);
  await preparePaths(paths);
  const log = openLog(`${paths.logs}/worker.log`);
  installRuntime(log);
  const opened: (() => Promise<void>)[] = [];
  try {
    const address = await temporalAddress(dataDir, env);
    const { store, people, close } = await openStores(dataDir, env);
    opened.push(close);
    const { client, close: disconnect } = await connectTemporal(address);
    opened.push(disconnect);
    const notifier = chooseNotifier(env, paths.outbox);
    opened.push(() => notifier.close());
    const connection = await NativeConnection.connect({ address });
    opened.push(() => connection.close());
    const worker = await Worker.create({
      connection,
      namespace: NAMESPACE,
      taskQueue: TASK_QUEUE,
      workflowBundle: bundle ?? (await workflowBundle()),
      activities: createActivities({
        ...{ store, people, notifier },
        workflows: workflowsPort(client),
        versions: await componentVersions(),
        reportsDir: paths.reports,
      }),
      shutdownGraceTime: GRACE,
      stickyQueueScheduleToStartTimeout: STICKY,
      maxConcurrentWorkflowTaskExecutions: AT_ONCE,
    });
    const measuring = await createMeasuringWorker(connection, store);
    log.info({ address, taskQueue: TASK_QUEUE }, 'worker ready');
    await runTogether([worker, measuring], signal, () => onReady?.());
    log.info('worker stopped');
  } finally {
    for (const close of opened.reverse()) await close();
  }
}
