/**
 * Dates of Excel: a cell is one when its number format shows years, months, days or hours; its number counts days since
 * the eve of 1900 (or since 1904, in workbooks that began on a Mac).
 */
import { readXml } from './xml.ts';

/** Built-in formats that show a date or a time (ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian). */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Indexes of the cell styles that show dates. */
export function dateStylesOf(styles: Uint8Array | undefined, file: string): ReadonlySet<number> {
  const dateStyles = new Set<number>();
  if (!styles) return dateStyles;
  const custom = new Map<number, string>();
  let style = -1;
  readXml(styles, file, {
    open({ name, attributes }, path) {
      if (name === 'numFmt') custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name !== 'xf' || path.at(-2) !== 'cellXfs') return;
      style += 1;
      const format = Number(attributes.get('numFmtId') ?? 0);
      const code = custom.get(format);
      const builtIn = BUILT_IN.some(([from, to]) => format >= from && format <= to);
      if (code === undefined ? builtIn : showsDate(code)) dateStyles.add(style);
    },
  });
  return dateStyles;
}

/** What is quoted, escaped or in brackets (a colour, a currency) is not part of the date's pattern; [h] is. */
function showsDate(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/General/gi, '');
  return /[ymdhs]/i.test(bare);
}

const DAY_MS = 86_400_000;
/** Excel believes that 1900 was a leap year: its day 60 never was, later days count one too many. */
const FALSE_LEAP_DAY = 60;
const LAST_DAY = 2_958_465;

/** ISO date, with a time of day where there is one; a time of day alone stays a number. Null: no such date. */
export function excelDate(serial: number, is1904: boolean): string | null {
  if (serial >= 0 && serial < 1 && !is1904) return String(serial);
  if (serial < 0 || serial > LAST_DAY) return null;
  if (!is1904 && Math.floor(serial) === FALSE_LEAP_DAY) return null;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < FALSE_LEAP_DAY ? 31 : 30);
  const text = new Date(first + Math.round(serial * 86_400) * 1000).toISOString();
  const isWholeDay = Math.round(serial * 86_400) % (DAY_MS / 1000) === 0;
  return isWholeDay ? text.slice(0, 10) : text.slice(0, 19);
}
