/**
 * A network as files that can be read without Weft: a page that opens in any browser, the same in Markdown, a table for
 * each kind of record, the last health report, what every column means, and the SHA-256 of every file beside the head of
 * the audit chain. Nothing in it depends on when it was made: the same facts give the same bytes.
 *
 * `nodes.csv`, `edges.csv` and what lies beside them are read back by `weft measure`.
 */
import { createHash } from 'node:crypto';
import { KIND_NAMES, KINDS, type Kind, type NetworkRecords, type RecordKind } from '../../records/index.ts';
import { canonicalJson } from '../../store/json.ts';
import { type CsvCell, writeCsvTable } from '../csv.ts';
import { writeCsv } from '../write-tables.ts';
import { dictionaryOf } from './dictionary.ts';
import { type Page, type PageSection, pageHtml, pageMarkdown } from './page.ts';
import type { ArchiveSource } from './source.ts';
import { AS_FILES, AS_TABLES, KEPT, type Kept } from './what-is-kept.ts';

/** The whole list is in the table's file. */
const ROWS_ON_PAGE = 200;
export const INTEGRITY = 'integrity.json';

/** Texts by path within the archive. */
export function archiveOf(source: ArchiveSource): Map<string, string> {
  const files = new Map<string, string>();
  const tables: { file: string; kind: Kind; columns: string[] }[] = [];
  const sections: PageSection[] = [charterSection(source)];
  files.set('charter.json', `${JSON.stringify(JSON.parse(canonicalJson(source.charter)), null, 2)}\n`);
  for (const entry of source.facts) {
    if (entry.facts.length === 0) continue;
    const table = tableOf(entry, source.words);
    const file = `records/${entry.kind}.csv`;
    files.set(file, writeCsvTable(table.columns, table.rows));
    tables.push({ file, kind: entry.kind, columns: table.columns });
    sections.push(sectionOf(entry.kind, entry.kept, file, table));
  }
  const measured = writeCsv(source.records);
  for (const [name, text] of measured) files.set(name, text);
  tables.push(...tablesOfRecords(measured));
  sections.push(networkSection(source.records, [...measured.keys()]), ...reportSections(source, files));
  if (source.names !== null) {
    files.set(
      'people.csv',
      writeCsvTable(
        ['id', 'name'],
        source.names.map(({ id, name }) => [id, name]),
      ),
    );
  }
  const dictionary = dictionaryOf(tables);
  const rows = dictionary.map(({ file, column, type, says }) => [file, column, type, says]);
  files.set('dictionary.csv', writeCsvTable(['file', 'column', 'type', 'says'], rows));
  sections.push(dictionarySection(source));
  const page: Page = { title: `${source.charter.name}: what it did and learned`, paragraphs: about(source), sections };
  files.set('index.html', pageHtml(page));
  files.set('index.md', pageMarkdown(page));
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  sorted.set(INTEGRITY, integrityOf(source, sorted));
  return sorted;
}

function about({ network, charter, audit, names }: ArchiveSource): string[] {
  return [
    `The archive of the learning network ${network}. Nothing but a browser, a spreadsheet or a text editor is needed to read it.`,
    names === null
      ? 'People stand in it by id only. Private things are not in it: reflections, access needs, promises, votes of single people, words that were not meant for others, and whoever was erased.'
      : 'The charter says that names belong to it (people.csv). Private things are not in it: reflections, access needs, promises, votes of single people, words that were not meant for others, and whoever was erased.',
    `What members were told about their answers: ${charter.consent.statement} Whoever holds this archive is bound by that.`,
    `${INTEGRITY} holds the SHA-256 of every file, and the head of the audit chain after ${audit.entries} entries.`,
  ];
}

function charterSection({ charter }: ArchiveSource): PageSection {
  const rows = [
    ['challenge', charter.challenge],
    ['vision', charter.vision],
    ['call to action', charter.callToAction],
    ['value proposition', charter.valueProposition],
    ['scope', charter.scope],
    ['horizon', charter.horizon],
  ];
  return {
    ...{ id: 'charter', title: 'Charter', paragraphs: [] },
    files: [{ path: 'charter.json', says: 'the whole charter' }],
    table: { columns: ['of', 'it says'], rows },
  };
}

interface Table {
  columns: string[];
  rows: CsvCell[][];
}

function tableOf({ kind, kept, facts }: ArchiveSource['facts'][number], words: ReadonlyMap<string, string>): Table {
  const without = (kept.without ?? []) as readonly string[];
  const columns = (KINDS[kind] as RecordKind).columns.filter((column) => !without.includes(column));
  const opened = (kept.words ?? []) as readonly string[];
  const rows = facts.map(({ body, validFrom }) => {
    const fields = body as Record<string, unknown>;
    return [...columns.map((column) => cellOf(fields[column], opened.includes(column), words)), validFrom];
  });
  return { columns: [...columns, 'since'], rows };
}

