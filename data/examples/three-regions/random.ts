/**
 * Seeded chance for the example: mulberry32 (public domain, Tommy Ettinger), so that the script makes the same bytes on
 * every machine.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** An integer from low to high, both included. */
  between(low: number, high: number): number;
  /** One of the items, each as likely as its weight says; weights must not all be zero. */
  pick<T>(items: readonly T[], weightOf?: (item: T) => number): T;
  /** The items in another order; the argument is not changed. */
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick(items, weightOf = () => 1) {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      for (const item of items) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return items[items.length - 1]!;
    },
    shuffled(items) {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = between(0, last);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      return order;
    },
  };
}
