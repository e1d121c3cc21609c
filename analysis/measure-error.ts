/**
 * A measurement that was asked for wrongly: an unknown option, metric, attribute, wave; a strength that is no number.
 *
 * The message says what, where and the way out. It names options, metrics and attributes, never a member.
 */
export class MeasureError extends Error {
  override readonly name = 'MeasureError';
}

/** "unknown metric "densty"; did you mean "density"?" — the words for a name that is not in a list. */
export function unknownName(what: string, name: string, known: readonly string[]): MeasureError {
  const near = nearMatches(name, known);
  const way = near.length > 0 ? `did you mean ${near.map((match) => `"${match}"`).join(' or ')}?` : listOf(known);
  return new MeasureError(`unknown ${what} "${name}"; ${way}`);
}

/** At most three names that differ by few letters or contain what was typed, nearest first. */
export function nearMatches(name: string, known: readonly string[]): string[] {
  const typed = name.toLowerCase();
  return known
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => {
      const contained = typed.length > 2 && candidate.toLowerCase().includes(typed);
      // Two letters that changed places are two edits.
      return contained || distance <= Math.max(candidate.length > 3 ? 2 : 1, Math.floor(candidate.length / 3));
    })
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function listOf(known: readonly string[]): string {
  if (known.length === 0) return 'there are none in this network';
  const shown = known.slice(0, 20);
  const more = known.length > shown.length ? ` and ${known.length - shown.length} more` : '';
  return `expected one of ${shown.join(', ')}${more}`;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitute, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
