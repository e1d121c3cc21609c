/**
 * What a kind of record is: its schema, what identifies its subject, its CSV columns and one example.
 *
 * A kind is one file in this folder and one line in `index.ts`. Store, import, export and messages read it from there.
 */
import type { z } from 'zod';

export interface RecordKind<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** The name under which facts of this kind are stored. */
  name: Name;
  /** One sentence: what a fact of this kind says. */
  says: string;
  schema: Schema;
  /** What the fact is about. A newer fact with the same kind and subject supersedes this one. */
  subject: (body: z.infer<Schema>) => string;
  /** Columns of the kind's CSV file, in order; each is a top-level key of the body. */
  columns: readonly string[];
  example: z.infer<Schema>;
}

export function recordKind<Name extends string, Schema extends z.ZodType>(
  kind: RecordKind<Name, Schema>,
): RecordKind<Name, Schema> {
  return kind;
}
