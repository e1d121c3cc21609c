/** Tells the worker which children are over: part of the workflow bundle of tests that skip time. */
import { TemporalFailure } from '@temporalio/common';
import { ContinueAsNew, proxySinks, type Sinks, type WorkflowInterceptors, workflowInfo } from '@temporalio/workflow';

export interface Run {
  workflowId: string;
  runId: string;
}

/** A run that has started another workflow, and the run that this ends with. */
export interface ParentAndChild {
  parent: Run;
  child: Run;
}

export interface EndSinks extends Sinks {
  ends: { childEnded(of: ParentAndChild): void };
}

export function interceptors(): WorkflowInterceptors {
  const { ends } = proxySinks<EndSinks>();
  const ended = (): void => {
    const { workflowId, runId, parent } = workflowInfo();
    if (parent === undefined) return;
    const { workflowId: startedBy, runId: run } = parent;
    ends.childEnded({ parent: { workflowId: startedBy, runId: run }, child: { workflowId, runId } });
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
