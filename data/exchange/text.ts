/**
 * Bytes of a text file → characters. UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode text").
 * Other encodings are refused rather than guessed: a wrong guess turns names into other names without a word.
 */
import { refuse } from './import-error.ts';

export function decodeText(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero < 0) return text;
    return refuse(file, lineAt(text, zero), null, 'holds a zero character; save it as a text file in UTF-8');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const line = encoding === 'utf-8' ? firstUndecodableLine(bytes) : null;
    return refuse(file, line, null, `is not ${encoding.toUpperCase()} text; save it as UTF-8 (in Excel: "CSV UTF-8")`);
  }
}

/** The line (1 is the first) of a position in a text; CR, LF and CRLF each end one. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let index = 0; index < position; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) line += 1;
  }
  return line;
}

/** Characters that no format carries safely: controls other than tab and line ends, halves of pairs, non-characters. */
const UNSAFE_CHARACTERS = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

export function hasUnsafeCharacters(text: string): boolean {
  return UNSAFE_CHARACTERS.test(text);
}

/** One spelling for one text: composed characters (files made on a Mac decompose them), no blanks around. */
export function normalText(text: string): string {
  return text.normalize('NFC').trim();
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function firstUndecodableLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (newline < 0) return line;
    start = newline + 1;
  }
}
