/**
 * Ranked choice: which options stand first when everybody ranks what they care for?
 *
 * Instant run-off, carried on until one option is left so that it yields a full order: in each round a ballot counts
 * for its best option still standing, and the option with the fewest ballots is eliminated. The order is the reverse of
 * elimination. An option that more than half of the ballots put first is never eliminated before the end.
 *
 * Ties: among options with equally few ballots the one that stands later in `options` goes first. Without any ballot the
 * order is therefore that of `options`. Names in a ranking that stand for no option, or stand there twice, count once or
 * not at all; a ballot of which no option is left no longer counts.
 *
 * Reference: D. Robinson & D. Ullman, The Mathematics of Politics (2016), ch. 4.
 */
export interface RankedChoice {
  rounds: { counts: Record<string, number>; eliminated: string[] }[];
  /** Best first; every option once. */
  order: string[];
}

export function rankedChoice(options: readonly string[], ballots: readonly (readonly string[])[]): RankedChoice {
  let standing = [...new Set(options)];
  const rounds: RankedChoice['rounds'] = [];
  const worstFirst: string[] = [];
  while (standing.length > 1) {
    const counts = countFirst(standing, ballots);
    const fewest = Math.min(...counts.values());
    const eliminated = standing.findLast((option) => counts.get(option) === fewest) as string;
    rounds.push({ counts: Object.fromEntries(counts), eliminated: [eliminated] });
    worstFirst.push(eliminated);
    standing = standing.filter((option) => option !== eliminated);
  }
  if (standing.length === 1) rounds.push({ counts: Object.fromEntries(countFirst(standing, ballots)), eliminated: [] });
  return { rounds, order: [...standing, ...worstFirst.toReversed()] };
}

/** How many ballots have each standing option as their best one that still stands. */
function countFirst(standing: readonly string[], ballots: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map(standing.map((option) => [option, 0]));
  for (const ballot of ballots) {
    const best = ballot.find((option) => counts.has(option));
    if (best !== undefined) counts.set(best, (counts.get(best) as number) + 1);
  }
  return counts;
}
