/**
 * Keeps the embedded server running: one that dies is started again on the same folder and, because the ports are kept,
 * on the same address, so that the worker and everybody who is connected finds it again by themselves.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningServer } from './temporal-server.ts';

export interface KeptServer {
  /** The server at this moment. */
  readonly current: RunningServer;
  /** Resolves after `stop`; rejects when the server dies again and again, or another address would be needed. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** So many deaths within the hour say that starting it once more would only hide the reason. */
const MOST_DEATHS = 5;
const HOUR_MS = 3_600_000;
const PAUSE_MS = 250;

export function keepServer(
  first: RunningServer,
  start: () => Promise<RunningServer>,
  onRestart: (ended: string) => void,
): KeptServer {
  const stopping = new AbortController();
  let current = first;
  const keep = async () => {
    const deaths: number[] = [];
    for (;;) {
      const { code, signal } = await current.exited;
      if (stopping.signal.aborted) return;
      const ended = signal ?? `code ${code}`;
      deaths.push(Date.now());
      if (deaths.filter((at) => at > Date.now() - HOUR_MS).length >= MOST_DEATHS) {
        throw new Error(`The Temporal server ended ${MOST_DEATHS} times within an hour, last with ${ended}.`);
      }
      onRestart(ended);
      await delay(PAUSE_MS);
      if (stopping.signal.aborted) return;
      const next = await start();
      if (stopping.signal.aborted || next.address !== first.address) await next.stop();
      if (stopping.signal.aborted) return;
      if (next.address !== first.address) throw new Error(`The Temporal server’s address ${first.address} is taken.`);
      current = next;
    }
  };
  const ended = keep();
  // Somebody may look at it only later: a rejection is no crash of ours.
  ended.catch(() => undefined);
  return {
    get current() {
      return current;
    },
    ended,
    stop: async () => {
      stopping.abort();
      await current.stop();
      // A server that somebody else runs never ends by our doing.
      if (current.kind !== 'address') await ended.catch(() => undefined);
    },
  };
}
