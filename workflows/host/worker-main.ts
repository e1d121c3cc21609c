/**
 * The worker's own process: `node --import tsx worker-main.ts DATA`. Says that it is ready by a message to whoever
 * started it; ends in good order on SIGTERM or SIGINT, or when its starter is gone.
 */
import { readFile } from 'node:fs/promises';
import { runWorker } from './worker.ts';

process.umask(0o077);
const [dataDir, bundleFile] = process.argv.slice(2);
if (dataDir === undefined) {
  process.stderr.write('worker-main: expected the data folder.\n');
  process.exit(2);
}
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => stopping.abort());
await runWorker({
  dataDir,
  env: process.env,
  bundle: bundleFile === undefined ? undefined : { code: await readFile(bundleFile, 'utf8') },
  onReady: () => process.send?.({ ready: true }),
  signal: stopping.signal,
});
process.exit(0);
