import { z } from 'zod';
import { Id, Instant, subjectOf, TextRef } from './common.ts';
import { recordKind } from './record-kind.ts';

/**
 * The kinds of value that a story may be of, as Wenger, Trayner and de Laat (2011) tell them apart: what was good in
 * itself, what was learned and may be used, what was tried at home, and what became better by it.
 */
export const VALUES = ['immediate', 'potential', 'applied', 'realised'] as const;

/** A member tells what the network was worth to them. */
export const Story = recordKind({
  name: 'story',
  says: 'A member tells what the network was worth to them.',
  schema: z.strictObject({
    story: Id,
    member: Id,
    text: TextRef,
    value: z.enum(VALUES),
    /** The cycle that it goes back to, where it goes back to one. */
    cycle: z.int().min(1).nullable(),
    /** Whether others may read it. */
    shared: z.boolean(),
    /** Whether others may read whose it is; facts of before there was a choice do not say, which is no. */
    named: z.boolean().optional(),
    at: Instant,
  }),
  subject: (body) => subjectOf(body.story),
  columns: ['story', 'member', 'text', 'value', 'cycle', 'shared', 'named', 'at'],
  example: {
    story: 'story-1',
    member: 'p01',
    text: 't-0123456789abcdef',
    value: 'applied',
    cycle: 1,
    shared: true,
    named: false,
    at: '2026-06-02T09:00:00.000Z',
  },
});

export type StoryBody = z.infer<typeof Story.schema>;
