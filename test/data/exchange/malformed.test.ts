import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError, importBytes, writeGexf, writeGraphml, writeJson } from '../../../data/exchange/index.ts';
import { KINDS } from '../../../data/records/index.ts';
import { read, textRow, workbook } from './support.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const EXAMPLE = join(import.meta.dirname, '../../../data/examples/three-regions');
const lines = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8').split('\n').slice(0, 25).join('\n');

const EDGES = 'source,target,type,weight,wave,time\na,b,advice,1,1,2026-01-01\n"b",a,trust,0.5,2,2026-02-28\n';
const NETWORK = read({ 'nodes.csv': 'id,region,age\na,North,3\nb,"South, far",4\n', 'edges.csv': EDGES }).records;

/** Files that are good, of every format; each is broken in hundreds of ways below. */
const GOOD: Record<string, Uint8Array> = {
  'members.csv': encode(lines('members.csv')),
  'roster.csv': encode(lines('roster.csv')),
  'edges.csv': encode(EDGES),
  'adoptions.csv': encode(lines('adoptions.csv')),
  'semicolons.csv': encode('source;target;weight\na;b;0,5\nb;c;1,5\n'),
  'utf16.csv': Buffer.from(`\uFEFF${EDGES}`, 'utf16le'),
  'book.xlsx': workbook({
    nodes: textRow(1, ['id', 'region']) + textRow(2, ['a', 'North']) + textRow(3, ['b', 'South']),
    edges: textRow(1, ['source', 'target']) + textRow(2, ['a', 'b']),
  }),
  'graph.graphml': encode(writeGraphml(NETWORK)),
  'graph.gexf': encode(writeGexf(NETWORK)),
  'graph.json': encode(
    '{"directed": true,\n"nodes": [{"id": "a"}, {"id": "b"}],\n"links": [{"source": "a", "target": "b"}]}',
  ),
  'facts.json': encode(
    writeJson([
      {
        network: 'n',
        kind: 'tie',
        subject: KINDS.tie.subject(KINDS.tie.example),
        validFrom: '2026-01-05T00:00:00.000Z',
        validTo: null,
        source: { type: 'import', id: '0f1e' },
        recordedAt: '2026-01-05T00:00:00.000Z',
        key: 'k',
        retracted: false,
        body: KINDS.tie.example,
      },
    ]),
  ),
};

const SPLICES = [
  '"',
  ',',
  '\n',
  ';',
  '\t',
  '\r',
  '\0',
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  ':',
  '31/02/2026',
  'NaN',
  '-',
  'é',
  '\ud7ff',
  '__proto__',
  '<!DOCTYPE',
  '&x;',
  '=1',
  '1e999',
  '\uFEFF',
].map(encode);

type Mutation = (bytes: Uint8Array) => Uint8Array;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Uint8Array, share: number) => Math.min(bytes.length, Math.floor(share * (bytes.length + 1)));
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...SPLICES)).map(
    ([share, splice]): Mutation =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(bytes, share)), splice, bytes.subarray(at(bytes, share))]),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(
    ([share, count]): Mutation =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(bytes, share)), bytes.subarray(at(bytes, share) + count)]),
  ),
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([share, value]): Mutation =>
      (bytes) => {
        const copy = Uint8Array.from(bytes);
        if (copy.length > 0) copy[Math.min(copy.length - 1, at(bytes, share))] = value;
        return copy;
      },
  ),
  place.map(
    (share): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(bytes, share)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        Buffer.concat([
          bytes,
          bytes.subarray(Math.min(at(bytes, from), at(bytes, to)), Math.max(at(bytes, from), at(bytes, to))),
        ]),
  ),
);

describe('two thousand broken files: never a crash, a hang or half an import, and every problem has its place', () => {
  it('each is read whole or refused with problems that name the file, and the line wherever there is one', () => {
    let refused = 0;
    let located = 0;
    let total = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(GOOD)),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (name, mutations) => {
          const bytes = mutations.reduce((current, mutate) => mutate(current), GOOD[name]!);
          const start = performance.now();
          try {
            const result = importBytes([{ name, bytes }]);
            expect(result.ok).toBe(true);
            for (const tie of result.records.ties)
              expect(tie.strength === null || Number.isFinite(tie.strength)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(ImportError);
            const { problems, total: count } = error as ImportError;
            expect(problems.length).toBeGreaterThan(0);
            expect(count).toBeGreaterThanOrEqual(problems.length);
            refused += 1;
            for (const problem of problems) {
              total += 1;
              expect(problem.file.startsWith(name)).toBe(true);
              expect(problem.message.length).toBeGreaterThan(10);
              if (problem.line !== null) {
                expect(problem.line).toBeGreaterThanOrEqual(1);
                located += 1;
              }
            }
          }
          expect(performance.now() - start).toBeLessThan(1000);
        },
      ),
      { numRuns: 2000, seed: 20260112 },
    );
    expect(refused).toBeGreaterThan(500);
    // The rest are of the file as a whole: not a zip, empty, in another encoding.
    expect(located / total).toBeGreaterThan(0.7);
  }, 60_000);

  it('the unbroken ones are all accepted', () => {
    for (const [name, bytes] of Object.entries(GOOD)) expect(importBytes([{ name, bytes }]).ok, name).toBe(true);
  });
});
