import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, fromArcs, unionOf } from '../../../analysis/graph/compact.ts';
import { select } from '../../../analysis/graph/select.ts';
import type { Selection } from '../../../analysis/graph/selection.ts';
import { digestOf } from '../../../analysis/metrics/digest.ts';
import { type NetworkRecords, type TieTable, tieRows, tieTableOf } from '../../../data/records/index.ts';
import { fromTies, tie } from '../metrics/small-networks.ts';

const MEMBERS = ['a', 'b', 'c', 'd', 'left'];
const strength = fc.oneof(fc.constantFrom(0.1, 0.2, 0.3, 1, 2, -1), fc.constant(null));
const ties = fc.array(
  fc
    .record({
      from: fc.constantFrom(...MEMBERS),
      to: fc.constantFrom(...MEMBERS),
      type: fc.constantFrom('advice', 'trust'),
      strength,
      wave: fc.constantFrom(null, '1', '2'),
      time: fc.constantFrom(null, '2026-01-05', '2026-01-05T10:00', '2026-02-01'),
      occurrence: fc.nat({ max: 2 }),
    })
    .map(({ from, to, ...more }) => tie(from, to, more)),
  { maxLength: 25 },
);
const selections: fc.Arbitrary<Selection> = fc.record(
  {
    types: fc.constantFrom<'all' | string[]>('all', ['advice'], ['advice', 'trust']),
    waves: fc.constantFrom<'all' | string[]>('all', ['1'], ['2', '1']),
    asOf: fc.constantFrom('2026-01-05', '2026-01-31'),
    minStrength: fc.constantFrom(0.5, 1),
    undirected: fc.boolean(),
  },
  { requiredKeys: [] },
);

function network(rows: NetworkRecords['ties']): NetworkRecords {
  const records = fromTies(MEMBERS, rows);
  // Types and waves that may be asked for are always there.
  const opened = { opens: '2026-01-01T00:00:00.000Z', closes: '2026-01-02T00:00:00.000Z' };
  const waves = ['1', '2'].map((wave) => ({ wave, types: ['advice', 'trust'], ...opened }));
  const members = records.members.map((one) => (one.member === 'left' ? { ...one, status: 'left' as const } : one));
  return { ...records, members, waves };
}

/** One row after another, in maps: slow and obvious. */
function twin(
  records: NetworkRecords,
  { types, waves, asOf, minStrength }: Selection,
): Map<string, number> | 'refused' {
  const rows = records.ties.filter(
    (row) =>
      (types === undefined || types === 'all' || types.includes(row.type)) &&
      (waves === undefined || waves === 'all' || (row.wave !== null && waves.includes(row.wave))) &&
      (asOf === undefined || row.time === null || String(row.time).slice(0, asOf.length) <= asOf) &&
      row.from !== row.to &&
      row.from !== 'left' &&
      row.to !== 'left',
  );
  const stated = rows.filter((row) => row.strength !== null).length;
  if (minStrength !== undefined && stated > 0 && stated < rows.length) return 'refused';
  const parts = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${row.from}>${row.to}`;
    parts.set(key, [...(parts.get(key) ?? []), row.strength ?? 1]);
  }
  const sums = new Map<string, number>();
  for (const key of [...parts.keys()].sort()) {
    const all = parts.get(key)!.sort((a, b) => Number(Number.isInteger(b)) - Number(Number.isInteger(a)) || a - b);
    const whole = all.filter(Number.isInteger).reduce((sum, part) => sum + part, 0);
    const sum = whole + all.filter((part) => !Number.isInteger(part)).reduce((total, part) => total + part, 0);
    if (minStrength === undefined || sum >= minStrength) sums.set(key, sum);
  }
  return sums;
}

describe('what is selected is what a slow and obvious twin selects', () => {
  it('on any ties and selection, and the adjacency holds just that', () => {
    fc.assert(
      fc.property(ties, selections, (rows, selection) => {
        const records = network(rows);
        const expected = twin(records, selection);
        if (expected === 'refused') {
          expect(() => select(records, selection)).toThrow('minStrength cannot judge');
          return;
        }
        const selected = select(records, selection);
        const named = [...selected.from].map((from, at): [string, number] => [
          `${selected.ids[from]}>${selected.ids[selected.to[at]!]}`,
          selected.strength[at]!,
        ]);
        expect(named).toEqual([...expected]);
        const general = fromArcs(selected.ids, selected);
        expect(compact(records, selection)).toEqual(selection.undirected === true ? unionOf(general) : general);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('ties in columns are selected and hashed as the same ties in rows', () => {
    fc.assert(
      fc.property(ties, selections, (rows, selection) => {
        const records = network(rows);
        const table = tieTableOf(rows);
        expect(tieRows(table)).toEqual(rows);
        const inColumns = { ...records, ties: table };
        expect(digestOf(inColumns, selection)).toBe(digestOf(records, selection));
        const { minStrength: _, ...plain } = selection;
        expect(select(inColumns, plain)).toEqual(select(records, plain));
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('the digest follows what was said and not the order in which it was said', () => {
  const shuffled = ties.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
  );

  it('rows in another order, and numbered in another order, have the same digest', () => {
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const renumbered = others.map((row, occurrence) => ({ ...row, occurrence }));
        const reversed = { ...network(renumbered), members: network([]).members.toReversed() };
        expect(digestOf(reversed, {})).toBe(digestOf(network(rows), {}));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('any change of a row, a row more and a row less have another one', () => {
    const changes = fc.constantFrom<Partial<NetworkRecords['ties'][number]>>(
      { from: 'z' },
      { to: 'z' },
      { type: 'other' },
      { strength: 77 },
      { wave: '9' },
      { time: 5 },
      { time: '5' },
    );
    fc.assert(
      fc.property(ties, fc.nat(), changes, (rows, place, change) => {
        fc.pre(rows.length > 0);
        const at = place % rows.length;
        const digests = [
          rows,
          rows.toSpliced(at, 1),
          [...rows, rows[at]!],
          rows.with(at, { ...rows[at]!, ...change }),
          rows.with(at, { ...rows[at]!, strength: rows[at]!.strength === null ? 1 : null }),
        ].map((some) => digestOf(network(some), {}));
        expect(new Set(digests).size).toBe(digests.length);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('the unused values of a table are no part of it', () => {
    const table = tieTableOf([tie('a', 'b'), tie('b', 'a', { type: 'trust' })]);
    const more: TieTable = {
      ...table,
      ids: [...table.ids, 'never-named'],
      type: { ...table.type, values: [...table.type.values, 'x'] },
    };
    expect(digestOf({ ...network([]), ties: more }, {})).toBe(digestOf({ ...network([]), ties: table }, {}));
  });
});
