import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A member says where an artifact was used. */
export const ArtifactUse = recordKind({
  name: 'artifact-use',
  says: 'A member says where an artifact was used.',
  schema: z.strictObject({
    use: Id,
    artifact: Id,
    member: Id,
    where: TextRef,
    /** The practice that was taken up with it; then there is an adoption as well. */
    adopts: z.string().min(1).max(60).nullable(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.use),
  columns: ['use', 'artifact', 'member', 'where', 'adopts', 'at'],
  example: {
    use: 'artifact-2.use-1',
    artifact: 'artifact-2',
    member: 'p01',
    where: 't-0123456789abcdef',
    adopts: 'shared-intake',
    at: '2026-05-02T09:00:00.000Z',
  },
});

export type ArtifactUseBody = z.infer<typeof ArtifactUse.schema>;
