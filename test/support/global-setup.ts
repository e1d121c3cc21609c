/**
 * Once before all tests: the Temporal servers are found or built (minutes the first time on a machine, with its progress
 * shown), so that no test pays for it or runs out of time over it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTemporalServer } from '../../workflows/host/temporal-server.ts';
import { bundle } from './bundle.ts';
import { SkippedTime } from './skipped-time.ts';
import { testServerPath } from './time-skipping.ts';

export async function setup(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'weft-setup-'));
  try {
    const env = { ...process.env, TEMPORAL_ADDRESS: undefined };
    await ensureTemporalServer({ dataDir, env, onProgress: (line) => console.log(line) });
    await testServerPath();
    await bundle();
    await SkippedTime.bundle();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