const REFERENCE = /^t-[0-9a-f]{16,64}$/;

function cellOf(value: unknown, isOpened: boolean, words: ReadonlyMap<string, string>): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  // A reference says nothing to whoever cannot open it.
  if (typeof value === 'string') return REFERENCE.test(value) ? (isOpened ? (words.get(value) ?? null) : null) : value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join('; ');
  return canonicalJson(value);
}

function sectionOf(kind: Kind, { title }: Kept, file: string, { columns, rows }: Table): PageSection {
  const shown = rows.slice(0, ROWS_ON_PAGE).map((row) => row.map(onPage));
  const rest = rows.length - shown.length;
  const { says } = KINDS[kind] as RecordKind;
  return {
    ...{ id: kind, title },
    paragraphs: [says, ...(rest > 0 ? [`The first ${ROWS_ON_PAGE} are shown; ${rest} more are in the file.`] : [])],
    files: [{ path: file, says: 'the same as a table' }],
    table: { columns, rows: shown },
  };
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T[\d:.]+Z$/;

/** A person reads days; the table's file has the instant. */
function onPage(cell: CsvCell): string {
  return cell === null ? '' : String(cell).replace(INSTANT, '$1');
}

const MEASURED: Readonly<Record<string, { kind: Kind; says: string }>> = {
  'nodes.csv': { kind: 'member', says: 'members by id, with what may be shown of them in aggregate' },
  'edges.csv': { kind: 'tie', says: 'ties between members' },
  'edges-without-strength.csv': { kind: 'tie', says: 'ties without a strength' },
  'adoptions.csv': { kind: 'adoption', says: 'who took up which practice, and when' },
  'waves.csv': { kind: 'wave', says: 'surveys' },
  'responses.csv': { kind: 'response', says: 'who was asked in which survey, and answered' },
  'contributions.csv': { kind: 'contribution', says: 'who gave something to which stage' },
};

function tablesOfRecords(written: ReadonlyMap<string, string>): { file: string; kind: Kind; columns: string[] }[] {
  return [...written].map(([file, text]) => ({
    ...{ file, kind: MEASURED[file]?.kind ?? 'member' },
    columns: (text.split('\n')[0] ?? '').split(','),
  }));
}

function networkSection({ members, ties }: NetworkRecords, files: readonly string[]): PageSection {
  const active = members.filter(({ status }) => status === 'active').length;
  return {
    ...{ id: 'network', title: 'The network', table: null },
    paragraphs: [`${members.length} members, ${active} of them active at the end, and ${ties.length} ties.`],
    files: files.map((path) => ({ path, says: MEASURED[path]?.says ?? 'a table' })),
  };
}

function reportSections({ lastReport, figures }: ArchiveSource, files: Map<string, string>): PageSection[] {
  if (lastReport === null) return [];
  files.set('report.html', withoutScripts(lastReport.html));
  files.set('report.md', lastReport.markdown);
  files.set('report.json', lastReport.json);
  const rows = Object.entries(figures?.figures ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([figure, value]): [string, number | null] => [figure, value]);
  files.set('figures.csv', writeCsvTable(['figure', 'value'], rows));
  const shown = rows.map(([figure, value]) => [figure, value === null ? 'not known' : String(value)]);
  return [
    {
      ...{ id: 'report', title: 'Figures of the last report' },
      paragraphs: [`As of ${lastReport.asOf.slice(0, 10)} (${lastReport.check}).`],
      files: [
        { path: 'report.html', says: 'the report' },
        { path: 'report.md', says: 'the report as text' },
        { path: 'report.json', says: 'the report as data' },
        { path: 'figures.csv', says: 'its figures' },
      ],
      table: { columns: ['figure', 'value'], rows: shown },
    },
  ];
}

/** The report carries its data as JSON in an element of that kind; in an archive it lies beside it as a file. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>\n?/gi, '');
}

function dictionarySection({ names }: ArchiveSource): PageSection {
  const kept = new Set<Kind>([...(Object.keys(KEPT) as Kind[]), ...AS_TABLES, ...AS_FILES]);
  const out = KIND_NAMES.filter((kind) => !kept.has(kind)).sort();
  return {
    ...{ id: 'dictionary', title: 'What the columns mean', table: null },
    paragraphs: [`Kinds of record that are not in the archive: ${out.join(', ')}.`],
    files: [
      { path: 'dictionary.csv', says: 'every column of every table' },
      ...(names === null ? [] : [{ path: 'people.csv', says: 'who is behind an id' }]),
      { path: INTEGRITY, says: 'SHA-256 of every file, and the head of the audit chain' },
    ],
  };
}

function integrityOf({ network, audit }: ArchiveSource, files: ReadonlyMap<string, string>): string {
  const digests = Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)]));
  return `${JSON.stringify({ format: 'weft-archive', version: 1, network, audit, files: digests }, null, 2)}\n`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
