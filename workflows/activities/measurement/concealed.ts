/**
 * Records of files with codes in the place of what the files call people, because a file's ids may be names, and what is
 * measured on many machines lies in a store and passes through logs. Nobody but the caller can tell who a code is.
 *
 * Codes are in the order of the ids they stand for, so that whatever is sorted by id is sorted alike; of attributes only
 * the one that groups keeps its values. So a measurement differs in nothing but the codes, and in the fingerprint, which
 * is taken of the records as they were: `reveal` puts both back, and gives the bytes of a measurement on one machine.
 */
import { randomBytes } from 'node:crypto';
import type { Measurement, MeasureOptions } from '../../../analysis/measure.ts';
import { digestOf } from '../../../analysis/metrics/digest.ts';
import type { MeasurableRecords, Ties, TieTable } from '../../../data/records/index.ts';

export interface Concealed {
  records: MeasurableRecords;
  reveal: {
    measurement(measurement: Measurement): Measurement;
    words(words: string): string;
  };
}

export function concealed(records: MeasurableRecords, { groupBy }: MeasureOptions): Concealed {
  const ids = [...new Set(idsIn(records))].sort((a, b) => (a < b ? -1 : 1));
  // Drawn anew each time, and longer than anything that could stand in a file by chance.
  const token = randomBytes(8).toString('hex');
  const width = String(ids.length).length;
  const codes = new Map(ids.map((id, at) => [id, `c${token}-${String(at).padStart(width, '0')}`]));
  const pattern = new RegExp(`c${token}-(\\d{${width}})`, 'g');
  const words = (text: string) => text.replace(pattern, (_, at) => ids[Number(at)] as string);
  const code = (id: string) => codes.get(id) as string;
  return {
    records: withCodes(records, code, groupBy),
    reveal: {
      words,
      measurement: (measurement) => {
        const { digest } = measurement.input;
        const own = digestOf(records, measurement.options);
        return translated(measurement, (text) => (text === digest ? own : words(text))) as Measurement;
      },
    },
  };
}

function idsIn({ members, ties, adoptions, responses, contributions }: MeasurableRecords): string[] {
  return [
    ...members.map(({ member }) => member),
    ...(isTable(ties) ? ties.ids : ties.flatMap(({ from, to }) => [from, to])),
    ...adoptions.map(({ member }) => member),
    ...responses.map(({ member }) => member),
    ...contributions.flatMap(({ member, helped }) => (helped === null ? [member] : [member, helped])),
  ];
}

function withCodes(
  { members, ties, adoptions, waves, responses, contributions }: MeasurableRecords,
  code: (id: string) => string,
  groupBy: string | undefined,
): MeasurableRecords {
  return {
    waves,
    members: members.map((body) => ({
      ...body,
      member: code(body.member),
      // Names of attributes stay: they are what an attribute that is not there is answered with.
      attributes: Object.fromEntries(
        Object.entries(body.attributes).map(([name, value]) => [name, name === groupBy ? value : null]),
      ),
    })),
    ties: isTable(ties)
      ? { ...ties, ids: ties.ids.map(code) }
      : ties.map((body) => ({ ...body, from: code(body.from), to: code(body.to) })),
    adoptions: adoptions.map((body) => ({ ...body, member: code(body.member) })),
    responses: responses.map((body) => ({ ...body, member: code(body.member) })),
    contributions: contributions.map((body) => ({
      ...body,
      member: code(body.member),
      helped: body.helped === null ? null : code(body.helped),
    })),
  };
}

function isTable(ties: Ties): ties is TieTable {
  return !Array.isArray(ties);
}

/** Every text of a plain value, names of properties too, in the order in which they are. */
function translated(value: unknown, translate: (text: string) => string): unknown {
  if (typeof value === 'string') return translate(value);
  if (Array.isArray(value)) return value.map((item) => translated(item, translate));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [translate(name), translated(item, translate)] as const);
  return Object.fromEntries(entries);
}
