import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** Whether a member who was asked in a wave has answered. Who did not answer has unknown ties, not none. */
export const Response = recordKind({
  name: 'response',
  says: 'Whether a member who was asked in a wave has answered. Who did not answer has unknown ties, not none.',
  schema: z.strictObject({
    wave: z.string().min(1).max(40),
    member: Id,
    status: z.enum(['asked', 'answered', 'refused', 'no-answer']),
  }),
  subject: (body) => subjectOf(body.wave, body.member),
  columns: ['wave', 'member', 'status'],
  example: {
    wave: '1',
    member: 'p01',
    status: 'answered',
  },
});

export type ResponseBody = z.infer<typeof Response.schema>;
