/** `weft audit NETWORK`: who did and decided what, and whether the chain of it verifies. */
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import { shortDate } from '../dates.ts';
import { EXIT } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, write, writeJson } from '../output.ts';

export function addAudit(program: Command): void {
  const command = program
    .command('audit')
    .description('The log of who did and decided what. Ends with 1 where its chain does not verify.')
    .argument('<network>', 'its id (weft networks lists them)')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft audit three-regions');
  addData(command);
  addFormat(command);
}

async function run(network: string, options: FormatOptions & DataOption): Promise<void> {
  const format = formatOf(options, 'text');
  const { entries, verdict } = await withNetworks(options, async (networks) => {
    await networks.charter(network);
    return networks.audit(network);
  });
  if (format === 'json') writeJson({ network, verdict, entries });
  else {
    const rows = entries.map(({ seq, at, actor, action, detail }) => [
      String(seq),
      shortDate(at),
      `${actor.type} ${actor.id}`,
      action,
      JSON.stringify(detail),
    ]);
    const labels = ['when', 'who', 'did', 'detail'].map((label) => ({ label }));
    write(textTable([{ label: 'no.', align: 'right' }, ...labels], rows));
    write(
      verdict.verifies
        ? `The chain of ${verdict.entries} entries verifies.`
        : `The chain is broken at entry ${verdict.brokenAt}: ${verdict.reason}`,
    );
  }
  if (!verdict.verifies) process.exitCode = EXIT.refused;
}
