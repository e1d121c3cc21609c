/**
 * A measurement's figures as tables: the network's one a row, members and groups one column a metric, and what is itself a
 * table (a mixing matrix, brokerage by role) as one.
 */
import { type CellValue, csvCell } from '../table/cells.ts';
import { reasonColumn } from '../table/shown.ts';
import { type Row, Table, type TableWords } from '../table/table.ts';
import type { Figure, FigureValue } from './figure.ts';

/** The figures of the whole network: value, band, test and reason, one a row. */
export function networkTable(figures: readonly Figure[], words: TableWords): Table {
  const rows = figures.filter(({ values }) => values === undefined);
  const titleOf = titlesOf(figures);
  const column = (cellOf: (figure: Figure) => CellValue): CellValue[] => rows.map(cellOf);
  const columns: [string, CellValue[]][] = [
    ['figure', column(titleOf)],
    ['value', column(({ value }) => plain(value))],
    ['low', column(({ low }) => low)],
    ['high', column(({ high }) => high)],
    ['p', column(({ details }) => (typeof details.p === 'number' ? details.p : null))],
    ['n', column(({ n }) => n)],
    ['ties', column(({ m }) => m)],
    ['reason', column(({ reason, value }) => reason ?? entries(value))],
  ];
  const isSaid = ([name, cells]: [string, CellValue[]]): boolean =>
    name === 'value' || cells.some((cell) => cell !== null);
  return new Table(Object.fromEntries(columns.filter(isSaid)), words);
}

/** One row a member (or group), one column a metric; figures that are several a member stand beside each other. */
export function subjectTable(scope: 'member' | 'group', figures: readonly Figure[], words: TableWords): Table {
  const own = figures.filter((figure) => figure.scope === scope && figure.values !== undefined);
  const names = [...new Set(own.flatMap(({ values }) => Object.keys(values ?? {})))];
  const titleOf = titlesOf(figures);
  const columns: [string, CellValue[]][] = [[scope, names]];
  for (const figure of own) columns.push(...columnsOf(figure, titleOf(figure), names));
  return new Table(Object.fromEntries(columns), words);
}

function columnsOf(figure: Figure, title: string, names: readonly string[]): [string, CellValue[]][] {
  const figureOf = (name: string): FigureValue | null => own(figure.values ?? {}, name) ?? null;
  const reasons = names.map((name) =>
    figureOf(name) === null ? (own(figure.reasons ?? {}, name) ?? figure.reason) : null,
  );
  const why: [string, CellValue[]][] = reasons.some((reason) => reason !== null)
    ? [[reasonColumn(title), reasons]]
    : [];
  const parts = [...new Set(names.flatMap((name) => partsOf(figureOf(name))))];
  if (parts.length === 0) return [[title, names.map((name) => plain(figureOf(name)))], ...why];
  return parts.flatMap((part): [string, CellValue[]][] => {
    const cells = names.map((name) => plain(partOf(figureOf(name), part)));
    const whyPart: [string, CellValue[]][] = why.map(([, cellsWhy]) => [reasonColumn(`${title} ${part}`), cellsWhy]);
    return [[`${title} ${part}`, cells], ...whyPart];
  });
}

/** A value that is a list or a table, as a table: a matrix by group, a list one entry a row. Null where it is none. */
export function valueTable(figure: Figure, words: TableWords): Table | null {
  const { value, details } = figure;
  if (typeof value !== 'object' || value === null) return null;
  const groups = Array.isArray(details.groups) ? details.groups.map(String) : null;
  if (isList(value)) {
    const rows = value.map((row) => (isList(row) ? row : [row]));
    const width = Math.max(0, ...rows.map((row) => row.length));
    const isMatrix = groups !== null && groups.length === value.length && groups.length === width;
    const heads = isMatrix ? groups : Array.from({ length: width }, (_, at) => (width === 1 ? 'entry' : `${at + 1}`));
    const columns: [string, CellValue[]][] = heads.map((head, at) => [
      isMatrix ? `to ${head}` : head,
      rows.map((row) => plain(row[at])),
    ]);
    return new Table(Object.fromEntries(isMatrix ? [['from', groups], ...columns] : columns), words);
  }
  const keys = Object.keys(value);
  return new Table({ entry: keys, value: keys.map((key) => plain(value[key])) }, words);
}

/** A row a figure of whatever scope: for spreadsheets and for arquero. Lists and tables stand in it as JSON. */
export function tidyTable(figures: readonly Figure[], words: TableWords): Table {
  const rows = figures.flatMap((figure): Row[] => {
    const { metric, scope, low, high, details, reason } = figure;
    const common = { metric, scope, practice: practiceOf(figure) };
    if (figure.values === undefined) {
      const p = typeof details.p === 'number' ? details.p : null;
      return [{ ...common, subject: null, value: csvCell(figure.value), low, high, p, reason }];
    }
    return Object.entries(figure.values).map(([subject, value]) => {
      const why = own(figure.reasons ?? {}, subject) ?? reason;
      return { ...common, subject, value: csvCell(value), low: null, high: null, p: null, reason: why };
    });
  });
  const names = ['metric', 'practice', 'scope', 'subject', 'value', 'low', 'high', 'p', 'reason'];
  return new Table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)])), words);
}

/** The metric, and of which practice where these figures are of several. */
function titlesOf(figures: readonly Figure[]): (figure: Figure) => string {
  const practices = new Set(figures.map(practiceOf).filter((practice) => practice !== null));
  return (figure) => {
    const practice = practiceOf(figure);
    return practice === null || practices.size < 2 ? figure.metric : `${figure.metric} (${practice})`;
  };
}

function practiceOf({ details }: Figure): string | null {
  return typeof details.practice === 'string' ? details.practice : null;
}

/** What fits in a cell; lists and tables have a table of their own. */
function plain(value: FigureValue | null | undefined): CellValue {
  return typeof value === 'object' || value === undefined ? null : value;
}

function entries(value: FigureValue | null | undefined): string | null {
  return typeof value === 'object' && value !== null ? 'a table: see .table(…)' : null;
}

function isList(value: FigureValue | null | undefined): value is readonly FigureValue[] {
  return Array.isArray(value);
}

function partsOf(value: FigureValue | null): string[] {
  return typeof value === 'object' && value !== null && !isList(value) ? Object.keys(value) : [];
}

function partOf(value: FigureValue | null, part: string): FigureValue | null {
  if (typeof value !== 'object' || value === null || isList(value)) return null;
  return own(value, part) ?? null;
}

/** A member may be called `constructor`. */
function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
