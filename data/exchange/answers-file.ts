/**
 * Answers to a questionnaire in a file: CSV with a row for each member (`member`, then a column for each item), or for each
 * contact where those are asked for (`member`, `to`, then the items); or YAML, a list of `{ member, answers, contacts }`.
 *
 * Only the form is read here, and every problem is said by line and field; whether it answers the questionnaire is
 * checked where rounds are known.
 */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Questionnaire } from '../records/index.ts';
import { wordsFor } from './charter-words.ts';
import { readCsv } from './csv.ts';
import { Problems } from './import-error.ts';
import { decodeText } from './text.ts';

export interface FiledAnswers {
  line: number;
  /** As the file calls the member. */
  member: string;
  answers: Record<string, number | string>;
  contacts: { to: string; ratings: Record<string, number> }[];
  /** The line of each contact, in the same order. */
  contactLines: number[];
}

const MOST_BYTES = 5_000_000;

const Entry = z.strictObject({
  member: z.string().min(1).max(200),
  answers: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  contacts: z
    .array(z.strictObject({ to: z.string().min(1).max(200), ratings: z.record(z.string(), z.number()) }))
    .default([]),
});

/** @throws ImportError naming every problem by line and field. */
export function readAnswers(bytes: Uint8Array, file: string, questionnaire: Questionnaire): FiledAnswers[] {
  const problems = new Problems();
  if (bytes.length > MOST_BYTES) {
    problems.add(file, null, null, `has ${bytes.length} bytes; at most ${MOST_BYTES} are read`);
    problems.throwIfAny();
  }
  const filed = /\.ya?ml$/i.test(file)
    ? fromYaml(decodeText(bytes, file), file, problems)
    : fromCsv(bytes, file, questionnaire, problems);
  const lines = new Map<string, number>();
  for (const { member, line } of filed) {
    const before = lines.get(member);
    if (before !== undefined) problems.add(file, line, 'member', `answers before already, in line ${before}`);
    lines.set(member, line);
  }
  problems.throwIfAny();
  return filed;
}

function fromYaml(text: string, file: string, problems: Problems): FiledAnswers[] {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  for (const { pos } of doc.errors) problems.add(file, counter.linePos(pos[0]).line, null, 'cannot be read as YAML');
  problems.throwIfAny();
  if (!isSeq(doc.contents)) {
    problems.add(file, 1, null, 'is no list; write for each member: - member: …, answers: { … }');
    return [];
  }
  const values = doc.toJS({ maxAliasCount: 0 }) as unknown[];
  return doc.contents.items.flatMap((node, index) => {
    const start = isMap(node) ? (node.range?.[0] ?? 0) : 0;
    const { line } = counter.linePos(start);
    const result = Entry.safeParse(values[index], { error: wordsFor });
    if (result.success) return [{ line, ...result.data, contactLines: result.data.contacts.map(() => line) }];
    for (const { path, message } of result.error.issues) problems.add(file, line, path.join('.') || null, message);
    return [];
  });
}

function fromCsv(bytes: Uint8Array, file: string, { items }: Questionnaire, problems: Problems): FiledAnswers[] {
  const table = readCsv(bytes, file, problems);
  if (table === null) return [];
  const relational = items.filter(({ type }) => type === 'relational');
  const isByContact = table.header.includes('to');
  const asked = isByContact ? relational : items.filter(({ type }) => type !== 'relational');
  const known = ['member', ...(isByContact ? ['to'] : []), ...asked.map(({ id }) => id)];
  for (const column of known.filter((name) => !table.header.includes(name))) {
    problems.add(
      file,
      table.headerLine,
      column,
      'is missing; the columns are member and the items of the questionnaire',
    );
  }
  for (const column of table.header.filter((name) => !known.includes(name))) {
    problems.add(file, table.headerLine, column, 'is none of the questionnaire; remove it');
  }
  problems.throwIfAny();
  const filed = new Map<string, FiledAnswers>();
  const rows: FiledAnswers[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (name: string) => (cells[table.header.indexOf(name)] ?? '').trim();
    const member = cell('member');
    if (member === '') problems.add(file, line, 'member', 'is empty; say who answers');
    const values: Record<string, number | string> = {};
    for (const { id, type } of asked) {
      const text = cell(id);
      if (text === '') continue;
      const isNumber = type !== 'text' && type !== 'choice';
      const number = Number(table.decimalComma ? text.replace(',', '.') : text);
      if (isNumber && !Number.isFinite(number)) problems.add(file, line, id, 'is no number');
      else values[id] = isNumber ? number : text;
    }
    if (!isByContact) {
      rows.push({ line, member, answers: values, contacts: [], contactLines: [] });
      continue;
    }
    const entry = filed.get(member) ?? { line, member, answers: {}, contacts: [], contactLines: [] };
    entry.contacts.push({ to: cell('to'), ratings: values as Record<string, number> });
    entry.contactLines.push(line);
    if (!filed.has(member)) rows.push(entry);
    filed.set(member, entry);
  }
  return rows;
}
