/**
 * What activities touch, handed in from outside: the same activities run in a worker and in a test.
 */
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { PeopleStore } from '../../data/people/people-store.ts';
import type { Source } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import type { ProgrammeClock, ReportSignal, WorkflowStarts } from '../contract/index.ts';
import type { Notifier } from './notify/notifier.ts';

/** A Temporal Schedule of health checks, as data: the host applies it create-or-update. */
export interface HealthSchedule {
  id: string;
  /** An ISO-8601 duration on the programme's clock. */
  every: string;
  startsAt: string;
  timeZone: string;
  clock: ProgrammeClock;
  start: WorkflowStarts['healthCheck'];
}

/** What activities ask of Temporal itself. */
export interface WorkflowsPort {
  applySchedule(schedule: HealthSchedule): Promise<void>;
  /** Ending a schedule that is not there changes nothing. */
  endSchedule(id: string): Promise<void>;
  /** Tells a workflow something. False where it is not running any more. */
  report(workflowId: string, signal: ReportSignal): Promise<boolean>;
}

export interface World {
  store: RecordStore;
  people: PeopleStore;
  notifier: Notifier;
  workflows: WorkflowsPort;
  /** Versions that the report's method section names, by component. */
  versions: Record<string, string>;
  /** The folder in which reports are laid out for people. */
  reportsDir: string;
}

/** Who says what an activity writes: the workflow that asked for it. */
export function askedBy(): Source {
  const { workflowExecution, activityId } = Context.current().info;
  return { type: 'workflow', id: workflowExecution?.workflowId ?? activityId };
}

/** Input that can never work: not tried again, and worded for whoever reads the failure. */
export function neverWorks(message: string, type: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, type);
}
