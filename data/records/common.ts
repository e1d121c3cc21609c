/**
 * The vocabulary that every record shares: ids, dates, references to sealed words.
 *
 * Ids are opaque on purpose. They travel through workflow histories and logs, which cannot be erased, so an id never
 * holds a name. What a person wrote in their own words is sealed in the people store under that person's key; a record
 * carries only the reference (`t-…`).
 */
import { z } from 'zod';

/** Letters, digits, dot, dash, underscore, colon: safe in a workflow id, a file name and a URL. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, 'use 1 to 100 letters, digits, dots, dashes, underscores or colons');

/** A network's id is also part of file names and workflow ids. */
export const NetworkId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use 1 to 60 small letters, digits and dashes, starting with a letter or digit');

/** An instant on the programme's clock: ISO-8601 in UTC with milliseconds, so that text order is time order. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'write an instant as 2026-02-28T09:00:00.000Z')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'this instant does not exist');

/** Reference to words sealed in the people store under their author's key. */
export const TextRef = z.string().regex(/^t-[0-9a-f]{16,64}$/, 'a reference to sealed words starts with t-');

export const AttributeValue = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/** Categorical or numeric facts that may be shown in aggregate: region, organisation. Never a name or an address. */
export const Attributes = z.record(z.string().min(1).max(100), AttributeValue);

/**
 * When something was observed to happen: a period number (datasets count weeks or months) or an ISO date.
 * The two are never mixed in one network.
 */
export const ObservedTime = z.union([z.number(), z.string().min(1).max(40)]);

export type Id = z.infer<typeof Id>;
export type Instant = z.infer<typeof Instant>;
export type TextRef = z.infer<typeof TextRef>;
export type Attributes = z.infer<typeof Attributes>;
export type AttributeValue = z.infer<typeof AttributeValue>;
export type ObservedTime = z.infer<typeof ObservedTime>;

/**
 * Joins the parts that say what a fact is about. Parts are escaped, so that `a|b` + `c` never equals `a` + `b|c`.
 */
export function subjectOf(...parts: (string | number | null)[]): string {
  return parts.map((part) => (part === null ? '' : encodeURIComponent(String(part)))).join('|');
}
