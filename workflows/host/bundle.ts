/**
 * The workflow sandbox's code as one bundle: built once from the sources by path, and shared by every worker that
 * starts (building takes seconds, starting from a bundle milliseconds).
 *
 * What all workflows share is loaded once a worker, not once a workflow: the contract and the records are schemas by the
 * hundred, and of their own each workflow would need 60 ms and 4 MB for them, again whenever it is replayed. The sandbox
 * freezes what is shared. That is right for them: they keep no state, and no workflow parses (a frozen schema of zod's
 * cannot), because what comes in was checked before it was sent.
 */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** The file that exports every workflow, and nothing else. */
export const definitionsPath = fileURLToPath(new URL('../definitions/index.ts', import.meta.url));

const SHARED = ['../contract/index.ts', '../../data/records/index.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

export interface WorkflowBundle {
  code: string;
}

/** The bundler's own log is noise; its errors come as the rejection, with webpack's words in the log at ERROR. */
export async function workflowBundle(
  workflowsPath: string = definitionsPath,
  workflowInterceptorModules: string[] = [],
): Promise<WorkflowBundle> {
  const preloadModules = workflowsPath === definitionsPath ? SHARED : [];
  const logger = new DefaultLogger('ERROR');
  const { code } = await bundleWorkflowCode({ workflowsPath, workflowInterceptorModules, preloadModules, logger });
  return { code };
}
