/**
 * Before a new build takes over what runs, it replays the histories of all of it: code that would decide otherwise than
 * the code before it is refused here, not found out in the middle of somebody's network.
 */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUE } from '../contract/index.ts';
import type { WorkflowBundle } from './bundle.ts';

/** This build cannot go on with what runs. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}

export interface Replayed {
  replayed: number;
  /** There was more than could be looked at in the time there is. */
  cut: boolean;
}

const SHOWN = 5;

export async function replayRunning(
  client: Client,
  bundle: WorkflowBundle,
  options: { atMost: number; withinMs: number; onProgress?: (text: string) => void },
): Promise<Replayed> {
  const { atMost, withinMs, onProgress = () => undefined } = options;
  const giveUpAt = Date.now() + withinMs;
  const running = client.workflow.list({ query: `ExecutionStatus = 'Running' AND TaskQueue = '${TASK_QUEUE}'` });
  const results = Worker.runReplayHistories({ workflowBundle: bundle }, running.intoHistories({ concurrency: 4 }));
  const doubtful: string[] = [];
  let replayed = 0;
  let cut = false;
  for await (const { workflowId, error } of results) {
    replayed += 1;
    if (error !== undefined) doubtful.push(workflowId);
    if (replayed % 100 === 0) onProgress(`${replayed} running workflows replayed`);
    cut = replayed >= atMost || Date.now() > giveUpAt;
    if (cut) break;
  }
  const failed: { workflowId: string; why: string }[] = [];
  for (const workflowId of doubtful) {
    const why = await whyNotReplayed(client, bundle, workflowId);
    if (why !== null) failed.push({ workflowId, why });
  }
  if (failed.length > 0) {
    const shown = failed.slice(0, SHOWN).map(({ workflowId, why }) => `  ${workflowId}: ${why}`);
    const more = failed.length > SHOWN ? [`  and ${failed.length - SHOWN} more`] : [];
    throw new ReplayRefused(
      [
        `This version of Weft would decide otherwise than the one that ran before: ${failed.length} of ${replayed} running workflows cannot be replayed.`,
        ...shown,
        ...more,
        'Start the version that ran before, or mark the change with a patch in workflows/definitions/versions.ts.',
      ].join('\n'),
    );
  }
  return { replayed, cut };
}

/**
 * Looked at once more, from a history fetched anew: the first may have been read while its run was ending. Null where it
 * replays now, or has ended meanwhile.
 */
async function whyNotReplayed(client: Client, bundle: WorkflowBundle, workflowId: string): Promise<string | null> {
  try {
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId);
    return null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    return (error as Error).message.split('\n')[0] ?? 'for a reason that was not given';
  }
}
