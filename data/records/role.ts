import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A person holds a role, and with it the rights that the charter gives to it. */
export const Role = recordKind({
  name: 'role',
  says: 'A person holds a role, and with it the rights that the charter gives to it.',
  schema: z.strictObject({
    person: Id,
    role: z.enum(['lead', 'steward', 'facilitator', 'evaluator', 'sponsor']),
    held: z.boolean(),
  }),
  subject: (body) => subjectOf(body.role, body.person),
  columns: ['person', 'role', 'held'],
  example: {
    person: 'p01',
    role: 'lead',
    held: true,
  },
});

export type RoleBody = z.infer<typeof Role.schema>;
