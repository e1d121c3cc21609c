import { z } from 'zod';
import { Attributes, Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A person takes part, or was invited, or has left; with the attributes that may be shown in aggregate. */
export const Member = recordKind({
  name: 'member',
  says: 'A person takes part, or was invited, or has left; with the attributes that may be shown in aggregate.',
  schema: z.strictObject({
    member: Id,
    status: z.enum(['invited', 'active', 'declined', 'left']),
    /** Part of the coordinating team (the hub), whose share of the work is measured as hub dependence. */
    hub: z.boolean(),
    attributes: Attributes,
  }),
  subject: (body) => subjectOf(body.member),
  columns: ['member', 'status', 'hub', 'attributes'],
  example: {
    member: 'p01',
    status: 'active',
    hub: false,
    attributes: { region: 'North', organisation: 'Clinic A' },
  },
});

export type MemberBody = z.infer<typeof Member.schema>;
