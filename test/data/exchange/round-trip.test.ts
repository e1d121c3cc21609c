import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportResult, writeCsv, writeGexf, writeGraphml } from '../../../data/exchange/index.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { NO_RECORDS, read } from './support.ts';

/** Texts as files hold them: composed, without blanks around, of characters that formats carry; nasty ones favoured. */
const text = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: most }),
      fc.constantFrom('=1+1', '+49', "'=x", "''@", '-', '@a', 'a,b', 'a;b', 'a"b', 'a\nb', 'x\ty', "'", '<&>"', '007'),
      fc.constantFrom(
        'constructor',
        'toString',
        'hasOwnProperty',
        'id',
        'name',
        'label',
        'NaN',
        'null',
        'true',
        '_x000D_',
      ),
    )
    .map((value) =>
      value
        .replace(/[^\P{Cc}\n\t]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '')
        .normalize('NFC')
        .trim(),
    )
    .filter((value) => value.length <= most && value !== '__proto__');
const word = (most: number) => text(most).filter((value) => value !== '');

/** A column holds numbers, or texts; a column all of whose texts look like numbers is one of numbers. */
const column = (members: number) =>
  fc.oneof(
    fc.array(
      fc.option(
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .filter((value) => !/\d{16}/.test(String(value)) && value !== 0),
      ),
      {
        minLength: members,
        maxLength: members,
      },
    ),
    fc.array(fc.boolean(), { minLength: members, maxLength: members }),
    fc
      .array(fc.option(word(20)), { minLength: members, maxLength: members })
      .filter((values) =>
        values.some((value) => value !== null && /[^\d.,+\-eE]/.test(value) && !/^(?:true|false)$/i.test(value)),
      ),
  );

const network: fc.Arbitrary<NetworkRecords> = fc.uniqueArray(word(30), { minLength: 2, maxLength: 14 }).chain((ids) => {
  const id = fc.constantFrom(...ids);
  const columns = fc.uniqueArray(fc.tuple(word(30), column(ids.length)), {
    maxLength: 4,
    selector: ([name]) => name.toLowerCase(),
  });
  const time = fc.constantFrom(null, '2026-02-28', '2026-02-28T09:30', '2024-02-29T23:59:59');
  const ties = fc.boolean().chain((weighted) =>
    fc.array(
      fc.record({
        from: id,
        to: id,
        type: word(20),
        strength: weighted
          ? fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 1))
          : fc.constant(null),
        wave: fc.option(word(5)),
        time,
      }),
      { minLength: 1, maxLength: 20 },
    ),
  );
  const adoptions = fc.uniqueArray(
    fc.record({
      member: id,
      practice: word(20),
      time: fc.option(fc.integer({ min: -5, max: 50 })),
      censored: fc.boolean(),
    }),
    { maxLength: 10, selector: ({ member, practice }) => JSON.stringify([member, practice]) },
  );
  const statuses = fc.array(fc.constantFrom('active', 'invited', 'declined', 'left'), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  const responses = fc.uniqueArray(
    fc.record({ wave: word(5), member: id, status: fc.constantFrom('asked', 'answered', 'refused', 'no-answer') }),
    { maxLength: 10, selector: ({ wave, member }) => JSON.stringify([wave, member]) },
  );
  return fc.record({ columns, ties, adoptions, statuses, responses }).map(
    (parts): NetworkRecords => ({
      ...NO_RECORDS,
      members: ids.map((member, index) => ({
        member,
        status: parts.statuses[index]!,
        hub: member.length % 2 === 0,
        attributes: Object.fromEntries(
          parts.columns.flatMap(([name, values]) => (values[index] === null ? [] : [[name, values[index]!]])),
        ),
      })),
      ties: numbered(parts.ties),
      adoptions: parts.adoptions.map((one) => ({ ...one, censored: one.censored || one.time === null })),
      responses: parts.responses,
    }),
  );
});

function numbered(ties: Omit<NetworkRecords['ties'][number], 'occurrence'>[]): NetworkRecords['ties'] {
  const seen = new Map<string, number>();
  return ties.map((one) => {
    const key = JSON.stringify([one.from, one.to, one.type, one.wave, one.time]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { ...one, occurrence };
  });
}

const graphOnly = ({ members, ties }: NetworkRecords): NetworkRecords => ({ ...NO_RECORDS, members, ties });
const readCsvs = (files: Map<string, string>): ImportResult => read(Object.fromEntries(files));

/** Ties without a strength among others of their type are written to a file of their own, so their order may differ. */
const inOrder = (records: NetworkRecords) => ({
  ...records,
  ties: records.ties
    .map(({ occurrence: _, ...tie }) => JSON.stringify(tie))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
});

/** What a first export loses for good (texts that look like numbers) it does not lose again. */
describe('import → export → import gives the same records', () => {
  it('CSV, whatever the words, numbers, separators and formulas in it', () => {
    fc.assert(
      fc.property(network, (records) => {
        const { records: first } = readCsvs(writeCsv(records));
        expect(inOrder(first)).toEqual(inOrder(records));
        expect(readCsvs(writeCsv(first)).records).toEqual(first);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each([
    ['graphml', writeGraphml],
    ['gexf', writeGexf],
  ] as const)('%s, of members and ties', (ending, write) => {
    fc.assert(
      fc.property(network, fc.boolean(), (records, directed) => {
        const graph = graphOnly(records);
        const result = read({ [`g.${ending}`]: write(graph, { directed }) });
        expect(result.directed).toBe(directed);
        expect(result.records).toEqual(graph);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('a member’s attributes that look personal or structural stay attributes', () => {
    const attributes = {
      name: 'x',
      comment: 'y',
      id: 'z',
      status: 'senior',
      hub: 'airport',
      'attribute:a': 'b',
      Text: 't',
    };
    const records = { ...NO_RECORDS, members: [{ member: 'a', status: 'active' as const, hub: false, attributes }] };
    expect(readCsvs(writeCsv(records)).records).toEqual(records);
  });

  it('waves, contributions, and what a wave asked for', () => {
    const records: NetworkRecords = {
      ...NO_RECORDS,
      members: ['a', 'b'].map((member) => ({ member, status: 'active', hub: false, attributes: {} })),
      waves: [
        {
          wave: '1',
          types: ['advice', 'a|b%7C'],
          opens: '2026-01-12T09:00:00.000Z',
          closes: '2026-01-26T09:00:00.000Z',
        },
      ],
      responses: [{ wave: '1', member: 'a', status: 'no-answer' }],
      contributions: [{ contribution: 'c-1', cycle: 1, stage: 'exchange', member: 'a', helped: 'b', text: null }],
    };
    expect(readCsvs(writeCsv(records)).records).toEqual(records);
  });
});
