/** `weft start`: everything on this machine, until Ctrl-C; the next start goes on from there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Added } from '../example-network.ts';
import { DATA_DIR, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, progress, write, writeJson } from '../output.ts';
import { untilAsked } from '../stopping.ts';

interface Options extends FormatOptions {
  data: string;
}

export function addStart(program: Command): void {
  const command = program
    .command('start')
    .description('Starts everything on this machine: Temporal, worker, schedules, store. Ctrl-C stops it.')
    .option('--data <dir>', 'the folder for everything that is kept', DATA_DIR)
    .action(run)
    .addHelpText('after', '\nExample:\n  weft start');
  addFormat(command);
}

async function run(options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const stopping = untilAsked();
  const { startWeft } = await import('../../workflows/host/start.ts');
  const weft = await startWeft({ dataDir: options.data, onProgress: progress });
  try {
    if (stopping.isAsked()) return;
    progress('the example network');
    const { addExampleNetwork } = await import('../example-network.ts');
    const added = await withNetworks(options, (networks) => addExampleNetwork(networks, weft.reports));
    const places = {
      ...weft.addresses,
      reports: weft.reports,
      example: added,
      firstReport: firstReport(weft.reports, added),
    };
    if (format === 'json') writeJson(places);
    else write(inWords(places, options.data));
    await Promise.race([stopping.asked, weft.ended]);
  } finally {
    note('stopping');
    await weft.stop();
    stopping.done();
  }
}

interface Places {
  temporal: string;
  ui: string | null;
  lookInside: string;
  data: string;
  reports: string;
  example: Added | null;
  firstReport: string | null;
}

/** Also on later starts: that is where somebody looks who has closed the window. */
function firstReport(reportsDir: string, added: Added | null): string | null {
  const file = added?.report ?? join(reportsDir, 'three-regions', 'first-look.html');
  return existsSync(file) ? file : null;
}

function inWords(
  { temporal, ui, lookInside, data, reports, example, firstReport: first }: Places,
  folder: string,
): string {
  const option = folder === DATA_DIR ? '' : ` --data ${shellWord(folder)}`;
  const rows: [string, string][] = [
    ...(first === null ? [] : [['a first report', first] as [string, string]]),
    ['reports', reports],
    ['data', data],
    ['Temporal', ui === null ? `${temporal}; ${lookInside}` : `${temporal}, its page ${ui}`],
  ];
  return [
    'Weft is running.',
    ...rows.map(([label, place]) => `  ${label.padEnd(16)}${place}`),
    ...(example === null ? [] : [`The example network ${example.network} was added.`]),
    `In another terminal: weft networks${option}`,
    'Ctrl-C stops it; the next start goes on where this one was.',
  ].join('\n');
}

/** As it has to be typed: a folder may have blanks and quotes in its name. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
