import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../data/exchange/csv.ts';
import { ImportError, Problems } from '../../../data/exchange/import-error.ts';
import type { ImportOptions } from '../../../data/exchange/import-result.ts';
import { importTables } from '../../../data/exchange/import-tables.ts';
import { importBytes, measurableBytes } from '../../../data/exchange/index.ts';
import { readPlainCsv } from '../../../data/exchange/plain-csv.ts';
import { type MeasurableRecords, type NetworkRecords, tieRows } from '../../../data/records/index.ts';

const encode = (text: string) => new TextEncoder().encode(text);

interface File {
  name: string;
  bytes: Uint8Array;
}

/** What a reader gives, or every problem that it names. */
function outcome(read: () => { records: MeasurableRecords; notes: string[]; directed: boolean | undefined }): unknown {
  try {
    const { records, notes, directed, ...rest } = read();
    const rows: NetworkRecords = { ...records, ties: tieRows(records.ties) };
    const { people, membersInferred } = rest as { people?: unknown; membersInferred?: unknown };
    return { rows, notes, directed, people, membersInferred };
  } catch (error) {
    if (error instanceof ImportError) return { problems: error.problems, total: error.total };
    throw error;
  }
}

/** The slow and obvious twin: every file by the careful reader, every tie an object. */
function carefully(files: readonly File[], options: ImportOptions): unknown {
  return outcome(() => {
    const problems = new Problems();
    const tables = files.flatMap(({ name, bytes }) => {
      try {
        const table = readCsv(bytes, name, problems);
        return table === null ? [] : [{ table }];
      } catch (error) {
        problems.absorb(error);
        return [];
      }
    });
    return importTables(tables, options, problems);
  });
}

function expectAgreement(files: readonly File[], options: ImportOptions): 'read' | 'refused' {
  const twin = carefully(files, options);
  expect(outcome(() => importBytes(files, options))).toEqual(twin);
  expect(outcome(() => measurableBytes(files, options))).toEqual(twin);
  return 'problems' in (twin as object) ? 'refused' : 'read';
}

/** What the readers might take apart differently. */
const ODD = fc.oneof(
  fc.constantFrom('', ' ', '"', "'=1", "o'neil", '\u00a0', 'é', 'e\u0301', '\u200b', '\u0085'),
  fc.constantFrom('0x1', '1e3', '+1', '.5', '5.', '-0', '1e999', '0,5', '007', '1.2.3'),
  fc.string({ maxLength: 3 }),
);

const PLAIN: Record<string, readonly string[]> = {
  source: ['a', 'b', 'c', 'p01', 'p02', ' a', 'b ', 'constructor', '__proto__', 'Zoë'],
  Target: ['a', 'b', 'c', 'p01', 'p02', 'Zoë'],
  type: ['advice', 'trust', 'tie', 'Directed', 'undirected', 'mutual'],
  weight: ['1', '2', '0.5', '-3', '12345678901234567890', '0.1', '1234567.890123'],
  wave: ['1', '2', 'Spring'],
  time: ['2026-01-05', '2026-01-05T10:00', '2026-01-05 10:00', '2026-02-01T09:00+01:00'],
  note: ['x', 'y'],
};
const OPTIONAL = ['type', 'weight', 'wave', 'time', 'note'];

/** Bytes of a table of ties: half of them plain, the others with something odd in cells, line ends or before them. */
const table = fc
  .tuple(fc.subarray(OPTIONAL), fc.boolean(), fc.boolean(), fc.nat({ max: 12 }), fc.constantFrom(',', ',', ';', '\t'))
  .chain(([optional, odd, varied, rows, separator]) => {
    const columns = ['source', 'Target', ...optional];
    const plain = (column: string) => fc.constantFrom(...PLAIN[column]!);
    const cell = (column: string) =>
      odd ? fc.oneof({ weight: 30, arbitrary: plain(column) }, { weight: 1, arbitrary: ODD }) : plain(column);
    // One type, one wave for all ties is common, and never comes about by chance.
    const others = varied ? fc.constant(null) : fc.tuple(...optional.map(plain));
    const frame = odd
      ? [
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.constantFrom('', '\uFEFF', 'sep=;\n', '\n'),
          fc.constantFrom('', '\n\n'),
        ]
      : [fc.constantFrom('\n', '\r\n'), fc.constant(''), fc.constantFrom('', '\n')];
    const body = others.chain((same) => {
      const row = columns.map((column, at) => (at < 2 || same === null ? cell(column) : fc.constant(same[at - 2]!)));
      return fc.array(fc.tuple(...row), { minLength: rows, maxLength: rows });
    });
    return fc.tuple(body, ...frame).map(([cells, lineEnd, before, after]) => {
      const lines = [columns, ...(cells as string[][])].map((values) => values.join(separator));
      return encode(`${before}${lines.join(lineEnd as string)}${after}`);
    });
  });

const broken = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc.tuple(bytes, fc.nat({ max: 3 }), fc.nat(), fc.nat({ max: 255 })).map(([whole, luck, at, value]) => {
    if (luck > 0 || whole.length === 0) return whole;
    const copy = Uint8Array.from(whole);
    copy[at % whole.length] = value;
    return copy;
  });

const edges = broken(table);

