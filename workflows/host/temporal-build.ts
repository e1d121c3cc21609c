/**
 * Builds the official Temporal server from source with the Go that is installed: once, two minutes on a quiet machine,
 * kept in the cache folder. Chosen over a binary from a website because the module's checksum is verified by Go's
 * checksum database, and because it is the same server that runs on PostgreSQL in production.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { withLock } from './process/lock.ts';
import { officialVersion, pinnedServerVersion } from './temporal-version.ts';

const buildLimitMs = 30 * 60_000;
const keptLines = 8;

/** Builds to `target`, unless another process has done so while this one waited. Throws with Go's last words. */
export async function buildTemporalServer(
  target: string,
  onProgress: (text: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const waiting = () => onProgress('another process is building the Temporal server; waiting for it');
  await withLock(`${target}.build`, { waitMs: buildLimitMs, onWait: waiting }, async () => {
    if ((await officialVersion(target)) === pinnedServerVersion) return;
    await mkdir(dirname(target), { recursive: true });
    // Beside the target, so that the rename stays within one file system and is atomic.
    const folder = await mkdtemp(join(dirname(target), 'building-'));
    try {
      await goInstall(folder, onProgress, env);
      await rename(join(folder, 'server'), target);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function goInstall(binFolder: string, onProgress: (text: string) => void, env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['install', '-v', '-ldflags=-s -w', `go.temporal.io/server/cmd/server@v${pinnedServerVersion}`];
  // No other Go is fetched behind the person's back, and no C compiler is needed.
  const settings = { GOBIN: binFolder, GOTOOLCHAIN: 'local', CGO_ENABLED: '0' };
  const child = spawn('go', args, { env: { ...env, ...settings }, stdio: ['ignore', 'ignore', 'pipe'] });
  const startedMs = Date.now();
  const lastLines: string[] = [];
  let modules = 0;
  let packages = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('go: downloading ')) modules += 1;
    else if (/^[\w.~/-]+$/.test(line)) packages += 1;
    else lastLines.push(line);
    if (lastLines.length > keptLines) lastLines.shift();
  });
  const report = () => {
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    const doing = packages > 0 ? `compiling, ${packages} packages done` : `${modules} modules downloaded`;
    onProgress(`building the Temporal server ${pinnedServerVersion} (once, a few minutes): ${doing}, ${seconds} s`);
  };
  report();
  const ticker = setInterval(report, 1000);
  const limit = setTimeout(() => child.kill('SIGKILL'), buildLimitMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`go ${args.join(' ')} ended with ${code}: ${lastLines.join(' | ') || 'no words'}`);
  } finally {
    clearInterval(ticker);
    clearTimeout(limit);
  }
}
