/** `weft repository NETWORK`: what members keep for each other, found by tag or by words. */
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import type { ArtifactFound } from '../../workflows/host/client.ts';
import { shortDate } from '../dates.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  as: string;
  tag?: string[];
  text?: string;
  all?: boolean;
  names?: boolean;
}

export function addRepository(program: Command): void {
  const command = program
    .command('repository')
    .description('What members of a network keep for each other: cases, experiment logs, playbooks, decisions.')
    .argument('<network>', 'its id (weft networks lists them)')
    .requiredOption('--as <person>', 'who looks: a member who takes part, or who holds a role')
    .option('--tag <tags...>', 'only what has all of these tags')
    .option('--text <words>', 'only what holds these words')
    .option('--all', 'drafts, discarded and retired pieces too')
    .option('--names', 'names in the place of ids: for the steward at this terminal')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft repository three-regions --as p21 --tag intake');
  addData(command);
  addFormat(command);
}

async function run(network: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const { as, tag, text, all } = options;
  const found = await withNetworks(options, async (networks) => {
    const label = options.names === true ? await networks.label(network) : (person: string) => person;
    const artifacts = await networks.repository(network, { as, tags: tag, text, all });
    return artifacts.map((one) => ({ ...one, contributors: one.contributors.map(label) }));
  });
  if (format === 'json') return writeJson(found);
  if (found.length === 0) return note('Nothing of that kind is in the repository.');
  write(found.map(inWords).join('\n\n'));
}

function inWords(one: ArtifactFound): string {
  const { artifact, type, title, summary, link, tags, contributors, buildsOn, status, version, uses, reviewBy } = one;
  const useful =
    one.shareUseful === null ? '' : `, useful to ${Math.round(one.shareUseful * 100)} % of those who rated`;
  const rows = [
    ['by', contributors.join(', ')],
    ['tags', tags.join(', ')],
    ...(buildsOn.length === 0 ? [] : [['builds on', buildsOn.join(', ')]]),
    ...(link === null ? [] : [['link', link]]),
    ['used', `${uses} times${useful}`],
    ['state', `${status}, version ${version}${reviewBy === null ? '' : `, looked at again by ${shortDate(reviewBy)}`}`],
  ];
  return [
    `${artifact} (${type}): ${title ?? '(what was written has been taken back)'}`,
    ...(summary === null ? [] : [`  ${summary}`]),
    textTable(
      [{ label: '  ' }, { label: '' }],
      rows.map(([what = '', said = '']) => [`  ${what}`, said]),
    ).trimEnd(),
  ].join('\n');
}
