/**
 * Dated interactions → ties: how often somebody turned to somebody, how much that was, when first and when last. What a
 * log of messages is before it is a network; `select` counts such rows as parallel ties, and this says more of them.
 *
 * Rows are put in the order of their pairs by two counting sorts over columns of whole numbers, so that the rows of a pair
 * lie side by side: O(rows + members), nothing is compared, hashed or made an object. The order of pairs is the order of
 * the result, and rows may arrive in any order.
 */
import { type ObservedTime, type Ties, tieTableOf } from '../../data/records/index.ts';
import { MeasureError } from '../measure-error.ts';

export interface Interactions {
  /** Row by row: numbers of members (0, 1, 2 …). */
  from: Int32Array;
  to: Int32Array;
  /** Any number that grows with time: a period, or milliseconds. */
  time: Float64Array;
  /** How much each was worth; without it each counts 1. */
  amount?: Float64Array;
}

/** In order of from, then to; a pair in both directions is two ties. Somebody's ties to themselves are among them. */
export interface InteractionTies {
  from: Int32Array;
  to: Int32Array;
  count: Int32Array;
  sum: Float64Array;
  first: Float64Array;
  last: Float64Array;
}

/** @throws MeasureError where columns have different lengths, or a row has no finite time or amount. */
export function interactionsToTies(interactions: Interactions): InteractionTies {
  const { from, to, time, amount } = interactions;
  check(interactions);
  const order = orderBy(from, orderBy(to, null));
  const ties = emptyTies(from.length);
  let tie = 0;
  for (let at = 0; at < order.length; tie++) {
    const begin = at;
    const source = from[order[begin]!]!;
    const target = to[order[begin]!]!;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let isWhole = true;
    for (; at < order.length; at++) {
      const row = order[at]!;
      if (from[row] !== source || to[row] !== target) break;
      const when = time[row]!;
      if (when < first) first = when;
      if (when > last) last = when;
      const much = amount === undefined ? 1 : amount[row]!;
      sum += much;
      isWhole &&= Number.isInteger(much);
    }
    ties.from[tie] = source;
    ties.to[tie] = target;
    ties.count[tie] = at - begin;
    // Whole numbers add up exactly in any order; fractions are added from the smallest, so that the bits are the same.
    ties.sum[tie] = isWhole || amount === undefined ? sum : sumFromSmallest(amount, order.subarray(begin, at));
    ties.first[tie] = first;
    ties.last[tie] = last;
  }
  return cut(ties, tie);
}

/**
 * The interactions that rows of ties tell of, such as those of a file that `readMeasurable` read: members numbered as in
 * `ids`, dates as milliseconds since 1970 (a date without a zone is UTC), strengths as amounts.
 * @throws MeasureError where a row has no time, or only some have a strength.
 */
export function interactionsOf(ties: Ties): Interactions & { ids: readonly string[] } {
  const { ids, from, to, time, strength } = tieTableOf(ties);
  const instants = time.values.map(instantOf);
  const times = new Float64Array(from.length);
  for (let row = 0; row < times.length; row++) times[row] = instants[time.codes[row]!]!;
  return { ids, from, to, time: times, ...(strength === null ? {} : { amount: strength }) };
}

function instantOf(time: ObservedTime | null): number {
  if (time === null) return Number.NaN;
  if (typeof time === 'number') return time;
  // Without a zone, a date with hours would be read in the zone of the machine.
  return Date.parse(time.includes('T') && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(time) ? `${time}Z` : time);
}

function check({ from, to, time, amount }: Interactions): void {
  if (from.length !== to.length || from.length !== time.length || from.length !== (amount ?? from).length) {
    throw new MeasureError('columns of interactions have different lengths; give one value in each for every row');
  }
  for (let row = 0; row < from.length; row++) {
    if (!Number.isFinite(time[row]!)) throw refused(row, 'time', 'a date or a period');
    if (amount !== undefined && !Number.isFinite(amount[row]!)) throw refused(row, 'amount', 'a number in every row');
    if (from[row]! < 0 || to[row]! < 0) throw refused(row, 'member', 'numbers from 0');
  }
}

function refused(row: number, column: string, way: string): MeasureError {
  return new MeasureError(`interactions[${row}] has no ${column} that can be used; give ${way}`);
}

/** Row numbers by key; rows with the same key stay in the order of `before`, or in their own. */
function orderBy(keys: Int32Array, before: Int32Array | null): Int32Array {
  let highest = -1;
  for (let row = 0; row < keys.length; row++) if (keys[row]! > highest) highest = keys[row]!;
  const next = new Int32Array(highest + 2);
  for (let row = 0; row < keys.length; row++) next[keys[row]! + 1]!++;
  for (let key = 0; key <= highest; key++) next[key + 1]! += next[key]!;
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const row = before === null ? at : before[at]!;
    order[next[keys[row]!]!++] = row;
  }
  return order;
}

function sumFromSmallest(amounts: Float64Array, rows: Int32Array): number {
  const own = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) own[at] = amounts[rows[at]!]!;
  return own.sort().reduce((sum, amount) => sum + amount, 0);
}

function emptyTies(most: number): InteractionTies {
  return {
    ...{ from: new Int32Array(most), to: new Int32Array(most), count: new Int32Array(most) },
    ...{ sum: new Float64Array(most), first: new Float64Array(most), last: new Float64Array(most) },
  };
}

function cut(ties: InteractionTies, length: number): InteractionTies {
  return {
    from: ties.from.slice(0, length),
    to: ties.to.slice(0, length),
    count: ties.count.slice(0, length),
    sum: ties.sum.slice(0, length),
    first: ties.first.slice(0, length),
    last: ties.last.slice(0, length),
  };
}
