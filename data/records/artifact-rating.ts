import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** How useful a member found an artifact: 1 not at all to 4 very. The newest of a member counts. */
export const ArtifactRating = recordKind({
  name: 'artifact-rating',
  says: 'How useful a member found an artifact: 1 not at all to 4 very. The newest of a member counts.',
  schema: z.strictObject({ artifact: Id, member: Id, usefulness: z.int().min(1).max(4), at: Instant }),
  subject: (body) => subjectOf(body.artifact, body.member),
  columns: ['artifact', 'member', 'usefulness', 'at'],
  example: { artifact: 'artifact-2', member: 'p01', usefulness: 4, at: '2026-05-02T09:00:00.000Z' },
});

export type ArtifactRatingBody = z.infer<typeof ArtifactRating.schema>;
