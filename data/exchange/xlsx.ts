/**
 * Workbooks (XLSX): each sheet is a table. Read with fflate and saxes rather than a spreadsheet library, because the
 * libraries turn error cells into blanks, lose the row of a cell, or fill a gap of a billion rows with empty ones.
 *
 * A formula counts as the value that Excel kept for it; an error (#N/A) is a problem; dates are numbers in Excel and
 * become ISO dates where the cell's format is one of dates, in the 1900 or the 1904 calendar as the workbook says.
 */
import { unzipSync } from 'fflate';
import { ImportError, Problems, refuse } from './import-error.ts';
import { shapeOf } from './import-tables.ts';
import { LIMITS } from './limits.ts';
import { type Table, type TableRow, tableOf } from './table.ts';
import { dateStylesOf, excelDate } from './xlsx-dates.ts';
import { readXml } from './xml.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

export function readXlsx(bytes: Uint8Array, file: string, problems: Problems, notes: string[]): Table[] {
  const parts = unzip(bytes, file);
  const workbook = readWorkbook(parts, file);
  const shared = readSharedStrings(parts, file);
  const dateStyles = dateStylesOf(partOf(parts, 'xl/styles.xml'), `${file} styles`);
  const tables: Table[] = [];
  const left: { name: string; problems: Problems }[] = [];
  for (const sheet of workbook.sheets) {
    const part = partOf(parts, sheet.path);
    if (!part) refuse(file, null, null, `lists the sheet ${sheet.name} but does not hold it; save it again`);
    const found = new Problems();
    const called = `${file} sheet ${sheet.name}`;
    const rows = readSheet(part, called, { shared, dateStyles, is1904: workbook.is1904 }, found);
    const isEmpty = rows.every((row) => row.cells.every((cell) => cell === ''));
    if (isEmpty && workbook.sheets.length > 1) continue;
    const table = tableOf({ file: called, name: sheet.name, rows, decimalComma: false, strictWidth: false }, found);
    if (table && shapeOf(table) !== null) {
      tables.push(table);
      takeOver(found, problems);
    } else {
      left.push({ name: sheet.name, problems: found });
      if (table && workbook.sheets.length === 1) tables.push(table);
    }
  }
  if (tables.length > 0)
    for (const { name } of left) notes.push(`${file}: sheet ${name} is not read; it is no table of ours`);
  else for (const one of left) takeOver(one.problems, problems);
  if (tables.length === 0 && problems.total === 0) {
    const message = 'has no sheet with members (id) or ties (source, target); name the columns in the first row';
    problems.add(file, null, null, message);
  }
  return tables;
}

function takeOver(found: Problems, problems: Problems): void {
  try {
    found.throwIfAny();
  } catch (error) {
    problems.absorb(error);
  }
}

/** More entries than any workbook has: a directory that claims so is made to keep the reader busy. */
const ENTRIES = 5_000;

function unzip(bytes: Uint8Array, file: string): Parts {
  const most = Math.max(bytes.length * LIMITS.expansionRatio, LIMITS.expansionFreeBytes);
  let entries = 0;
  let expanded = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > ENTRIES) refuse(file, null, null, 'has more parts than a workbook; save it again in Excel');
        if (!/^\/?xl\/.*\.(?:xml|rels)$/i.test(name)) return false;
        expanded += originalSize;
        if (expanded > most) refuse(file, null, null, `expands to more than ${LIMITS.expansionRatio} times its size`);
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, part]) => [partName(name), part]));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    return refuse(file, null, null, 'is not a workbook that can be opened; save it as .xlsx in Excel');
  }
}

