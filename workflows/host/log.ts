/**
 * The worker's log, JSON lines: ids, counts and what went wrong, never a name, an address or a payload. Temporal's own
 * words come through here too; their metadata is cut to what is known to be harmless.
 */
import { DefaultLogger, type Logger } from '@temporalio/worker';
import { destination, type Logger as Pino, pino } from 'pino';

const HARMLESS = [
  'workflowId',
  'runId',
  'workflowType',
  'activityType',
  'activityId',
  'attempt',
  'taskQueue',
  'namespace',
];

/** For a process that has no folder of its own. */
export const STANDARD_ERROR = 2;

export function openLog(place: string | typeof STANDARD_ERROR): Pino {
  return pino({ base: { pid: process.pid } }, destination({ dest: place, mkdir: true, mode: 0o600, sync: true }));
}

/** Temporal's logger over ours, from warnings up. */
export function temporalLogger(log: Pino): Logger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const known = Object.entries(meta ?? {}).filter(([name]) => HARMLESS.includes(name));
    const error = meta?.error instanceof Error ? { error: wordsOf(meta.error) } : {};
    log[level === 'WARN' ? 'warn' : 'error']({ ...Object.fromEntries(known), ...error }, message);
  });
}

/** Our own errors name ids and fields only; a stack holds no values. */
function wordsOf(error: Error): string {
  return error.stack ?? error.message;
}
