/** `weft experts NETWORK --skill S`: who could help with something, and why; who did their turn is spared. */
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  as: string;
  skill: string;
  names?: boolean;
}

/** How often one member may be asked within three months, where peer support is off. */
const NO_BOUND = null;

export function addExperts(program: Command): void {
  const command = program
    .command('experts')
    .description('Who could help with something: what they claim, who endorses it, and how often they were asked.')
    .argument('<network>', 'its id (weft networks lists them)')
    .requiredOption('--skill <skill>', 'in small letters and dashes, such as intake-design')
    .requiredOption('--as <person>', 'who looks: a member who takes part, or who holds a role')
    .option('--names', 'names in the place of ids: for the steward at this terminal')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft experts three-regions --skill intake-design --as p21');
  addData(command);
  addFormat(command);
}

async function run(network: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const { skill } = options;
  const found = await withNetworks(options, async (networks) => {
    const except = await networks.reader(network, options.as);
    const label = options.names === true ? await networks.label(network) : (person: string) => person;
    const { now, policy } = await networks.charter(network);
    const { experts } = await import('../../analysis/expertise/experts.ts');
    const askedPerQuarter = policy.practices?.['peer-support']?.askedPerQuarter ?? NO_BOUND;
    const ranked = experts(await networks.records(network), { skill, at: now, askedPerQuarter, except });
    return ranked.map((one) => ({ ...one, member: label(one.member) }));
  });
  if (format === 'json') return writeJson(found);
  if (found.length === 0) return note(`Nobody else claims ${skill}; weft repository may know something of it.`);
  const rows = found.map(({ member, because, isSpared }) => [member, isSpared ? 'not now' : 'ask', because]);
  write(textTable([{ label: 'who' }, { label: '' }, { label: 'because' }], rows));
}
