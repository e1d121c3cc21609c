import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What a network did and learned was laid out as files that can be read without Weft. */
export const Archive = recordKind({
  name: 'archive',
  says: 'What a network did and learned was laid out as files that can be read without Weft.',
  schema: z.strictObject({
    archive: Id,
    files: z.int().min(1),
    bytes: z.int().min(1),
    /** SHA-256 of its integrity.json, which holds that of every other file and the head of the audit chain. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  subject: (body) => subjectOf(body.archive),
  columns: ['archive', 'files', 'bytes', 'digest'],
  example: {
    ...{ archive: 'closed', files: 24, bytes: 310_000 },
    digest: '0f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a6978',
  },
});

export type ArchiveBody = z.infer<typeof Archive.schema>;
