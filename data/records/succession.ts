import { z } from 'zod';
import { RoleName } from './charter.ts';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Who would take a role over from somebody who holds it, and whether they could today; or that nobody holds it. */
export const Succession = recordKind({
  name: 'succession',
  says: 'Who would take a role over from somebody who holds it, and whether they could today; or that nobody holds it.',
  schema: z.strictObject({
    role: RoleName,
    /** Null: it is vacant. */
    holder: Id.nullable(),
    /** Null: asked, and nobody was named. */
    successor: Id.nullable(),
    ready: z.boolean(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.role, body.holder ?? ''),
  columns: ['role', 'holder', 'successor', 'ready', 'at'],
  example: { role: 'lead', holder: 'p01', successor: 'p07', ready: true, at: '2026-06-01T09:00:00.000Z' },
});

export type SuccessionBody = z.infer<typeof Succession.schema>;
