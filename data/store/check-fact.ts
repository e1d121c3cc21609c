/** Checks what a caller wants to append, and turns it into rows: by the kind's schema, the envelope, and JSON's limits. */
import { z } from 'zod';
import { Envelope, KINDS, type NewFact, type RecordKind, Source } from '../records/index.ts';
import type { NewEntry } from './audit-chain.ts';
import { assertJson, canonicalJson, JsonError } from './json.ts';
import type { PlacelessFact } from './people-in-facts.ts';
import { RecordError } from './record-store.ts';

/** A fact that passed. */
export type CheckedFact = PlacelessFact;

/** @throws RecordError naming the fact's place, kind, field and what was expected; never a value. */
export function checkFacts(facts: readonly NewFact[]): CheckedFact[] {
  const checked = facts.map((fact, index) => checkFact(fact, `fact ${index + 1}`));
  const network = checked[0]?.network;
  const stray = checked.findIndex((fact) => fact.network !== network);
  if (stray >= 0) {
    throw new RecordError(
      `fact ${stray + 1}: expected the same network as fact 1, because one audit entry vouches for all; ` +
        'append each network on its own.',
    );
  }
  return checked;
}

const Entry = z.strictObject({
  network: Envelope.shape.network,
  at: Envelope.shape.recordedAt,
  actor: Source,
  action: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'name an action in small letters'),
  detail: z.record(z.string(), z.unknown()),
});

/** @throws RecordError */
export function checkEntry(entry: NewEntry): NewEntry {
  assertKept(entry, 'audit entry');
  return parse(Entry, entry, 'audit entry');
}

function checkFact(fact: NewFact, place: string): CheckedFact {
  const { body, ...rest } = fact;
  const kind = kindOf(rest.kind, place);
  const where = `${place} (${kind.name})`;
  assertKept(rest, where);
  assertKept(body, where);
  const content = parse(kind.schema, body, where);
  const envelope = parse(Envelope, { ...rest, subject: kind.subject(content) }, where);
  return {
    network: envelope.network,
    kind: kind.name,
    subject: envelope.subject,
    body: canonicalJson(content),
    valid_from: envelope.validFrom,
    valid_to: envelope.validTo,
    source_type: envelope.source.type,
    source_id: envelope.source.id,
    recorded_at: envelope.recordedAt,
    key: envelope.key,
    retracted: envelope.retracted ? 1 : 0,
  };
}

function kindOf(name: unknown, place: string): RecordKind {
  if (typeof name === 'string' && Object.hasOwn(KINDS, name)) return KINDS[name as keyof typeof KINDS] as RecordKind;
  throw new RecordError(`${place}: its kind is unknown; expected one of ${Object.keys(KINDS).join(', ')}`);
}

function assertKept(value: unknown, where: string): void {
  try {
    assertJson(value);
  } catch (error) {
    if (error instanceof JsonError) throw new RecordError(`${where}, ${error.message}`);
    throw error;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new RecordError(result.error.issues.map((issue) => `${where}, ${describe(issue)}`).join('\n'));
}

function describe(issue: z.core.$ZodIssue): string {
  // Zod names the unknown keys; a key may be what a person wrote.
  if (issue.code === 'unrecognized_keys') return `${fieldOf(issue)}: a field that this kind does not have`;
  return `${fieldOf(issue)}: ${issue.message}`;
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? 'as a whole' : issue.path.map(String).join('.');
}
