/**
 * A fingerprint of what was measured: SHA-256 of the records and options in one canonical form.
 *
 * Two reports with the same digest measured the same facts in the same way. Rows are sorted and keys ordered, so that the
 * order in which records arrive does not matter. Ties are hashed in columns, whether they came so or as rows: the
 * different values of each column, sorted, and per row their places, rows in the order of those. How alike rows were
 * numbered (`occurrence`) is no part of it: a file with its lines in another order says the same.
 */
import { createHash, type Hash } from 'node:crypto';
import { type MeasurableRecords, type TieTable, tieTableOf } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';

export function digestOf(records: MeasurableRecords, options: object): string {
  const hash = createHash('sha256');
  hash.update(`options ${canonical(options)}\n`);
  const { members, adoptions, waves, responses, contributions } = records;
  hashRows(hash, 'members', members, (body) => [body.member, body.status, body.hub, inOrder(body.attributes)]);
  hashTies(hash, tieTableOf(records.ties));
  hashRows(hash, 'adoptions', adoptions, (body) => [body.practice, body.member, body.time, body.censored]);
  hashRows(hash, 'waves', waves, (body) => [body.wave, body.types, body.opens, body.closes]);
  hashRows(hash, 'responses', responses, (body) => [body.wave, body.member, body.status]);
  hashRows(hash, 'contributions', contributions, (body) => [
    ...[body.contribution, body.cycle, body.stage, body.member, body.helped, body.text],
  ]);
  for (const [kind, bodies] of Object.entries(records.practices ?? {}).sort(([a], [b]) => byCodePoint(a, b))) {
    hashRows(hash, kind, bodies as readonly object[], (body) => [canonical(body)]);
  }
  return hash.digest('hex');
}

/**
 * JSON with the keys of every object in code-point order. The package canonicalize is not used here because it refuses
 * text with half a surrogate pair, which an attribute may hold and JSON can write.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object).sort(byCodePoint);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`;
}

function hashRows<Body>(hash: Hash, kind: string, bodies: readonly Body[], cells: (body: Body) => unknown[]): void {
  const rows = bodies.map((body) => JSON.stringify(cells(body))).sort(byCodePoint);
  hash.update(`${kind} ${rows.length}\n${rows.join('\n')}\n`);
}

/** Attributes as pairs in the order of their names. */
function inOrder(attributes: Readonly<Record<string, unknown>>): [string, unknown][] {
  const pairs = Object.entries(attributes);
  return pairs.length < 2 ? pairs : pairs.sort(([a], [b]) => byCodePoint(a, b));
}

type Value = string | number | null;

/** A column as places among its sorted values. */
interface Ranked {
  values: readonly Value[];
  places: Int32Array;
}

function hashTies(hash: Hash, table: TieTable): void {
  const rows = table.from.length;
  const columns = [
    ...ranked(table.ids, table.from, table.to),
    ...[table.type, table.wave, table.time].flatMap(({ values, codes }) => ranked(values, codes)),
  ];
  // A column of one value is told by that value.
  const telling = columns.filter(({ values }) => values.length > 1);
  const order = orderOf(rows, telling);
  hash.update(`ties ${rows}\n`);
  for (const { values } of columns) hash.update(`${JSON.stringify(values)}\n`);
  for (const { places } of telling) hashNumbers(hash, inOrderOf(order, places, new Int32Array(rows)));

  if (table.strength === null) return;
  const strengths = inOrderOf(order, table.strength, new Float64Array(rows));
  sortWithinAlike(strengths, order, telling);
  // What is not stated has a mark of its own: the bits of a NaN are not the same everywhere.
  const isStated = new Uint8Array(rows);
  for (let at = 0; at < rows; at++) {
    isStated[at] = Number.isNaN(strengths[at]!) ? 0 : 1;
    // And a zero has no sign.
    strengths[at] = isStated[at] === 1 ? strengths[at]! + 0 : 0;
  }
  // As where there is no such column.
  if (!isStated.includes(1)) return;
  hashNumbers(hash, isStated);
  hashNumbers(hash, strengths);
}

/** Several columns over the same values; values that no row has are left out. */
function ranked(values: readonly Value[], ...columns: Int32Array[]): Ranked[] {
  const isUsed = new Uint8Array(values.length);
  for (const codes of columns) for (let row = 0; row < codes.length; row++) isUsed[codes[row]!] = 1;
  const codeOf = new Map<Value, number>();
  for (let code = 0; code < values.length; code++) if (isUsed[code] === 1) codeOf.set(values[code]!, code);
  const sorted = sortedValues([...codeOf.keys()]);
  const placeOf = new Int32Array(values.length);
  for (let place = 0; place < sorted.length; place++) placeOf[codeOf.get(sorted[place]!)!] = place;
  return columns.map((codes) => {
    const places = new Int32Array(codes.length);
    for (let row = 0; row < codes.length; row++) places[row] = placeOf[codes[row]!]!;
    return { values: sorted, places };
  });
}

/** Texts, then numbers, then what is unknown. */
function sortedValues(values: readonly Value[]): Value[] {
  return [
    // As byCodePoint, without a call for each comparison.
    ...values.filter((value) => typeof value === 'string').sort(),
    ...values.filter((value) => typeof value === 'number').sort((a, b) => a - b),
    ...values.filter((value) => value === null),
  ];
}

/** Row numbers in the order of the columns, the first one first: counting sorts, which are stable, from the last one. */
function orderOf(rows: number, columns: readonly Ranked[]): Int32Array {
  let order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (const { values, places } of columns.toReversed()) {
    const next = new Int32Array(values.length + 1);
    for (let row = 0; row < rows; row++) next[places[row]! + 1]!++;
    for (let place = 0; place < values.length; place++) next[place + 1]! += next[place]!;
    const ordered = new Int32Array(rows);
    for (let at = 0; at < rows; at++) ordered[next[places[order[at]!]!]!++] = order[at]!;
    order = ordered;
  }
  return order;
}

/** Strengths of rows that are otherwise alike by size, so that it does not matter in which order they were. */
function sortWithinAlike(strengths: Float64Array, order: Int32Array, columns: readonly Ranked[]): void {
  for (let begin = 0, end = 1; begin < order.length; begin = end++) {
    while (end < order.length && areAlike(order[begin]!, order[end]!, columns)) end++;
    if (end - begin > 1) strengths.subarray(begin, end).sort();
  }
}

function areAlike(a: number, b: number, columns: readonly Ranked[]): boolean {
  for (const { places } of columns) if (places[a] !== places[b]) return false;
  return true;
}

function inOrderOf<Numbers extends Int32Array | Float64Array>(order: Int32Array, of: Numbers, into: Numbers): Numbers {
  for (let at = 0; at < order.length; at++) into[at] = of[order[at]!]!;
  return into;
}

/** As little-endian bytes, which is how every machine that runs Node keeps them. */
function hashNumbers(hash: Hash, numbers: Int32Array | Uint8Array | Float64Array): void {
  hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}
