/**
 * Who a process id belongs to now. A pid on disk proves nothing (ids are used again), so callers compare the command
 * line and the parent before they believe it.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessInfo {
  pid: number;
  parentPid: number;
  command: string;
}

/** The process, or null when there is none (a zombie counts as none: it can do no more). */
export async function inspectProcess(pid: number): Promise<ProcessInfo | null> {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<ProcessInfo | null> {
  try {
    const [stat, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The second field is the name in brackets and may hold spaces and brackets itself; count from the last one.
    const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    return { pid, parentPid: Number(parentPid), command: commandLine.split('\0').join(' ').trim() };
  } catch {
    return null;
  }
}

async function fromPs(pid: number): Promise<ProcessInfo | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=,stat=,args=', '-p', String(pid)]);
    const match = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(stdout.trimEnd());
    if (!match || match[2]?.startsWith('Z')) return null;
    return { pid, parentPid: Number(match[1]), command: match[3] ?? '' };
  } catch {
    return null;
  }
}
