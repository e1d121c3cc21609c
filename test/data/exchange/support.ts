import { strToU8, zipSync } from 'fflate';
import { ImportError, type ImportOptions, type ImportResult, importBytes } from '../../../data/exchange/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';

/** Reads texts (or bytes) as files of one source. */
export function read(files: Record<string, string | Uint8Array>, options?: ImportOptions): ImportResult {
  return importBytes(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
    options,
  );
}

/** Each problem as `file:line:column message`. Fails where there is none. */
export function problemsOf(files: Record<string, string | Uint8Array>, options?: ImportOptions): string[] {
  try {
    read(files, options);
  } catch (error) {
    if (error instanceof ImportError) return error.problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`);
    throw error;
  }
  throw new Error('no problem was found');
}

export const NO_RECORDS: NetworkRecords = {
  members: [],
  ties: [],
  adoptions: [],
  waves: [],
  responses: [],
  contributions: [],
};

export function tie(from: string, to: string, more: Partial<NetworkRecords['ties'][number]> = {}) {
  return { from, to, type: 'tie', strength: null, wave: null, time: null, occurrence: 0, ...more };
}

/** A workbook as Excel writes it, from the XML of its sheets' rows. */
export function workbook(
  sheets: Record<string, string>,
  options: { is1904?: boolean; shared?: string[]; formats?: string } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="r"><workbookPr${options.is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="${options.formats ?? 'yyyy\\-mm\\-dd'}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${(options.shared ?? []).map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  names.forEach((name, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A row of inline texts, as a spreadsheet numbers it. */
export function textRow(row: number, cells: string[]): string {
  const written = cells.map(
    (text, index) => `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${written.join('')}</row>`;
}
