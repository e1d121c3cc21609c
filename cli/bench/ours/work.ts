/** What every work of ours shares: its options, and the network from the file that all contenders read. */
import { readFileSync } from 'node:fs';
import { type CompactGraph, degreeOf, fromArcs, unionOf } from '../../../analysis/graph/compact.ts';
import { createExecute } from '../../../analysis/kernels/execute.ts';
import type { Execute } from '../../../analysis/kernels/job.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';

/** `call` is what is measured; `answer` says the figures that came of it. */
export interface Work<Found> {
  call: () => Found | Promise<Found>;
  answer: (found: Found) => Record<string, number | ArrayLike<number>>;
}

export type Given = Readonly<Record<string, string>>;

export function textOf(given: Given, name: string): string {
  const text = given[name];
  if (text === undefined) throw new Error(`${name}= is missing`);
  return text;
}

export function numberOf(given: Given, name: string): number {
  return Number(textOf(given, name));
}

/** On as many threads as the row says. */
export function executeOf(given: Given): Execute {
  return createExecute({ threads: numberOf(given, 'threads') });
}

/** The undirected network; lengths of ties, where the file has them, are the strengths. */
export function graphOf(given: Given): CompactGraph {
  return unionOf(fromArcs(namesOf(numberOf(given, 'members')), numbersOf(readFileSync(textOf(given, 'ties')))));
}

const ZERO = 48;

/**
 * The columns of the edge list, digit by digit: the benchmark's own reading is not to be seen in what is measured, least
 * of all in memory. How Weft reads what people bring is a row of its own.
 */
function numbersOf(bytes: Uint8Array): Record<'from' | 'to', Int32Array> & { strength: Float64Array } {
  const ties = bytes.reduce((lines, byte) => lines + Number(byte === 10), 0);
  const columns = [new Int32Array(ties), new Int32Array(ties), new Float64Array(ties).fill(1)] as const;
  for (let at = 0, row = 0; row < ties; row++, at++) {
    for (let column = 0; column < columns.length && bytes[at] !== 10; column++) {
      if (bytes[at] === 32) at++;
      let value = 0;
      for (; bytes[at]! >= ZERO; at++) value = value * 10 + bytes[at]! - ZERO;
      columns[column]![row] = value;
    }
  }
  return { from: columns[0], to: columns[1], strength: columns[2] };
}

export function namesOf(members: number): string[] {
  return Array.from({ length: members }, (_, v) => String(v));
}

/** The same network as records: what a survey would have brought, each tie named by one of the two. */
export function recordsOf(given: Given): NetworkRecords {
  const members = numberOf(given, 'members');
  const groups = Number(given.groups ?? 1);
  const rows = readFileSync(textOf(given, 'ties'), 'utf8').trimEnd().split('\n');
  return {
    members: namesOf(members).map((member, v) => ({
      member,
      status: 'active',
      hub: false,
      attributes: { group: `group ${v % groups}` },
    })),
    ties: rows.map((row) => {
      const [from = '', to = '', length] = row.split(' ');
      const strength = length === undefined ? null : Number(length);
      return { from, to, type: 'advice', strength, wave: null, time: null, occurrence: 0 };
    }),
    adoptions: [],
    waves: [],
    responses: [],
    contributions: [],
  };
}

/** What a loaded network is checked by. Members whom no tie names are not in every file. */
export function degrees(graph: CompactGraph): Record<string, number | Int32Array> {
  const ends = Int32Array.from({ length: graph.n }, (_, v) => degreeOf(graph.out, v) + degreeOf(graph.in, v));
  return { ties: graph.m, degrees: ends.filter((degree) => degree > 0).sort() };
}
