/**
 * Slices of a file's bytes as five whole numbers side by side: where one begins, how long it is, and words of four bytes
 * that tell it from others. Of up to twelve bytes the three words are all there is of it, zeros where it has no byte (a
 * plain file holds no byte 0); of a longer one they are its first, its second and its last.
 */

/** So many numbers for each slice. */
export const SLICE_FIELDS = 5;
export const BEGIN = 0;
export const LENGTH = 1;
export const FIRST_WORD = 2;
export const SECOND_WORD = 3;
export const LAST_WORD = 4;

const WORD = 4;
/** Of slices of so many bytes the words say everything. */
export const WHOLE = 3 * WORD;

const ZERO = 0x30;
/** As digits. */
const ZEROS = 0x30303030;
/** Powers of ten. */
const TENS = [1, 10, 100, 1000, 10_000];

/** Lays out the slice from `begin` to one before `end`, from `into[at]` on; one that ends before it begins is blank. */
export function writeSlice(words: DataView, begin: number, end: number, into: Int32Array, at: number): void {
  const length = Math.max(0, end - begin);
  into[at + BEGIN] = begin;
  into[at + LENGTH] = length;
  into[at + FIRST_WORD] = wordAt(words, begin, length);
  into[at + SECOND_WORD] = wordAt(words, begin + WORD, length - WORD);
  into[at + LAST_WORD] =
    length > WHOLE ? words.getInt32(end - WORD, true) : wordAt(words, begin + 2 * WORD, length - 2 * WORD);
}

/** A number from the words of a slice, of which every bit is as good as the others. */
export function hashOf(first: number, second: number, last: number): number {
  const sum = (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b) + Math.imul(last, 0xc2b2ae35)) | 0;
  const hash = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** The same from all bytes of a longer one, beginning with the hash of its words. */
export function hashBetween(words: DataView, begin: number, length: number, hashOfWords: number): number {
  let hash = hashOfWords ^ length;
  for (let at = begin + 2 * WORD; at < begin + length - WORD; at += WORD) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ words.getInt32(at, true), 0x01000193);
  }
  return hash ^ (hash >>> 13);
}

/** Whether two longer slices, whose lengths and words are the same, have the same bytes between those words. */
export function areSameBetween(words: DataView, a: number, b: number, length: number): boolean {
  for (let at = 2 * WORD; at < length - WORD; at += WORD) {
    if (words.getInt32(a + at, true) !== words.getInt32(b + at, true)) return false;
  }
  return true;
}

/**
 * The number that a slice of up to eight digits writes; −1 where it is something else, or begins with a zero that another
 * text of the same number would not have: 7 and 007 are two ids.
 */
export function wholeNumber(length: number, first: number, second: number): number {
  if (length === 0 || length > 2 * WORD || ((first & 0xff) === ZERO && length > 1)) return -1;
  if (length <= WORD) return fourDigits(behindZeros(first, length));
  const low = fourDigits(behindZeros(second, length - WORD));
  const high = fourDigits(first);
  return low < 0 || high < 0 ? -1 : TENS[length - WORD]! * high + low;
}

/** The digits of a word that is not full as its last ones. */
function behindZeros(word: number, digits: number): number {
  return digits === WORD ? word : (word << (8 * (WORD - digits))) | (ZEROS >>> (8 * digits));
}

/** Four digits at once: two pairs are added up side by side, then the one to the other. −1: not all of them are digits. */
function fourDigits(word: number): number {
  const digits = word ^ ZEROS;
  if ((((digits + 0x76767676) | digits) & 0x80808080) !== 0) return -1;
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) | 0;
  return 100 * (pairs & 0xff) + ((pairs >>> 16) & 0xff);
}

/** Four times the same byte. */
export function ofByte(byte: number): number {
  return Math.imul(byte, 0x01010101);
}

/** Of a word in which highest bits of bytes are marked, the number of the first byte that is. */
export function lowestByte(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}

/** All bits of the bytes before that one. */
export function underLowest(marks: number): number {
  return ((marks & -marks) >>> 7) - 1;
}

/** The word that begins here; zeros in the place of bytes beyond `length`. */
function wordAt(words: DataView, begin: number, length: number): number {
  if (length >= WORD) return words.getInt32(begin, true);
  let word = 0;
  for (let byte = 0; byte < length; byte++) word |= words.getUint8(begin + byte) << (8 * byte);
  return word;
}
