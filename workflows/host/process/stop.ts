/**
 * Ends a process: asked first (SIGTERM), made to after a grace (SIGKILL). Resolves once it is gone.
 */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { inspectProcess } from './inspect.ts';

export async function stopChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(killer);
}

/** For a process that is not our child (an orphan of an earlier run): the same, seen from outside. */
export async function stopProcess(pid: number, graceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  const killAt = Date.now() + graceMs;
  for (let killed = false; (await inspectProcess(pid)) !== null; await delay(50)) {
    if (!killed && Date.now() >= killAt) {
      signal(pid, 'SIGKILL');
      killed = true;
    }
  }
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
