/**
 * How a command ends: 0 done; 1 the work says no, or could not be done; 2 wrong use.
 *
 * Errors that are meant for people are told by their name, so that saying "no network of that id" does not load the
 * modules that might have said something else.
 */
import { inspect } from 'node:util';

export const EXIT = { done: 0, refused: 1, wrongUse: 2 } as const;

/** The command line was used wrongly. The message says the way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work says no. Every reason is a line of the message. */
export class WorkSaysNo extends Error {
  override readonly name = 'WorkSaysNo';
}

/** A metric, wave, type or attribute that is not there was asked for: wrong use, too. */
const WRONG_USE: ReadonlySet<string> = new Set(['UsageError', 'MeasureError']);

const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'WorkSaysNo',
  'RefusedError',
  'ImportError',
  'ExportError',
  'PeopleError',
  'NotRunning',
  'AlreadyRunning',
  'NoTemporalServer',
  'DataVersionMismatch',
  'CrashLoop',
  'ReplayRefused',
  'DemoError',
  'DataFolderUnusable',
  'NoNotebookEnvironment',
  'NoBrowser',
  'NoPage',
]);

export interface Explanation {
  message: string;
  code: number;
  /** For machines, where the work said no. */
  refusal: { error: string; message: string; problems?: unknown } | null;
}

export function explain(error: unknown): Explanation {
  if (!(error instanceof Error)) return { message: `weft: ${String(error)}`, code: EXIT.refused, refusal: null };
  const { name, message } = error;
  if (WRONG_USE.has(name)) return { message: `error: ${message}`, code: EXIT.wrongUse, refusal: null };
  if (FOR_PEOPLE.has(name)) {
    const problems = 'problems' in error ? { problems: error.problems } : {};
    return { message, code: EXIT.refused, refusal: { error: name, message, ...problems } };
  }
  const detail = process.env.WEFT_DEBUG ? `\n${inspect(error)}` : '\nWEFT_DEBUG=1 shows where it happened.';
  return {
    message: `weft: unexpected: ${message}${detail}`,
    code: EXIT.refused,
    refusal: { error: 'unexpected', message },
  };
}
