/** Freeman's centralization: how far the network is from the one in which a single member has it all. */
export function centralization(scores: ArrayLike<number>, largestPossible: number): number {
  let highest = 0;
  for (let v = 0; v < scores.length; v++) highest = Math.max(highest, scores[v]!);
  let below = 0;
  for (let v = 0; v < scores.length; v++) below += highest - scores[v]!;
  return below / largestPossible;
}
