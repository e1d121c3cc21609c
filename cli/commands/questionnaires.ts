/** `weft questionnaires`: what is asked and what becomes of an answer; checks one of your own; takes answers from a file. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import type { Questionnaire } from '../../data/records/index.ts';
import { UsageError } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, write, writeJson } from '../output.ts';
import { textOf } from '../text-of.ts';

interface Options extends FormatOptions, DataOption {
  check?: string;
  answers?: string;
  network?: string;
  round?: string;
}

export function addQuestionnaires(program: Command): void {
  const command = program
    .command('questionnaires')
    .description('Lists what members are asked; with a name, explains one. A charter may bring its own.')
    .argument('[name]', 'a questionnaire, such as pulse')
    .option('--network <id>', 'with those of this network’s charter')
    .option('--check <file>', 'whether a YAML file is a questionnaire, and what is wrong with it')
    .option('--answers <file>', 'takes answers from a CSV or YAML file; needs --network and --round')
    .option('--round <round>', 'the round that they answer')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft questionnaires pulse');
  addData(command);
  addFormat(command);
}

async function run(name: string | undefined, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  if (options.check !== undefined) {
    const found = await checked(options.check);
    if (format === 'json') return writeJson(found);
    return write(`${basename(options.check)} is a questionnaire.\n\n${inWords(found)}`);
  }
  if (options.answers !== undefined) {
    const { network, round, answers } = options;
    if (network === undefined || round === undefined) {
      throw new UsageError('--answers: say of which network and round: --network ID --round ROUND');
    }
    const imported = await withNetworks(options, (networks) => networks.importAnswers(network, round, answers));
    if (format === 'json') return writeJson(imported);
    return write(`${imported.answered} answers to ${imported.round} are taken.`);
  }
  const all = await known(options);
  if (name === undefined) {
    if (format === 'json') return writeJson(all);
    return write(
      textTable(
        [{ label: 'questionnaire' }, { label: 'answers' }, { label: 'items', align: 'right' }, { label: 'title' }],
        all.map(({ questionnaire, answers, items, title }) => [questionnaire, answers, String(items.length), title]),
      ),
    );
  }
  const found = all.find(({ questionnaire }) => questionnaire === name);
  if (found === undefined) {
    const names = all.map(({ questionnaire }) => questionnaire).join(', ');
    throw new UsageError(`there is no questionnaire '${name}'; there are ${names}`);
  }
  if (format === 'json') return writeJson(found);
  write(inWords(found));
}

async function checked(path: string): Promise<Questionnaire> {
  const { readQuestionnaire } = await import('../../data/exchange/questionnaire-yaml.ts');
  return readQuestionnaire(await textOf(path), basename(path));
}

/** Those that ship, and before them what the charter brings under the same names. */
async function known(options: Options): Promise<Questionnaire[]> {
  const { builtInQuestionnaires } = await import('../../data/questionnaires/index.ts');
  const { network } = options;
  const own =
    network === undefined
      ? []
      : await withNetworks(options, async (networks) => (await networks.charter(network)).charter.questionnaires);
  const names = new Set(own.map(({ questionnaire }) => questionnaire));
  return [...own, ...builtInQuestionnaires().filter(({ questionnaire }) => !names.has(questionnaire))];
}

const PROMISES = {
  anonymous: 'Answers are counted and never kept beside a name; counts are shown once a round is closed.',
  named: 'Answers are kept by name, and seen by those whom the charter’s consent names.',
  private: 'What is written is sealed and its writer’s own; that somebody has answered is counted.',
} as const;

function inWords({ questionnaire, version, title, about, answers, smallestGroup, items }: Questionnaire): string {
  return [
    `${title} (${questionnaire}, version ${version})`,
    about,
    `${PROMISES[answers]} Nothing is shown of fewer than ${smallestGroup}.`,
    ...items.map(({ id, ask, type, anchors, options, modality }) =>
      [
        `${id} (${modality === undefined ? type : `${type}, ${modality}`}): ${ask}`,
        ...(anchors ?? []).map((anchor, at) => `  ${at + 1}  ${anchor}`),
        ...(options ?? []).map((option) => `  ${option.id}  ${option.text}`),
      ].join('\n'),
    ),
  ].join('\n\n');
}
