/** `weft practices`: the handbook, from the code. */
import type { Command } from 'commander';
import { textTable } from '../../data/exchange/text-table.ts';
import type { HandbookRow } from '../../workflows/contract/index.ts';
import { UsageError } from '../failures.ts';
import { addFormat, type FormatOptions, formatOf, note, write, writeJson } from '../output.ts';

export function addPractices(program: Command): void {
  const command = program
    .command('practices')
    .description(
      'What a network can do besides its cycles, and how a charter switches it on; with a name, all about one.',
    )
    .argument('[name]', 'a practice, such as peer-support')
    .action(run)
    .addHelpText('after', '\nExample:\n  weft practices peer-support');
  addFormat(command, ['text', 'json', 'markdown']);
}

async function run(name: string | undefined, options: FormatOptions): Promise<void> {
  const format = formatOf<'text' | 'json' | 'markdown'>(options, 'text');
  const { HANDBOOK, ROWS } = await import('../../workflows/contract/index.ts');
  const rows = name === undefined ? HANDBOOK : HANDBOOK.filter((row) => row.name === name);
  if (rows.length === 0) {
    const names = new Set(HANDBOOK.map((row) => row.name));
    throw new UsageError(`there is no practice '${name}'; there are ${[...names].join(', ')}`);
  }
  if (format === 'json') return writeJson(rows);
  if (format === 'markdown') return write((await import('../practices-markdown.ts')).practicesMarkdown(rows));
  if (name !== undefined) return write(rows.map(inWords).join('\n\n'));
  write(
    textTable(
      [{ label: 'row', align: 'right' }, { label: 'practice' }, { label: 'title' }, { label: 'messages' }],
      rows.map(({ row, name: practice, title, messages }) => [String(row), practice, title, messages.join(', ')]),
    ),
  );
  if (HANDBOOK.length < ROWS) note(`${HANDBOOK.length} of the handbook's ${ROWS} rows are built.`);
}

function inWords(row: HandbookRow): string {
  const lists = { messages: row.messages, records: row.records, metrics: row.metrics };
  return [
    `${row.title} (row ${row.row}, ${row.chapter})`,
    '',
    row.does,
    '',
    row.kind === 'lifecycle'
      ? `always on        how: ${row.setting} in the charter`
      : `switched on by   ${row.setting} in the charter; it begins with the phase ${row.beginsIn}`,
    ...(row.neverRests === null ? [] : [`never rests      ${row.neverRests}`]),
    ...Object.entries(lists).map(
      ([what, names]) => `${what.padEnd(17)}${names.length === 0 ? 'none' : names.join(', ')}`,
    ),
    `report section   ${row.section ?? 'none'}`,
    `module           ${row.module}`,
    `story            ${row.story}`,
  ].join('\n');
}
