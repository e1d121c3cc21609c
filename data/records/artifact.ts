import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/** What the repository keeps: what happened, what was tried, how it is done, why it was decided so. */
export const ARTIFACT_TYPES = ['case', 'experiment-log', 'playbook', 'decision-rationale'] as const;

/** What an artifact is found by: the same word for the same thing. */
export const Tag = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'write a tag in small letters and dashes, such as first-talk');

/** Something that a network knows and keeps for whoever comes next, with what it builds on and who looks after it. */
export const Artifact = recordKind({
  name: 'artifact',
  says: 'Something that a network knows and keeps for whoever comes next, with what it builds on and who looks after it.',
  schema: z.strictObject({
    artifact: Id,
    type: z.enum(ARTIFACT_TYPES),
    title: TextRef,
    summary: TextRef.nullable(),
    link: TextRef.nullable(),
    tags: z.array(Tag),
    /** Who made it. */
    contributors: z.array(Id),
    /** Who is asked whether it still holds; null: the network's steward. */
    steward: Id.nullable(),
    /** Earlier artifacts. */
    buildsOn: z.array(Id),
    /** The experiment that it came out of. */
    from: Id.nullable(),
    status: z.enum(['draft', 'current', 'stale', 'retired', 'discarded']),
    version: z.int().min(1),
    sharedAt: Instant,
    /** When it is looked at again. */
    reviewBy: Instant.nullable(),
    /** Reviews that fell due, and those of them that were done before anybody had to be reminded. */
    reviews: z.strictObject({ due: z.int().min(0), inTime: z.int().min(0) }),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.artifact),
  columns: [
    ...['artifact', 'type', 'title', 'summary', 'link', 'tags', 'contributors', 'steward', 'buildsOn', 'from'],
    ...['status', 'version', 'sharedAt', 'reviewBy', 'reviews', 'endedAt'],
  ],
  example: {
    artifact: 'artifact-2',
    type: 'playbook' as const,
    title: 't-0123456789abcdef',
    summary: 't-1123456789abcdef',
    link: null,
    tags: ['intake', 'first-talk'],
    contributors: ['p01', 'p02'],
    steward: 'p01',
    buildsOn: ['artifact-1'],
    from: null,
    status: 'current' as const,
    version: 1,
    sharedAt: '2026-04-10T09:00:00.000Z',
    reviewBy: '2026-10-10T09:00:00.000Z',
    reviews: { due: 0, inTime: 0 },
    endedAt: null,
  },
});

export type ArtifactBody = z.infer<typeof Artifact.schema>;
