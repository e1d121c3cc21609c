/**
 * Keeps a process running: started again when it dies, each time a little later, until it has died so often in a row
 * that starting it once more would only hide the reason.
 *
 * The worker is such a process, because a storm of signals has been seen to crash Node itself, and because a
 * workflow's work must go on while nobody watches.
 *
 * A supervisor that is killed cannot stop its process: the process sees its channel close (`disconnect`) and ends
 * itself, or a second one would run unseen beside the next start's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { stopChild } from './process/stop.ts';

export interface SuperviseOptions {
  /** What a person calls it, in messages. */
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  logFile: string;
  onRestart?: (restart: Restart) => void;
  /** Times of the back-off; the defaults suit the worker. */
  firstDelayMs?: number;
  longestDelayMs?: number;
  /** A process that ran this long was well: the back-off and the count begin anew. */
  healthyAfterMs?: number;
  /** So many deaths in a row, each before it was healthy, are reported as an error. */
  quickCrashLimit?: number;
  /** How long the process may take to end when asked to. */
  stopGraceMs?: number;
}

export interface Restart {
  name: string;
  /** How it ended, in words: `SIGKILL` or `code 1`. */
  ended: string;
  /** Deaths in a row, this one included. */
  crashes: number;
  delayMs: number;
}

export interface Supervised {
  /** The process that runs now; null between two of them. */
  readonly pid: number | null;
  /** Resolves at the first `{ ready: true }` message of any of its lives; rejects when it is given up or stopped before. */
  ready: Promise<void>;
  /** Resolves after `stop`; rejects with CrashLoop when it is given up. */
  ended: Promise<void>;
  /** Leaves no process behind. */
  stop(): Promise<void>;
}

/** The process died again and again, and is no longer started. */
export class CrashLoop extends Error {
  override readonly name = 'CrashLoop';
  constructor(what: string, crashes: number, ended: string, logFile: string) {
    super(
      `The ${what} ended ${crashes} times in a row, last with ${ended}; it is not started again. ${logFile} says why.`,
    );
  }
}

export function supervise(options: SuperviseOptions): Supervised {
  const { name, logFile, onRestart, firstDelayMs = 250, longestDelayMs = 10_000 } = options;
  const { healthyAfterMs = 60_000, quickCrashLimit = 10, stopGraceMs = 15_000 } = options;
  const ready = settled();
  const ended = settled();
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let crashes = 0;
  let stopping = false;

  const start = () => {
    timer = null;
    const startedMs = Date.now();
    const current = launch(options);
    child = current;
    current.on('message', (message) => {
      if (isReady(message)) ready.resolve();
    });
    whenGone(current, (how) => {
      child = null;
      if (stopping) return;
      crashes = Date.now() - startedMs >= healthyAfterMs ? 1 : crashes + 1;
      if (crashes >= quickCrashLimit) {
        const error = new CrashLoop(name, crashes, how, logFile);
        ready.reject(error);
        ended.reject(error);
        return;
      }
      const delayMs = Math.min(firstDelayMs * 2 ** (crashes - 1), longestDelayMs);
      timer = setTimeout(start, delayMs);
      onRestart?.({ name, ended: how, crashes, delayMs });
    });
  };
  start();

  return {
    get pid() {
      return child?.pid ?? null;
    },
    ready: ready.promise,
    ended: ended.promise,
    stop: async () => {
      stopping = true;
      if (timer !== null) clearTimeout(timer);
      if (child !== null) await stopChild(child, stopGraceMs);
      ready.reject(new Error(`The ${name} was stopped before it was ready.`));
      ended.resolve();
    },
  };
}

/** A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops it in good order. */
function launch({ command, args, env, logFile }: SuperviseOptions): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(command, args, {
      detached: true,
      env: env ?? process.env,
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

/** Once, however it went: it ended, or it could not be started at all. */
function whenGone(child: ChildProcess, then: (how: string) => void): void {
  let told = false;
  const tell = (how: string) => {
    if (!told) then(how);
    told = true;
  };
  child.once('exit', (code, signal) => tell(signal ?? `code ${code}`));
  child.once('error', (error) => {
    if (child.pid === undefined) tell(error.message);
  });
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}

/** A promise settled from outside. Nobody may be listening yet when it is rejected: that is no crash of ours. */
function settled(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