function readWorkbook(parts: Parts, file: string) {
  const workbook = partOf(parts, 'xl/workbook.xml');
  const relations = partOf(parts, 'xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) refuse(file, null, null, 'is not a workbook; save it as .xlsx in Excel');
  const targets = new Map<string, string>();
  readXml(relations, `${file} relations`, {
    open({ name, attributes }) {
      const target = attributes.get('Target') ?? '';
      if (name === 'Relationship') {
        targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      }
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  readXml(workbook, `${file} workbook`, {
    open({ name, attributes }) {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/i.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const id = [...attributes].find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '';
      const path = targets.get(id) ?? '';
      // Charts and macros are sheets too, in folders of their own.
      if (/worksheets\//i.test(path)) sheets.push({ name: (attributes.get('name') ?? '').slice(0, 60), path });
    },
  });
  return { sheets, is1904 };
}

function readSharedStrings(parts: Parts, file: string): string[] {
  const part = partOf(parts, 'xl/sharedStrings.xml');
  const strings: string[] = [];
  if (!part) return strings;
  readXml(part, `${file} texts`, {
    open({ name }) {
      if (name === 'si') strings.push('');
    },
    text(text, path) {
      // rPh holds how an East Asian text is spoken, which is not part of it.
      if (path.at(-1) === 't' && !path.includes('rPh') && strings.length > 0) strings[strings.length - 1] += text;
    },
  });
  return strings.map(unescapeXlsx);
}

interface SheetContext {
  shared: readonly string[];
  dateStyles: ReadonlySet<number>;
  is1904: boolean;
}

function readSheet(part: Uint8Array, file: string, context: SheetContext, problems: Problems): TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  let column = -1;
  let cell: { type: string; style: number; text: string; awaitsValue: boolean } | null = null;
  readXml(part, file, {
    open({ name, attributes }) {
      if (name === 'row') {
        line = Number(attributes.get('r') ?? line + 1);
        if (!Number.isSafeInteger(line)) refuse(file, null, null, 'numbers its rows in a way that cannot be read');
        column = -1;
        rows.push({ line, cells: [] });
        if (rows.length > LIMITS.rows + 1) refuse(file, null, null, `has more than ${LIMITS.rows} rows`);
      } else if (name === 'c') {
        column = columnIndex(attributes.get('r')) ?? column + 1;
        cell = {
          type: attributes.get('t') ?? 'n',
          style: Number(attributes.get('s') ?? -1),
          text: '',
          awaitsValue: false,
        };
      } else if (cell && (name === 'f' || name === 'v')) {
        cell.awaitsValue = name === 'f';
      }
    },
    text(text, path) {
      if (cell && (path.at(-1) === 'v' || (path.at(-1) === 't' && path.at(-2) !== 'rPh'))) cell.text += text;
    },
    close(name) {
      if (name !== 'c' || !cell) return;
      const row = rows.at(-1);
      const { type, style, text, awaitsValue } = cell;
      cell = null;
      if (awaitsValue) {
        const message = 'holds a formula without its value; open the workbook in Excel and save it';
        problems.add(file, line, letters(column), message);
      }
      if (!row || text === '') return;
      if (column >= LIMITS.columns) refuse(file, line, null, `has a value beyond column ${LIMITS.columns}; remove it`);
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = valueOfCell(type, style, text, context, (message) =>
        problems.add(file, line, letters(column), message),
      );
    },
  });
  return rows;
}

function valueOfCell(
  type: string,
  style: number,
  text: string,
  context: SheetContext,
  problem: (message: string) => void,
): string {
  switch (type) {
    case 's': {
      const shared = context.shared[Number(text)];
      if (shared === undefined) problem('refers to a text that the workbook does not hold; save it again in Excel');
      return shared ?? '';
    }
    case 'str':
    case 'inlineStr':
      return unescapeXlsx(text);
    case 'b':
      return text === '1' ? 'true' : 'false';
    case 'd':
      return text.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'e':
      problem('holds an error of Excel (such as #N/A); mend the formula or clear the cell');
      return '';
    default: {
      const number = Number(text);
      if (!Number.isFinite(number)) {
        problem('holds a number that cannot be read; type it again');
        return '';
      }
      if (!context.dateStyles.has(style)) return String(number);
      const date = excelDate(number, context.is1904);
      if (date === null) problem('holds a date that no calendar has (Excel knows 29 February 1900); correct it');
      return date ?? '';
    }
  }
}

/** AB12 → 27. */
function columnIndex(reference: string | undefined): number | null {
  const found = /^([A-Za-z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (!found) return null;
  return [...found.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** Excel writes characters that XML cannot hold as _x000D_. */
function unescapeXlsx(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function partOf(parts: Parts, name: string): Uint8Array | undefined {
  return parts.get(partName(name));
}

function partName(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}
