/** What members do with the repository, and what they are told. */
import { z } from 'zod';
import { ARTIFACT_TYPES, Tag } from '../../../data/records/index.ts';
import { action, Id, Text } from '../action.ts';

const Title = z
  .string()
  .trim()
  .min(3, 'give it a title of at least three letters')
  .max(200, 'keep it under 200 letters');
const Link = z.url({ protocol: /^https?$/, error: 'write a link as https://example.org/page' }).max(500);

const words = {
  title: Title,
  summary: Text,
  tags: z.array(Tag).min(1, 'give at least one tag').max(8, 'eight tags are enough'),
  contributors: z.array(Id).max(20).optional(),
  buildsOn: z.array(Id).max(20).optional(),
  link: Link.optional(),
};

export const repositoryActions = {
  'share-artifact': action({
    name: 'share-artifact',
    does: 'keep a case, an experiment log, a playbook or why something was decided, for others to use',
    may: { members: ['active'] },
    takenBy: { practice: 'repository' },
    payload: z.strictObject({ type: z.enum(ARTIFACT_TYPES), ...words }),
    words: ['title', 'summary', 'link'],
    people: ['contributors'],
    example: {
      type: 'playbook',
      title: 'A first talk on one page',
      summary: 'Three questions, asked in this order, and what to do with the answers',
      tags: ['intake', 'first-talk'],
    },
  }),
  'complete-artifact': action({
    name: 'complete-artifact',
    does: 'give a draft that came out of your experiment its words, or discard it',
    may: { concerned: true },
    takenBy: { practice: 'repository', item: 'artifact' },
    payload: z
      .strictObject({ artifact: Id, discard: z.literal(true).optional(), ...z.object(words).partial().shape })
      .refine(({ discard, tags }) => discard === true || tags !== undefined, {
        message: 'give at least one tag, or discard it',
        path: ['tags'],
      }),
    words: ['title', 'summary', 'link'],
    people: ['contributors'],
    example: { artifact: 'artifact-3', title: 'One page was too long', tags: ['intake'] },
  }),
  'rate-artifact': action({
    name: 'rate-artifact',
    does: 'say how useful something in the repository was to you, from 1 (not at all) to 4 (very)',
    may: { members: ['active'] },
    takenBy: { practice: 'repository', item: 'artifact' },
    payload: z.strictObject({ artifact: Id, usefulness: z.int().min(1).max(4) }),
    words: [],
    people: [],
    example: { artifact: 'artifact-2', usefulness: 4 },
  }),
  'use-artifact': action({
    name: 'use-artifact',
    does: 'say where you used something of the repository, and which practice you took up with it',
    may: { members: ['active'] },
    takenBy: { practice: 'repository', item: 'artifact' },
    payload: z.strictObject({
      artifact: Id,
      where: Text,
      adopts: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'name a practice in small letters and dashes')
        .optional(),
    }),
    words: ['where'],
    people: [],
    example: { artifact: 'artifact-2', where: 'With the two families that came last week', adopts: 'shared-intake' },
  }),
  'review-artifact': action({
    name: 'review-artifact',
    does: 'keep, update or retire something in the repository that you look after',
    may: { concerned: true },
    takenBy: { practice: 'repository', item: 'artifact' },
    payload: z
      .strictObject({
        artifact: Id,
        decision: z.enum(['keep', 'update', 'retire']),
        title: Title.optional(),
        summary: Text.optional(),
        tags: words.tags.optional(),
        link: Link.optional(),
      })
      .refine(
        ({ decision, title, summary, tags, link }) =>
          decision !== 'update' || [title, summary, tags, link].some((given) => given !== undefined),
        { message: 'say what changes: title, summary, tags or link', path: ['summary'] },
      ),
    words: ['title', 'summary', 'link'],
    people: [],
    example: { artifact: 'artifact-2', decision: 'keep' },
  }),
} as const;

export const REPOSITORY_NOTICES = ['artifact-draft', 'artifact-review', 'artifact-review-escalated'] as const;
export type RepositoryNotice = (typeof REPOSITORY_NOTICES)[number];