describe('a plain file is read from its bytes as the careful reader reads it, problems and places too', () => {
  it('on thousands of tables of ties, whole and broken', () => {
    const seen = { read: 0, refused: 0 };
    let inColumns = 0;
    fc.assert(
      fc.property(edges, fc.boolean(), (bytes, strengthsUsed) => {
        const files = [{ name: 'edges.csv', bytes }];
        const result = expectAgreement(files, { strengthsUsed });
        seen[result]++;
        if (result === 'read' && !Array.isArray(measurableBytes(files, { strengthsUsed }).records.ties)) inColumns++;
      }),
      { numRuns: 3000, seed: 4 },
    );
    expect(seen.read).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
    expect(inColumns).toBeGreaterThan(500);
  }, 120_000);

  it('with members, whom ties may not name unless they are there', () => {
    const members = broken(
      fc
        .uniqueArray(fc.constantFrom('a', 'b', 'c', 'p01', 'p02', 'Zoë'), { minLength: 3 })
        .map((ids) =>
          encode(`id,region,name\n${ids.map((one) => `${one},${one < 'c' ? 'North' : 'Süd'},x ${one}\n`).join('')}`),
        ),
    );
    fc.assert(
      fc.property(members, edges, edges, fc.boolean(), (nodes, ties, more, twice) => {
        const files = [
          { name: 'nodes.csv', bytes: nodes },
          { name: 'edges.csv', bytes: ties },
        ];
        expectAgreement(twice ? [...files, { name: 'edges-2.csv', bytes: more }] : files, {});
      }),
      { numRuns: 1000, seed: 5 },
    );
  }, 120_000);

  it('without a separator at the end, with blank lines at the end, and with a column that is not kept', () => {
    for (const text of [
      'source,target\na,b',
      'source,target\na,b\n\n\n',
      'source,target,x\r\na,b,1\r\nb,a,2\r\n\r\n',
    ]) {
      expect(expectAgreement([{ name: 'edges.csv', bytes: encode(text) }], {})).toBe('read');
      expect(readPlainCsv(encode(text), 'edges.csv')).not.toBeNull();
    }
  });

  it('where rows are more than are looked at together, and ids too many or too long to be coded and ordered', () => {
    // A walk through numbers of one to five digits in no order; every row differs from those before.
    const id = (row: number, step: number) => `p${(row * step) % 40_009}`;
    const rows = Array.from({ length: 36_000 }, (_, row) => [id(row, 17_011), id(row, 29), `${row / 8}`]);
    const long = 'x'.repeat(20);
    const texts = [
      `source,target,weight\n${rows.map((row) => row.join(',')).join('\n')}`,
      `source,target\r\n${rows
        .slice(0, 9000)
        .map(([from, to]) => ` ${from!.slice(0, 3)} ,${to!.slice(0, 3)}\r\n`)
        .join('')}`,
      `source,target\n${rows
        .slice(0, 3000)
        .map(([from, to]) => `${long}${from},${to}${long}\n`)
        .join('')}`,
    ];
    for (const text of texts) expect(expectAgreement([{ name: 'edges.csv', bytes: encode(text) }], {})).toBe('read');
  });

  it('tells ids apart that have all looked-at words in common, and numbers that are written in two ways', () => {
    const ids = [
      ...[
        'abcdefghijkl',
        'abcdefghXijkl',
        'abcdefghYijkl',
        'abcdefghXXXXijkl',
        'abcdefghXXXYijkl',
        'abcdefgh',
        'abcd',
        'a',
      ],
      ...[
        '0',
        '7',
        '07',
        '007',
        '16383',
        '16384',
        '016384',
        '9999',
        '10000',
        '12345678',
        '123456789',
        '1234567x',
        '12a4',
      ],
    ];
    const row = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom('', ' ', '\t'));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const text = `source,target\n${rows.map(([from, to, blank]) => `${blank}${from},${to}${blank}\n`).join('')}`;
        expect(expectAgreement([{ name: 'edges.csv', bytes: encode(text) }], {})).toBe('read');
        const { texts, codes } = readPlainCsv(encode(text), 'edges.csv')!.plain.coded(0, 1);
        expect(Array.from(codes[0]!, (from, at) => [texts[from], texts[codes[1]![at]!]])).toEqual(
          rows.map(([from, to]) => [from, to]),
        );
      }),
      { seed: 7 },
    );
  });

  it('short ids come in order, and a column that is asked for again is the same', () => {
    const cells = readPlainCsv(encode('source,target\nb,a10\na2,b\na10,a1\nb,e\n'), 'x.csv')!.plain;
    const both = cells.coded(0, 1);
    expect(both.texts).toEqual(['a1', 'a10', 'a2', 'b', 'e']);
    expect(both.codes.map((codes) => [...codes])).toEqual([
      [3, 2, 1, 3],
      [1, 3, 0, 4],
    ]);
    expect(cells.coded(0, 1)).toEqual(both);
    expect(cells.coded(1).texts).toEqual(['a1', 'a10', 'b', 'e']);
  });

  it('numbers come out as Number reads them', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(fc.maxSafeInteger(), fc.nat({ max: 15 })).map(([whole, at]) => {
        const digits = String(whole);
        return `${digits.slice(0, digits.length - at)}.${digits.slice(digits.length - at)}`;
      }),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (texts) => {
        const plain = readPlainCsv(encode(`weight\n${texts.join('\n')}\n`), 'x.csv');
        const read = plain?.plain.numbers(0, Number);
        expect([...read!]).toEqual(texts.map((text) => (Number(text) === 0 ? 0 : Number(text))));
      }),
      { seed: 6 },
    );
  });
});
