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
  const members = numberOf(given, 'members');
  const rows = readFileSync(textOf(given, 'ties'), 'utf8').trimEnd().split('\n');
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  const strength = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const [v = '', w = '', length = '1'] = row.split(' ');
    from[at] = Number(v);
    to[at] = Number(w);
    strength[at] = Number(length);
  }
  return unionOf(fromArcs(namesOf(members), { from, to, strength }));
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
  const tied = Int32Array.from({ length: graph.n }, (_, v) => degreeOf(graph.out, v)).filter((degree) => degree > 0);
  return { ties: graph.m, degrees: tied.sort() };
}
