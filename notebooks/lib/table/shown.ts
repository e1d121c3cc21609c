/**
 * What of a table is shown: its columns without the reasons, cells as text, and beneath it what the dashes mean. HTML and
 * plain text are two ways to write this one value.
 */
import { type CellValue, cellText, type Format } from './cells.ts';

export interface Shown {
  caption: string;
  columns: { name: string; isNumeric: boolean }[];
  rows: ShownCell[][];
  notes: readonly string[];
}

export interface ShownCell {
  text: string;
  /** Why it is not known, where it is not. */
  reason: string | null;
}

/** A column of this name says why cells of the column before it are null. */
export function reasonColumn(name: string): string {
  return `${name} (reason)`;
}

/** Different reasons beyond these are counted, not listed. */
const REASONS_SAID = 3;

export function shownTable(
  names: readonly string[],
  rows: readonly Record<string, CellValue>[],
  words: { caption: string; notes: readonly string[]; formats: Readonly<Record<string, Format>> },
): Shown {
  const all = new Set(names);
  const reasons = new Set(names.map(reasonColumn).filter((name) => all.has(name)));
  const columns = names.filter((name) => !reasons.has(name));
  return {
    caption: words.caption,
    columns: columns.map((name) => ({ name, isNumeric: isNumeric(rows, name) })),
    rows: rows.map((row) =>
      columns.map((name) => ({ text: cellText(row[name], words.formats[name]), reason: reasonOf(row, name) })),
    ),
    notes: [...whyUnknown(rows, columns), ...words.notes],
  };
}

function reasonOf(row: Record<string, CellValue>, name: string): string | null {
  const reason = row[reasonColumn(name)];
  return row[name] === null && typeof reason === 'string' ? reason : null;
}

function isNumeric(rows: readonly Record<string, CellValue>[], name: string): boolean {
  const known = rows.map((row) => row[name]).filter((cell) => cell !== null && cell !== undefined);
  return known.length > 0 && known.every((cell) => typeof cell === 'number');
}

/** "constraint, degree: – for 3 (no ties to anybody)": columns that lack the same are named together. */
function whyUnknown(rows: readonly Record<string, CellValue>[], columns: readonly string[]): string[] {
  const names = new Map<string, string[]>();
  for (const name of columns) {
    const why = reasonsInWords(rows, name);
    if (why !== null) names.set(why, [...(names.get(why) ?? []), name]);
  }
  return [...names].map(([why, of]) => `${of.join(', ')}: – for ${why}`);
}

function reasonsInWords(rows: readonly Record<string, CellValue>[], name: string): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const reason = reasonOf(row, name);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const each = [...counts].map(([reason, count]) => `${count} (${reason})`);
  const more = each.length > REASONS_SAID ? ` and ${each.length - REASONS_SAID} other reasons` : '';
  return each.slice(0, REASONS_SAID).join(', ') + more;
}
