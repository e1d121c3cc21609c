/** "Did you mean …?": the known name that differs from a typed one by the fewest letters, where it is not far off. */

export function nearMatch(typed: string, known: readonly string[]): string | null {
  const plain = plainName(typed);
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = editDistance(plain, plainName(name));
    const isNear = distance <= Math.max(1, Math.floor(Math.max(plain.length, name.length) / 3));
    if (isNear && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** call_to_action, call-to-action and callToAction are one name that is spelled in three ways. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const substitute = previous[j - 1]! + (letter === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitute, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous.at(-1)!;
}
