/** From 0 up to 1, the same for the same words: what played people do depends on nothing else. */
import { createHash } from 'node:crypto';

export function chanceOf(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('\0')).digest().readUInt32BE() / 2 ** 32;
}
