/**
 * Weft's own format: all facts of a network, nothing lost. One fact a line in canonical JSON, in the order of recording,
 * so that two exports of the same facts have the same bytes and a change of them reads as one.
 */
import { z } from 'zod';
import { Envelope, type Fact, KINDS, type NetworkRecords, type RecordKind } from '../records/index.ts';
import { canonicalJson } from '../store/json.ts';
import { Problems, refuse } from './import-error.ts';
import { type JsonText, readJsonText } from './json-text.ts';

const FORMAT = 'weft-facts';
const VERSION = 1;

export function writeJson(facts: readonly Fact[]): string {
  const lines = inOrder(facts).map((fact) => canonicalJson(fact));
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"format":"${FORMAT}","version":${VERSION},"facts":${list}}\n`;
}

/** The facts that `writeJson` wrote. @throws ImportError with every fact that its schema refuses, by line and field. */
export function readJsonFacts(bytes: Uint8Array, file = 'facts.json'): Fact[] {
  return factsOf(readJsonText(bytes, file), file);
}

/** Whether JSON claims to be of this format. */
export function isFactsJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

export function factsOf(json: JsonText, file: string): Fact[] {
  const outer = z
    .strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), facts: z.array(z.unknown()) })
    .safeParse(json.value);
  if (!outer.success) {
    const message = `is not an export of version ${VERSION}; it must hold format "${FORMAT}", version and facts`;
    return refuse(file, null, String(outer.error.issues[0]?.path[0] ?? ''), message);
  }
  const problems = new Problems();
  const facts = outer.data.facts.map((fact, index) => checkFact(fact, file, json.lineOf('facts', index), problems));
  problems.throwIfAny();
  return facts as Fact[];
}

/**
 * What a measurement reads, from facts alone: of each subject the newest fact, none where that is withdrawn or ended.
 * The same rule as the store's, without a date.
 */
export function recordsOfFacts(facts: readonly Fact[]): NetworkRecords {
  const newest = new Map<string, Fact>();
  for (const fact of inOrder(facts)) {
    const key = JSON.stringify([fact.kind, fact.subject]);
    const other = newest.get(key);
    if (!other || fact.validFrom >= other.validFrom) newest.set(key, fact);
  }
  const held = [...newest.values()].filter((fact) => !fact.retracted && fact.validTo === null);
  held.sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));
  const bodies = <K extends Fact['kind']>(kind: K) =>
    held.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind).map((fact) => fact.body);
  return {
    members: bodies('member') as NetworkRecords['members'],
    ties: bodies('tie') as NetworkRecords['ties'],
    adoptions: bodies('adoption') as NetworkRecords['adoptions'],
    waves: bodies('wave') as NetworkRecords['waves'],
    responses: bodies('response') as NetworkRecords['responses'],
    contributions: bodies('contribution') as NetworkRecords['contributions'],
  };
}

/** By time of recording; facts recorded together stay in the order in which they were appended. */
function inOrder(facts: readonly Fact[]): Fact[] {
  return facts
    .map((fact, index) => ({ fact, index }))
    .sort((a, b) => compare(a.fact.recordedAt, b.fact.recordedAt) || a.index - b.index)
    .map(({ fact }) => fact);
}

function checkFact(fact: unknown, file: string, line: number | null, problems: Problems): unknown {
  const envelope = z.object({ kind: z.string(), body: z.unknown() }).safeParse(fact);
  if (!envelope.success || !Object.hasOwn(KINDS, envelope.data.kind)) {
    problems.add(file, line, 'kind', `is not known; write one of ${Object.keys(KINDS).join(', ')}`);
    return null;
  }
  const kind = KINDS[envelope.data.kind as keyof typeof KINDS] as RecordKind;
  const result = Envelope.extend({ body: kind.schema }).safeParse(fact);
  if (result.success) {
    const { subject, body } = result.data;
    if (subject !== kind.subject(body)) {
      problems.add(file, line, 'subject', 'is not that of the body; leave facts as they were exported');
    }
    return result.data;
  }
  for (const issue of result.error.issues) {
    const message =
      issue.code === 'unrecognized_keys' ? 'has a field that facts of this kind do not have' : issue.message;
    problems.add(file, line, issue.path.map(String).join('.') || 'fact', message);
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
