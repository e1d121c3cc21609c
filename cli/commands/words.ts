/** `weft words NETWORK --as YOU`: what you wrote, and what was written for you, read back. Reports show figures and ids alone. */
import type { Command } from 'commander';
import type { WordsFound } from '../../workflows/host/client.ts';
import { shortDate } from '../dates.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

interface Options extends FormatOptions, DataOption {
  as: string;
  mine?: boolean;
  about?: string;
}

const PRIVACY = `
What you wrote is yours to read: a reflection, a promise, a claim. Of the others you see what they wrote for everybody, and
what your role or your part in it lets you see; nobody's private words, and nothing of an anonymous round. That you looked is
written to the audit log.

Examples:
  weft words three-regions --as p21
  weft words three-regions --as p21 --mine
  weft words three-regions --as p21 --about agenda-item`;

export function addWords(program: Command): void {
  const command = program
    .command('words')
    .description(
      'What somebody wrote, and what was written for them: agenda, framings, stories, claims, own reflections.',
    )
    .argument('<network>', 'its id (weft networks lists them)')
    .requiredOption('--as <person>', 'who reads: an id or an e-mail address')
    .option('--mine', 'only what they wrote themselves')
    .option('--about <id>', 'only this: agenda-1, claim-2, cycle-1, or all of a kind: story')
    .action(run)
    .addHelpText('after', PRIVACY);
  addData(command);
  addFormat(command);
}

async function run(network: string, options: Options): Promise<void> {
  const format = formatOf(options, 'text');
  const { as, mine, about } = options;
  const found = await withNetworks(options, (networks) => networks.wordsFor(network, { as, mine, about }));
  if (format === 'json') return writeJson(found);
  if (found.length === 0) return note(nothing(options));
  const headings = [...new Set(found.map(({ heading }) => heading))];
  write(
    headings
      .map((heading) => [heading, ...found.filter((one) => one.heading === heading).map(inWords)].join('\n'))
      .join('\n\n'),
  );
}

function inWords({ about, since, mine, words }: WordsFound): string {
  const whose = mine ? ', yours' : '';
  const lines = words.map(({ of, text }) => {
    const indented = text.replaceAll('\n', '\n      ');
    return words.length === 1 && SAYS_NOTHING.has(of) ? `    ${indented}` : `    ${of}: ${indented}`;
  });
  return [`  ${about} (${shortDate(since)}${whose})`, ...lines].join('\n');
}

/** Where there is one field, its name adds nothing to the heading. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['text', 'title', 'question']);

function nothing({ mine, about }: Options): string {
  if (about !== undefined) return `There are no words for you about ${about}; without --about you see all there are.`;
  return mine === true ? 'You have written nothing so far.' : 'Nothing has been written for you so far.';
}
