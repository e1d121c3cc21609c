/**
 * A fingerprint of what was measured: SHA-256 of the records and options in one canonical form.
 *
 * Two reports with the same digest measured the same facts in the same way. Rows are sorted and keys ordered, so that the
 * order in which records arrive does not matter.
 */
import { createHash } from 'node:crypto';
import type { NetworkRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';

export function digestOf(records: NetworkRecords, options: object): string {
  const hash = createHash('sha256');
  hash.update(`options ${canonical(options)}\n`);
  const kinds = [
    ['members', records.members],
    ['ties', records.ties],
    ['adoptions', records.adoptions],
    ['waves', records.waves],
    ['responses', records.responses],
    ['contributions', records.contributions],
  ] as const;
  for (const [kind, bodies] of kinds) {
    const rows = bodies.map(canonical).sort(byCodePoint);
    hash.update(`${kind} ${rows.length}\n`);
    for (const row of rows) hash.update(`${row}\n`);
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
