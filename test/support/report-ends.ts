/** Tells the worker which children are over: part of the workflow bundle of tests that skip time. */
import { TemporalFailure } from '@temporalio/common';
import { ContinueAsNew, proxySinks, type Sinks, type WorkflowInterceptors, workflowInfo } from '@temporalio/workflow';

/** A run that has started another workflow, and that workflow. */
export interface ParentAndChild {
  parent: string;
  run: string;
  child: string;
}

export interface EndSinks extends Sinks {
  ends: { childEnded(of: ParentAndChild): void };
}

export function interceptors(): WorkflowInterceptors {
  const { ends } = proxySinks<EndSinks>();
  const ended = (): void => {
    const { workflowId: child, parent } = workflowInfo();
    if (parent !== undefined) ends.childEnded({ parent: parent.workflowId, run: parent.runId, child });
  };
  return {
    inbound: [
      {
        async execute(input, next) {
          try {
            const result = await next(input);
            ended();
            return result;
          } catch (error) {
            // Of any other error the task fails, and is tried again.
            if (error instanceof TemporalFailure && !(error instanceof ContinueAsNew)) ended();
            throw error;
          }
        },
      },
    ],
  };
}
