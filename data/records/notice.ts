import { z } from 'zod';
import { Id, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** A person was sent a notice of a kind; the words are made from the kind, and the address stays in the people store. */
export const Notice = recordKind({
  name: 'notice',
  says: 'A person was sent a notice of a kind; the words are made from the kind, and the address stays in the people store.',
  schema: z.strictObject({
    notice: Id,
    person: Id,
    template: Id,
    about: Id,
    /** It asked for something; absent: it told, or reminded. */
    asks: z.literal(true).optional(),
  }),
  subject: (body) => subjectOf(body.notice),
  columns: ['notice', 'person', 'template', 'about', 'asks'],
  example: {
    notice: 'notice-1',
    person: 'p01',
    template: 'survey-invitation',
    about: 'wave-1',
  },
});

export type NoticeBody = z.infer<typeof Notice.schema>;
