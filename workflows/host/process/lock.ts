/**
 * One process at a time, between processes: building a server and starting one must never happen twice at once.
 *
 * The lock is a folder beside `path` whose time is refreshed while it is held; the lock of a process that was killed
 * goes stale and is taken over, so nobody has to remove it by hand.
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';

const staleAfterMs = 10_000;
const retryEveryMs = 200;

export interface LockOptions {
  /** How long to wait for another holder before giving up. */
  waitMs: number;
  /** Called once when somebody else holds the lock, so that the person waiting is told why. */
  onWait?: () => void;
}

export async function withLock<T>(path: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const release = await acquire(path, options);
  try {
    return await work();
  } finally {
    // A holder that was paused past the stale limit has lost its lock already: nothing is left to release.
    await release().catch(() => undefined);
  }
}

async function acquire(path: string, { waitMs, onWait }: LockOptions): Promise<() => Promise<void>> {
  const options = {
    realpath: false,
    stale: staleAfterMs,
    // Work under a lock ends in an atomic rename or in binding a port; losing the lock midway (a laptop that slept)
    // costs a second build, and is no reason to crash.
    onCompromised: () => undefined,
  };
  try {
    return await lock(path, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
  }
  onWait?.();
  const retries = { retries: Math.ceil(waitMs / retryEveryMs), factor: 1, minTimeout: retryEveryMs };
  try {
    return await lock(path, { ...options, retries });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    throw new Error(
      `Another process has held the lock ${path}.lock for ${Math.round(waitMs / 1000)} s; wait for it to finish, or end it and try again.`,
    );
  }
}
