/** `weft erase NETWORK PERSON`: removes a person everywhere, and says what was removed. */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Erased } from '../../workflows/host/client.ts';
import { UsageError, WorkSaysNo } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, progress, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  yes?: boolean;
}

export function addErase(program: Command): void {
  const command = program
    .command('erase')
    .description('Removes a person everywhere. This cannot be taken back.')
    .argument('<network>', 'its id (weft networks lists them)')
    .argument('<person>', 'an id, an e-mail address, or how an imported file called the person')
    .option('--yes', 'does it without asking')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft erase three-regions p17 --yes');
  addData(command);
  addFormat(command);
}

async function run(network: string, person: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const erased = await withNetworks(options, async (networks) => {
    await networks.charter(network);
    if (options.yes !== true) await confirm(network);
    progress('erasing');
    return networks.erase(network, person);
  });
  if (format === 'json') writeJson(erased);
  else write(inWords(erased));
  for (const text of afterwards(erased)) note(text);
}

/** @throws UsageError where nobody can be asked. @throws WorkSaysNo where the answer is another. */
async function confirm(network: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError('erasing cannot be taken back; say that it is meant: --yes');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`This cannot be taken back. To erase the person, type ${network}: `);
    if (answer.trim() !== network) throw new WorkSaysNo('Nothing was erased.');
  } finally {
    terminal.close();
  }
}

function inWords({
  person,
  facts,
  auditEntries,
  inbox,
  details,
  texts,
  mails,
  reportFiles,
  reports,
  archive,
  left,
}: Erased): string {
  return [
    `${person} is erased.${left ? ' They were an active member, and have left.' : ''}`,
    `facts removed: ${counted(facts.removed)}`,
    `facts that name nobody in their place: ${counted(facts.replaced)}`,
    `personal details: ${details}; texts they wrote: ${texts}; open requests: ${inbox}; audit entries that name nobody now: ${auditEntries}`,
    `mails in the outbox: ${mails}`,
    `report files: ${reportFiles.length === 0 ? 'none' : reportFiles.join(', ')}`,
    ...(archive ? ['the archive that the network left was made anew without them'] : []),
    `kept reports: ${reports.length === 0 ? 'none' : reports.map(({ check }) => check).join(', ')}`,
  ].join('\n');
}

/** What the operator may want to do now. */
function afterwards({ network, facts, reports }: Erased): string[] {
  const last = reports.at(-1);
  return [
    ...(last === undefined
      ? []
      : [`Reports are made anew without them, the last by: weft report ${network} --as-of ${last.asOf.slice(0, 10)}`]),
    ...(facts.removed.role === undefined
      ? []
      : ['They held a role. What waits on it passes to the deputy role, where the charter names one.']),
  ];
}

function counted(counts: Erased['facts']['removed']): string {
  const kinds = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return kinds.length === 0 ? 'none' : kinds.join(', ');
}
