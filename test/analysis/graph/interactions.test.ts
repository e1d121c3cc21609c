import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InteractionTies, interactionsOf, interactionsToTies } from '../../../analysis/graph/interactions.ts';
import { select } from '../../../analysis/graph/select.ts';
import { measurableBytes } from '../../../data/exchange/index.ts';

interface Row {
  from: number;
  to: number;
  time: number;
  amount: number;
}

const rows = fc.array(
  fc.record({
    from: fc.nat(5),
    to: fc.nat(5),
    time: fc.integer({ min: -9, max: 9 }),
    amount: fc.constantFrom(1, 2, 0.1, 0.2, 0.3, -0.7),
  }),
  { maxLength: 60 },
);

function columns(list: readonly Row[]) {
  return {
    from: Int32Array.from(list, (row) => row.from),
    to: Int32Array.from(list, (row) => row.to),
    time: Float64Array.from(list, (row) => row.time),
    amount: Float64Array.from(list, (row) => row.amount),
  };
}

/** One row after another into a map, then sorted: slow and obvious. */
function twin(list: readonly Row[]): [number, number, number, number, number, number][] {
  const pairs = new Map<string, Row[]>();
  for (const row of list) pairs.set(`${row.from} ${row.to}`, [...(pairs.get(`${row.from} ${row.to}`) ?? []), row]);
  return [...pairs.values()]
    .sort(([a], [b]) => a!.from - b!.from || a!.to - b!.to)
    .map((own) => {
      const times = own.map((row) => row.time);
      const amounts = own.map((row) => row.amount).sort((a, b) => a - b);
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      return [own[0]!.from, own[0]!.to, own.length, sum, Math.min(...times), Math.max(...times)];
    });
}

function inRows({ from, to, count, sum, first, last }: InteractionTies): number[][] {
  return [...from].map((source, at) => [source, to[at]!, count[at]!, sum[at]!, first[at]!, last[at]!]);
}

describe('interactions become the ties that a slow and obvious twin makes of them', () => {
  it('on any rows, in any order, to the bit', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const expected = twin(list);
        expect(inRows(interactionsToTies(columns(list)))).toEqual(expected);
        expect(inRows(interactionsToTies(columns(list.toReversed())))).toEqual(expected);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('without amounts each counts 1', () => {
    const { amount: _, ...dated } = columns([
      { from: 0, to: 1, time: 5, amount: 7 },
      { from: 0, to: 1, time: 3, amount: 7 },
    ]);
    expect(inRows(interactionsToTies(dated))).toEqual([[0, 1, 2, 2, 3, 5]]);
  });

  it('from a file: members by id, days as instants of UTC, and as many as select counts', () => {
    const text =
      'from,to,date\nb,a,2026-03-01\na,b,2026-02-01T10:00\nb,a,2026-01-05\na,a,2026-01-01\nb,a,2026-01-05T09:00:00Z\n';
    const { records } = measurableBytes([{ name: 'messages.csv', bytes: new TextEncoder().encode(text) }]);
    const { ids, ...interactions } = interactionsOf(records.ties);
    const ties = interactionsToTies(interactions);
    const named = inRows(ties).map(([from, to, count, sum, first, last]) => [
      ...[`${ids[from!]}>${ids[to!]}`, count, sum],
      ...[new Date(first!).toISOString(), new Date(last!).toISOString()],
    ]);
    expect(new Set(named)).toEqual(
      new Set([
        ['b>a', 3, 3, '2026-01-05T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
        ['a>b', 1, 1, '2026-02-01T10:00:00.000Z', '2026-02-01T10:00:00.000Z'],
        ['a>a', 1, 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
      ]),
    );
    const selected = select(records);
    expect([...selected.strength]).toEqual([1, 3]);
    expect(selected.parallelTiesCollapsed).toBe(2);
  });

  it('refuses what has no time or amount, and columns that do not fit', () => {
    const one = columns([{ from: 0, to: 1, time: 5, amount: 7 }]);
    expect(() => interactionsToTies({ ...one, time: Float64Array.of(Number.NaN) })).toThrow(
      'interactions[0] has no time',
    );
    expect(() => interactionsToTies({ ...one, amount: Float64Array.of(Number.NaN) })).toThrow('no amount');
    expect(() => interactionsToTies({ ...one, to: Int32Array.of(-1) })).toThrow('no member');
    expect(() => interactionsToTies({ ...one, to: Int32Array.of(1, 2) })).toThrow('different lengths');
  });
});
