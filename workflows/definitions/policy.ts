/**
 * Timeouts, retries and bounds of all workflows, in one place and each with its reason.
 */
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';
import type { Activities } from '../contract/index.ts';
import { MEASURING_QUEUE } from '../contract/index.ts';

const RETRY = {
  initialInterval: '200 milliseconds',
  backoffCoefficient: 2,
  maximumInterval: '1 minute',
  // What can never work is not tried again, by the name of its error.
  nonRetryableErrorTypes: ['RecordError', 'Refused', 'MeasureError'],
} as const;

/**
 * Appending facts, an inbox entry, a date: milliseconds of work. They run within the workflow task that wishes for them
 * (local activities), so that a person's update is one round trip and a few events of history, not a dozen. Every one is
 * safe to repeat and is tried until it works; after a worker died, when the workflow task has timed out.
 */
export const QUICK_ACTIVITIES: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { ...RETRY, nonRetryableErrorTypes: [...RETRY.nonRetryableErrorTypes] },
};

/** Whole rosters and whole measurements: they heartbeat, so that a dead worker is noticed long before the timeout. */
export const LONG_ACTIVITIES: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { ...RETRY, nonRetryableErrorTypes: [...RETRY.nonRetryableErrorTypes] },
};

/**
 * What a measurement performs together. Heartbeats also carry word of a cancellation. Somebody waits for a measurement:
 * what has failed ten times, over minutes, is said and not tried for ever.
 */
export const TOGETHER_ACTIVITIES: ActivityOptions = {
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '15 seconds',
  cancellationType: 'TRY_CANCEL',
  retry: { ...RETRY, nonRetryableErrorTypes: [...RETRY.nonRetryableErrorTypes], maximumAttempts: 10 },
};

/** The same, on whichever machine is free: of those performed together, shards are. */
export const ANYWHERE_ACTIVITIES: ActivityOptions = { ...TOGETHER_ACTIVITIES, taskQueue: MEASURING_QUEUE };
export const ANYWHERE_ACTIVITY_NAMES: ReadonlySet<keyof Activities> = new Set<keyof Activities>(['runShard']);

export const LONG_ACTIVITY_NAMES: ReadonlySet<keyof Activities> = new Set<keyof Activities>([
  'notifyMembers',
  'openWave',
  'closeWave',
  'checkHealth',
  'proposeIntroduction',
  'openRound',
  'closeRound',
  'makeArchive',
  'lookAtTerms',
  'formGroups',
  'matchMentorships',
  'assignArms',
  'endArms',
]);

/** Timers are set for at most 30 days and then computed again: zones change their rules, clocks are corrected. */
export const MAX_SLEEP_MS = 30 * 86_400_000;

/** A run ends after 30 days at the latest, so that a change of the code meets no run older than that. */
export const MAX_RUN_MS = 30 * 86_400_000;

/** A run ends after so many events even where Temporal does not suggest it: replay stays quick. */
export const MAX_EVENTS_BEFORE_NEW_RUN = 1000;

/** A state of 3 MB ends a workflow on the server; ours are a few kB, and this says early that one has grown. */
export const MAX_STATE_BYTES = 256 * 1024;

/** Receipts that are carried from run to run. Beyond them the store's unique keys decide. */
export const REMEMBERED_REQUESTS = 100;
