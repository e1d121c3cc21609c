/**
 * A path, or several, → records. A folder is read as the tables in it that have a name we know (nodes.csv, edges.csv,
 * adoptions.csv, members.xlsx …); what else lies there is left alone and said. The ending of a file decides its format.
 */
import { createHash } from 'node:crypto';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readCsv } from './csv.ts';
import { readGexf } from './gexf.ts';
import { readGraphml } from './graphml.ts';
import { Problems, refuse } from './import-error.ts';
import type { ImportOptions, ImportResult, MeasurableResult } from './import-result.ts';
import { importTables, measureTables, type SourceTable, shapeOfName } from './import-tables.ts';
import { readJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { readPlainCsv } from './plain-csv.ts';
import { readXlsx } from './xlsx.ts';

type Format = (bytes: Uint8Array, file: string, problems: Problems, notes: string[]) => SourceTable[];

const csv: Format = (bytes, file, problems) => {
  const table = readPlainCsv(bytes, file) ?? readCsv(bytes, file, problems);
  return table ? [{ table }] : [];
};

const xlsx: Format = (bytes, file, problems, notes) =>
  readXlsx(bytes, file, problems, notes).map((table) => ({ table }));

/** To add a format: a reader that gives tables, and a line here. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.csv', csv],
  ['.tsv', csv],
  ['.txt', csv],
  ['.xlsx', xlsx],
  ['.graphml', readGraphml],
  ['.gexf', readGexf],
  ['.json', readJson],
]);

/** In a folder only tables are looked for: graph files are named one by one. */
const FOLDER_ENDINGS: readonly string[] = ['.csv', '.tsv', '.xlsx'];

/** Names that say a table is ours without saying of which shape: its columns do. */
const SURVEY_NAME = /^surveys?\b/i;

/** @throws ImportError with every problem found, each with file, line and column. */
export function readSource(path: string, options: ImportOptions = {}): Promise<ImportResult> {
  return readSources([path], options);
}

/** Several files of one network, such as members.csv and survey.csv. @throws ImportError */
export async function readSources(paths: readonly string[], options: ImportOptions = {}): Promise<ImportResult> {
  const { tables, problems, notes, files } = await tablesAt(paths);
  const result = importTables(tables, options, problems);
  return { ...result, notes: [...notes, ...result.notes], files: files.map(identified) };
}

/** What is at a path, for measuring: ties of a plain file stay in columns, and nothing else differs. @throws ImportError */
export async function readMeasurable(path: string, options: ImportOptions = {}): Promise<MeasurableResult> {
  const { tables, problems, notes } = await tablesAt([path]);
  const result = measureTables(tables, options, problems);
  return { ...result, notes: [...notes, ...result.notes] };
}

interface TablesRead {
  tables: SourceTable[];
  problems: Problems;
  notes: string[];
  files: FileBytes[];
}

async function tablesAt(paths: readonly string[]): Promise<TablesRead> {
  const notes: string[] = [];
  const found: string[] = [];
  for (const path of paths) found.push(...(await filesAt(path, notes)));
  const problems = new Problems();
  const tables: SourceTable[] = [];
  const files: FileBytes[] = [];
  for (const path of found) {
    const bytes = await readBytes(path);
    files.push({ name: basename(path), bytes });
    try {
      tables.push(...readBytesAs(bytes, basename(path), problems, notes));
    } catch (error) {
      problems.absorb(error);
    }
  }
  return { tables, problems, notes, files };
}

/** One file that is at hand as bytes; `file` is its name, whose ending says the format. @throws ImportError */
function readBytesAs(bytes: Uint8Array, file: string, problems: Problems, notes: string[]): SourceTable[] {
  if (bytes.length > LIMITS.fileBytes) {
    refuse(file, null, null, `has ${bytes.length} bytes; at most ${LIMITS.fileBytes} are read`);
  }
  const format = FORMATS.get(extname(file).toLowerCase());
  if (!format) {
    refuse(file, null, null, `has an ending that is not known; use one of ${[...FORMATS.keys()].join(', ')}`);
  }
  return format(bytes, file, problems, notes);
}

interface FileBytes {
  name: string;
  bytes: Uint8Array;
}

/** Whole bytes at hand → records, for callers that have no file system (and for tests). @throws ImportError */
export function importBytes(files: readonly FileBytes[], options: ImportOptions = {}): ImportResult {
  const { tables, problems, notes } = tablesOfBytes(files);
  const result = importTables(tables, options, problems);
  return { ...result, notes: [...notes, ...result.notes], files: files.map(identified) };
}

/** As `readMeasurable`, of bytes at hand. @throws ImportError */
export function measurableBytes(files: readonly FileBytes[], options: ImportOptions = {}): MeasurableResult {
  const { tables, problems, notes } = tablesOfBytes(files);
  const result = measureTables(tables, options, problems);
  return { ...result, notes: [...notes, ...result.notes] };
}

function tablesOfBytes(files: readonly FileBytes[]): TablesRead {
  const problems = new Problems();
  const notes: string[] = [];
  const tables: SourceTable[] = [];
  for (const file of files) {
    try {
      tables.push(...readBytesAs(file.bytes, file.name, problems, notes));
    } catch (error) {
      problems.absorb(error);
    }
  }
  return { tables, problems, notes, files: [...files] };
}

async function filesAt(path: string, notes: string[]): Promise<string[]> {
  const info = await stat(path).catch(() => refuse(basename(path), null, null, 'cannot be found; check the path'));
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).sort((a, b) => (a < b ? -1 : 1));
  const isTable = (name: string) => {
    const stem = basename(name, extname(name));
    const isNamed = shapeOfName(stem) !== null || SURVEY_NAME.test(stem.replace(/_/g, ' '));
    return isNamed && FOLDER_ENDINGS.includes(extname(name).toLowerCase());
  };
  const tables = names.filter(isTable);
  if (tables.length === 0) {
    refuse(basename(path), null, null, 'holds no table that is known; put nodes.csv and edges.csv into the folder');
  }
  // Only what might have been meant as data is worth a word: a folder may hold its README and scripts too.
  const others = names.filter((name) => !tables.includes(name) && FORMATS.has(extname(name).toLowerCase()));
  if (others.length > 0) notes.push(`not read: ${others.join(', ')}`);
  return tables.map((name) => join(path, name));
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const info = await file.stat();
    const { size } = info;
    if (size > LIMITS.fileBytes) {
      refuse(basename(path), null, null, `has ${size} bytes; at most ${LIMITS.fileBytes} are read`);
    }
    // A pipe has no size before its end.
    if (!info.isFile()) return await file.readFile();
    // At once: in the pieces that readFile takes, a large file costs a tenth more.
    const bytes = Buffer.allocUnsafeSlow(size);
    let end = 0;
    while (end < size) {
      const { bytesRead } = await file.read(bytes, end, size - end, end);
      if (bytesRead === 0) break;
      end += bytesRead;
    }
    return bytes.subarray(0, end);
  } finally {
    await file.close();
  }
}

function identified({ name, bytes }: FileBytes): ImportResult['files'][number] {
  return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
}
