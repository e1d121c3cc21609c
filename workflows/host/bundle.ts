/**
 * The workflow sandbox's code as one bundle: built once from the sources by path, and shared by every worker that
 * starts (building takes seconds, starting from a bundle milliseconds).
 */
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** The file that exports every workflow, and nothing else. */
export const definitionsPath = fileURLToPath(new URL('../definitions/index.ts', import.meta.url));

export interface WorkflowBundle {
  code: string;
}

/** The bundler's own log is noise; its errors come as the rejection, with webpack's words in the log at ERROR. */
export async function workflowBundle(workflowsPath: string = definitionsPath): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  return { code };
}
