/**
 * Which Temporal server Weft runs, and how to read the version of what is there.
 *
 * The server's file cannot be upgraded in place, so the version is pinned here and nowhere else.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Built from source; v1.32.1 needs the same Go, v1.32.2 a newer one. */
export const pinnedServerVersion = '1.32.0';
/** The oldest server (inside the `temporal` CLI) that is accepted. */
export const oldestServerVersion = '1.32.0';
/** What the pinned server's go.mod asks for. */
export const oldestGoVersion = '1.26.8';

/** `temporal version 1.32.0` of the official server. */
export async function officialVersion(binary: string): Promise<string | null> {
  return /version (\d+\.\d+\.\d+)/.exec(await firstOutput(binary, ['--version']))?.[1] ?? null;
}

/** The server inside the CLI: `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)`. */
export async function cliServerVersion(binary: string): Promise<string | null> {
  return /Server (\d+\.\d+\.\d+)/i.exec(await firstOutput(binary, ['--version']))?.[1] ?? null;
}

/** `go version go1.26.8 linux/amd64`; null where there is no Go. */
export async function goVersion(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  return /go(\d+\.\d+(?:\.\d+)?)/.exec(await firstOutput('go', ['version'], env))?.[1] ?? null;
}

export function isAtLeast(version: string, oldest: string): boolean {
  const [have, want] = [version, oldest].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** What the program prints, or '' where it is missing or fails: both mean "not usable" to every caller. */
async function firstOutput(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  try {
    // GOTOOLCHAIN=local: asking for the version must not download another Go.
    const options = { timeout: 15_000, env: { ...env, GOTOOLCHAIN: 'local' } };
    const { stdout } = await promisify(execFile)(command, args, options);
    return stdout;
  } catch {
    return '';
  }
}
