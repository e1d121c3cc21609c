/** A table as plain text, aligned: for a terminal, a diff, and whoever reads the notebook's file. */
import { textTable } from '../../../data/exchange/text-table.ts';
import type { Shown } from './shown.ts';

const ROWS_SHOWN = 25;
const COLUMNS_SHOWN = 10;
const CHARACTERS_SHOWN = 140;

export function tableText({ caption, columns, rows, notes }: Shown): string {
  const lines = textTable(
    columns
      .slice(0, COLUMNS_SHOWN)
      .map(({ name, isNumeric }) => ({ label: name, align: isNumeric ? ('right' as const) : ('left' as const) })),
    rows.slice(0, ROWS_SHOWN).map((cells) => cells.slice(0, COLUMNS_SHOWN).map(({ text }) => shortened(text))),
  ).trimEnd();
  const left = [
    ...(rows.length > ROWS_SHOWN ? [`${rows.length - ROWS_SHOWN} more rows`] : []),
    ...(columns.length > COLUMNS_SHOWN ? [`${columns.length - COLUMNS_SHOWN} more columns`] : []),
  ];
  const cut = left.length === 0 ? [] : [`… and ${left.join(' and ')}; .csv('file.csv') writes all`];
  return [caption, lines, ...cut, ...notes].filter((line) => line !== '').join('\n');
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > CHARACTERS_SHOWN ? `${letters.slice(0, CHARACTERS_SHOWN).join('')}…` : text;
}
