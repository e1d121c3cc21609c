/** `weft worker`: one more worker for what is costly to measure, on this machine or another, until Ctrl-C. */
import type { Command } from 'commander';
import { DATA_DIR, refuseWithoutStore } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';
import { untilAsked } from '../stopping.ts';

interface Options extends FormatOptions {
  data: string;
}

export function addWorker(program: Command): void {
  const command = program
    .command('worker')
    .description('Runs one more worker for weft measure --distributed, on this machine or another. Ctrl-C stops it.')
    .option('--data <dir>', 'the folder of the running Weft', DATA_DIR)
    .action(run)
    .addHelpText(
      'after',
      `
On another machine the Weft that runs is named by its server and its database:
  TEMPORAL_ADDRESS=host:7233 DATABASE_URL=postgres://… weft worker

Example:
  weft worker`,
    );
  addFormat(command);
}

async function run(options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  refuseWithoutStore(options);
  const stopping = untilAsked();
  const stopped = new AbortController();
  stopping.asked.then(() => {
    note('stopping');
    stopped.abort();
  });
  const { runMeasuringWorker } = await import('../../workflows/host/measuring-worker.ts');
  try {
    await runMeasuringWorker({
      ...{ dataDir: options.data, env: process.env, signal: stopped.signal },
      onReady: (ready) => {
        if (format === 'json') writeJson(ready);
        else write(`Measures for the Weft on ${ready.temporal}, ${ready.atOnce} shards at once. Ctrl-C stops it.`);
      },
    });
  } finally {
    stopping.done();
  }
}
