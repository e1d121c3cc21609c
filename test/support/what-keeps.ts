/** Which workflows of a network still run, and why their last task did not end: for the words of a test that gives up. */
import type { Client } from '@temporalio/client';
import { NAMESPACE } from '../../workflows/contract/index.ts';

export async function whatKeeps(client: Client, network: string): Promise<string> {
  try {
    const running: string[] = [];
    const query = `WeftNetwork = '${network}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of client.workflow.list({ query })) {
      running.push(`${workflowId} (${await lastTask(client, workflowId)})`);
    }
    return running.length === 0 ? 'nothing of it runs' : running.join(', ');
  } catch (error) {
    return `Temporal does not say what keeps it (${(error as Error).message})`;
  }
}

async function lastTask(client: Client, workflowId: string): Promise<string> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  const attempt = raw.pendingWorkflowTask?.attempt ?? 0;
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    ...{ namespace: NAMESPACE, execution: { workflowId }, maximumPageSize: 20 },
  });
  const failed = history?.events?.find(({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes);
  const why = failed?.workflowTaskFailedEventAttributes?.failure?.message ?? 'no task of it failed lately';
  return `attempt ${attempt}; ${why}`;
}
