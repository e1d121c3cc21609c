/**
 * Records as one block of bytes: a head of canonical JSON (members, and everything else that is few), then ties in
 * columns, each value in as many bytes as its column needs. Fifty thousand ties are about 700 kB and are read in
 * milliseconds; as JSON they are 6 MB.
 *
 * Numbers are little-endian, as every machine that runs Node keeps them. Each column begins at a multiple of 8 bytes, so
 * that it can be looked at where it lies.
 */
import { type MeasurableRecords, type TieTable, tieTableOf } from '../records/index.ts';

const MARK = 'weft-records-1\n';

interface Head extends Omit<MeasurableRecords, 'ties'> {
  ties: {
    rows: number;
    ids: TieTable['ids'];
    types: TieTable['type']['values'];
    waves: TieTable['wave']['values'];
    times: TieTable['time']['values'];
    /** 1 + the highest number among alike rows; null: they have not been numbered. */
    occurrences: number | null;
    /** False: no row states one, and there is no such column. */
    strengths: boolean;
  };
}

export function packRecords(records: MeasurableRecords): Uint8Array {
  const { ties, ...rest } = records;
  const table = tieTableOf(ties);
  const rows = table.from.length;
  const occurrences =
    table.occurrence === null ? null : 1 + table.occurrence.reduce((most, one) => Math.max(most, one), 0);
  const { ids } = table;
  const values = { types: table.type.values, waves: table.wave.values, times: table.time.values };
  const head: Head = {
    ...rest,
    ties: { ...{ rows, ids, ...values, occurrences, strengths: table.strength !== null } },
  };
  const columns: Uint8Array[] = codeColumns(head).map(([name, different]) =>
    narrowed(columnOf(table, name), different),
  );
  const { strength } = table;
  if (strength !== null) columns.push(new Uint8Array(strength.buffer, strength.byteOffset, 8 * rows));

  const text = Buffer.from(`${MARK}${JSON.stringify(head)}\n`);
  const size = columns.reduce((sum, column) => sum + padded(column.length), padded(4 + text.length));
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = padded(4 + text.length);
  for (const column of columns) {
    bytes.set(column, at);
    at += padded(column.length);
  }
  return bytes;
}

/** @throws Error where the bytes are of another version. */
export function unpackRecords(packed: Uint8Array): MeasurableRecords {
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + 4, length).toString('utf8');
  if (!text.startsWith(MARK)) throw new Error('These are no records that were kept for measuring.');
  const { ties, ...rest } = JSON.parse(text.slice(MARK.length)) as Head;
  let at = padded(4 + length);
  const take = (width: number): ArrayBuffer => {
    const begin = bytes.byteOffset + at;
    at += padded(width * ties.rows);
    return bytes.buffer.slice(begin, begin + width * ties.rows) as ArrayBuffer;
  };
  const codes = new Map(
    codeColumns({ ...rest, ties }).map(([name, different]) => {
      const { type, width } = narrowest(different);
      return [name, new Int32Array(new type(take(width)))];
    }),
  );
  return {
    ...rest,
    ties: {
      ids: ties.ids,
      from: codes.get('from')!,
      to: codes.get('to')!,
      type: { values: ties.types, codes: codes.get('type')! },
      wave: { values: ties.waves, codes: codes.get('wave')! },
      time: { values: ties.times, codes: codes.get('time')! },
      occurrence: codes.get('occurrence') ?? null,
      strength: ties.strengths ? new Float64Array(take(8)) : null,
    },
  };
}

type CodeColumn = 'from' | 'to' | 'type' | 'wave' | 'time' | 'occurrence';

/** The columns of whole numbers in their order, with how many different ones there may be. */
function codeColumns({ ties }: Head): [CodeColumn, number][] {
  const columns: [CodeColumn, number][] = [
    ['from', ties.ids.length],
    ['to', ties.ids.length],
    ['type', ties.types.length],
    ['wave', ties.waves.length],
    ['time', ties.times.length],
  ];
  return ties.occurrences === null ? columns : [...columns, ['occurrence', ties.occurrences]];
}

function columnOf(table: TieTable, name: CodeColumn): Int32Array {
  if (name === 'occurrence') return table.occurrence!;
  return name === 'from' || name === 'to' ? table[name] : table[name].codes;
}

function narrowest(different: number) {
  if (different <= 1 << 8) return { type: Uint8Array, width: 1 };
  return different <= 1 << 16 ? { type: Uint16Array, width: 2 } : { type: Int32Array, width: 4 };
}

function narrowed(codes: Int32Array, different: number): Uint8Array {
  const column = new (narrowest(different).type)(codes);
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
