/**
 * Ties in columns. Fifty thousand ties are seven arrays instead of fifty thousand objects: read from a file's bytes or
 * from a snapshot, selected and hashed without any of them becoming an object. `tieTableOf` and `tieRows` convert, so
 * that whoever takes `Ties` is indifferent to which of the two it is given.
 */
import type { ObservedTime } from './common.ts';
import type { TieBody } from './tie.ts';

/** A column of few different values: row r holds `values[codes[r]]`. No two values are the same. */
export interface Coded<Value> {
  values: readonly Value[];
  codes: Int32Array;
}

export interface TieTable {
  /** Everybody whom a tie names, each once. */
  ids: readonly string[];
  /** Row by row, positions in `ids`. */
  from: Int32Array;
  to: Int32Array;
  type: Coded<string>;
  wave: Coded<string | null>;
  time: Coded<ObservedTime | null>;
  /** NaN: not stated. Infinite: what stood there was no number, and `select` refuses it with its row. Null: none stated. */
  strength: Float64Array | null;
  /** Null: rows that are alike have not been numbered yet; `tieRows` does it in their order. */
  occurrence: Int32Array | null;
}

export type Ties = readonly TieBody[] | TieTable;

export function tieTableOf(ties: Ties): TieTable {
  if (!isRows(ties)) return ties;
  const rows = ties.length;
  const ids = new Coder<string>();
  const type = new Coder<string>();
  const wave = new Coder<string | null>();
  const time = new Coder<ObservedTime | null>();
  const column = () => new Int32Array(rows);
  const [from, to, types, waves, times, occurrence] = [column(), column(), column(), column(), column(), column()];
  const strength = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const tie = ties[row]!;
    from[row] = ids.codeOf(tie.from);
    to[row] = ids.codeOf(tie.to);
    types[row] = type.codeOf(tie.type);
    waves[row] = wave.codeOf(tie.wave);
    times[row] = time.codeOf(tie.time);
    strength[row] = strengthCell(tie.strength);
    occurrence[row] = tie.occurrence;
  }
  return {
    ...{ ids: ids.values, from, to, occurrence },
    strength: strength.every(Number.isNaN) ? null : strength,
    type: { values: type.values, codes: types },
    wave: { values: wave.values, codes: waves },
    time: { values: time.values, codes: times },
  };
}

export function tieRows(ties: Ties): TieBody[] {
  if (isRows(ties)) return [...ties];
  const { ids, type, wave, time, strength } = ties;
  const occurrence = ties.occurrence ?? numbered(ties);
  return Array.from(ties.from, (from, row) => ({
    from: ids[from]!,
    to: ids[ties.to[row]!]!,
    type: type.values[type.codes[row]!]!,
    strength: strength === null || Number.isNaN(strength[row]!) ? null : strength[row]!,
    wave: wave.values[wave.codes[row]!]!,
    time: time.values[time.codes[row]!]!,
    occurrence: occurrence[row]!,
  }));
}

export function countTies(ties: Ties): number {
  return isRows(ties) ? ties.length : ties.from.length;
}

/** A column whose values may be the same, such as two spellings of one date, as one whose values differ. */
export function distinct<Value>({ values, codes }: Coded<Value>): Coded<Value> {
  const coder = new Coder<Value>();
  const codeOf = values.map((value) => coder.codeOf(value));
  if (coder.values.length === values.length) return { values, codes };
  return { values: coder.values, codes: codes.map((code) => codeOf[code]!) };
}

function isRows(ties: Ties): ties is readonly TieBody[] {
  return Array.isArray(ties);
}

/** Numbers values in the order in which they are first seen. */
class Coder<Value> {
  readonly values: Value[] = [];
  readonly #codes = new Map<Value, number>();

  codeOf(value: Value): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** A caller's own records may hold anything where a number goes. */
function strengthCell(strength: unknown): number {
  if (strength === null) return Number.NaN;
  return typeof strength === 'number' && Number.isFinite(strength) ? strength : Number.POSITIVE_INFINITY;
}

/** Tells apart rows that are alike but for their strength: 0, 1, 2 … in their order. */
function numbered({ from, to, type, wave, time }: TieTable): Int32Array {
  const seen = new Map<string, number>();
  return from.map((source, row) => {
    const key = `${source} ${to[row]} ${type.codes[row]} ${wave.codes[row]} ${time.codes[row]}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  });
}
