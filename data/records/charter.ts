import { z } from 'zod';
import { subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** The agreement a network runs under, as it stood from a date on. */
export const Charter = recordKind({
  name: 'charter',
  says: 'The agreement a network runs under, as it stood from a date on.',
  schema: z.strictObject({
    /** SHA-256 of the charter's canonical JSON. */
    digest: z.string().min(8),
    /** The whole charter as checked by workflows/contract; kept as plain JSON so that records import nothing of ours. */
    charter: z.record(z.string(), z.unknown()),
  }),
  subject: () => subjectOf('charter'),
  columns: ['digest', 'charter'],
  example: {
    digest: '0f1e2d3c4b5a6978',
    charter: { name: 'Three regions exchange' },
  },
});

export type CharterBody = z.infer<typeof Charter.schema>;
