/** Numbers as most files write them, added up digit by digit from their bytes, without a text in between. */

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** So many digits are exact in a double, and so is the power of ten that they are divided by. */
const MOST_DIGITS = 15;

/** Digits with a sign and a decimal point at most, 15 of them; NaN: something else. */
export function plainNumber(bytes: Uint8Array, begin: number, end: number): number {
  const negative = bytes[begin] === MINUS;
  let at = negative ? begin + 1 : begin;
  if (end - at > MOST_DIGITS + 1) return Number.NaN;
  let digits = 0;
  let value = 0;
  let divisor = 0;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === POINT) {
      if (divisor > 0 || digits === 0) return Number.NaN;
      divisor = 1;
      continue;
    }
    if (byte < ZERO || byte > NINE) return Number.NaN;
    value = value * 10 + (byte - ZERO);
    divisor *= 10;
    digits++;
  }
  if (digits === 0 || digits > MOST_DIGITS) return Number.NaN;
  const magnitude = divisor > 1 ? value / divisor : value;
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}
