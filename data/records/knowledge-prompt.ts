import { z } from 'zod';
import { Id, Instant, subjectOf } from './common.ts';
import { recordKind } from './record-kind.ts';

/** After what people are asked for what they learned without having said it. */
export const LEARNED_AFTER = ['session', 'experiment', 'shadowing', 'mentorship'] as const;

/** Some days after they did something together, people were asked what they learned; how many of them answered. */
export const KnowledgePrompt = recordKind({
  name: 'knowledge-prompt',
  says: 'Some days after they did something together, people were asked what they learned; how many of them answered.',
  schema: z.strictObject({
    prompt: Id,
    after: z.enum(LEARNED_AFTER),
    /** The session, experiment or mentorship. */
    about: Id,
    askedAt: Instant.nullable(),
    asked: z.int().min(0),
    answered: z.int().min(0),
    endedAt: Instant.nullable(),
  }),
  subject: (body) => subjectOf(body.prompt),
  columns: ['prompt', 'after', 'about', 'askedAt', 'asked', 'answered', 'endedAt'],
  example: {
    prompt: 'prompt-1',
    after: 'session',
    about: 'session-1',
    askedAt: '2026-03-17T09:00:00.000Z',
    asked: 8,
    answered: 5,
    endedAt: '2026-03-31T09:00:00.000Z',
  },
});

export type KnowledgePromptBody = z.infer<typeof KnowledgePrompt.schema>;
