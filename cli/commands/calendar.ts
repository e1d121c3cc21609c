/** `weft calendar NETWORK`: all its dates as one file that any calendar opens (RFC 5545), of everybody or of one person. */
import type { Command } from 'commander';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { note, write, writeJson } from '../output.ts';
import { writeFileWhole } from '../write-files.ts';

interface Options extends DataOption {
  as?: string;
  out?: string;
  json?: boolean;
}

export function addCalendar(program: Command): void {
  const command = program
    .command('calendar')
    .description(
      'Writes sessions and series of meetings as a file that any calendar opens, in the network’s time zone.',
    )
    .argument('<network>', 'its id (weft networks lists them)')
    .option('--as <person>', 'only what concerns this person: an id or an address')
    .option('--out <path>', 'the file (left out: standard output)')
    .option('--json', 'says what was written as JSON')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft calendar three-regions --as p17 --out three-regions.ics');
  addData(command);
}

async function run(network: string, { as, out, json, data }: Options): Promise<void> {
  const text = await withNetworks({ data }, (networks) => networks.calendar(network, as ?? null));
  const events = text.split('BEGIN:VEVENT').length - 1;
  if (json === true) {
    const file = out === undefined ? null : await writeFileWhole(out, text);
    return writeJson({
      network,
      file,
      events,
      calendar: out === undefined ? text : null,
    });
  }
  if (events === 0) note('No dates are set yet: the calendar is empty.');
  if (out === undefined) return write(text);
  write(`written: ${await writeFileWhole(out, text)}`);
}
