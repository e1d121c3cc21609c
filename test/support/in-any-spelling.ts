/** Words in bytes: as plain text in any case, as UTF-16, and as base64 at each of its three alignments. */
export function wordsFound(bytes: Buffer, words: readonly string[]): string[] {
  const exact = bytes.toString('latin1');
  const text = exact.toLowerCase();
  return words.filter((word) => {
    const small = word.toLowerCase();
    if (text.includes(small) || text.includes([...small].join('\0'))) return true;
    return [0, 1, 2].some((offset) => exact.includes(inBase64(word, offset)));
  });
}

/** The signs that a word surely has in base64 when it begins `offset` bytes after a multiple of three. */
function inBase64(word: string, offset: number): string {
  const whole = Buffer.from(' '.repeat(offset) + word)
    .toString('base64')
    .replace(/=+$/, '');
  return whole.slice(offset === 0 ? 0 : offset + 1, -2);
}
