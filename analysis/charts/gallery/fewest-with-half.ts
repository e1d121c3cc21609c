/** How few members hold half of something together: concentration in words that need no index. */
export function fewestWithHalf(amounts: readonly number[]): number {
  const half = amounts.reduce((sum, amount) => sum + amount, 0) / 2;
  let reached = 0;
  let members = 0;
  for (const amount of amounts.toSorted((a, b) => b - a)) {
    if (reached >= half) break;
    reached += amount;
    members++;
  }
  return members;
}
