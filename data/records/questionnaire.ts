/**
 * A questionnaire, as data: what is asked, how it may be answered, and who learns of an answer. The ones that ship are
 * YAML files in `data/questionnaires/`; a charter may bring its own.
 *
 * `answers` is a promise to whoever answers, and the port that takes answers keeps it:
 * - anonymous: answers are counted, and no count is kept beside whoever gave it (`data/people/rounds.ts`);
 * - named: answers are facts, as those of a survey are;
 * - private: the text is its writer's own, sealed; that somebody has answered is all that is known.
 */
import { z } from 'zod';
import { Id } from './common.ts';

export const ANSWERED_AS = ['anonymous', 'named', 'private'] as const;
export const ITEM_TYPES = ['scale', 'choice', 'number', 'text', 'relational'] as const;
/** With whom a member reflects. */
export const MODALITIES = ['alone', 'one-to-one', 'peer', 'group'] as const;

/** Scales have four points: without a middle, everybody leans to one side. */
export const SCALE_POINTS = 4;

const Words = (most: number) => z.string().trim().min(1, 'say something').max(most, `keep it under ${most} characters`);
const Name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'name it with up to 40 small letters, digits and dashes, a letter first');

const Option = z.strictObject({ id: Name, text: Words(300) });

const Item = z
  .strictObject({
    id: Name,
    ask: Words(500),
    type: z.enum(ITEM_TYPES),
    /** What 1, 2, 3 and 4 mean, for a scale and for a relational item. */
    anchors: z.array(Words(100)).length(SCALE_POINTS, 'give four, from 1 to 4').optional(),
    options: z.array(Option).min(2, 'give at least two').max(10, 'give at most ten').optional(),
    /** For a knowledge check: the option that is right. */
    right: Name.optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** For a reflection: with whom. */
    modality: z.enum(MODALITIES).optional(),
  })
  .superRefine((item, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const isRated = item.type === 'scale' || item.type === 'relational';
    if (isRated && item.anchors === undefined) wrong('anchors', 'is missing; say what 1, 2, 3 and 4 mean');
    if (!isRated && item.anchors !== undefined) wrong('anchors', `belongs to a scale, and this is a ${item.type}`);
    if (item.type === 'choice' && item.options === undefined) wrong('options', 'is missing; give at least two');
    if (item.type !== 'choice' && item.options !== undefined) {
      wrong('options', `belongs to a choice, and this is a ${item.type}`);
    }
    const names = (item.options ?? []).map(({ id }) => id);
    if (new Set(names).size !== names.length) wrong('options', 'has an id twice; give each its own');
    if (item.right !== undefined && !names.includes(item.right)) wrong('right', 'is none of the options');
    const hasBounds = item.atLeast !== undefined || item.atMost !== undefined;
    if (item.type !== 'number' && hasBounds) {
      wrong(item.atLeast === undefined ? 'atMost' : 'atLeast', `belongs to a number, and this is a ${item.type}`);
    }
    if (item.atLeast !== undefined && item.atMost !== undefined && item.atLeast > item.atMost) {
      wrong('atMost', 'is below atLeast');
    }
    if (item.modality !== undefined && item.type !== 'text') wrong('modality', 'belongs to a text');
  });

export const Questionnaire = z
  .strictObject({
    questionnaire: Name,
    version: z.int().min(1),
    title: Words(120),
    /** What members are told before they answer. */
    about: Words(1000),
    answers: z.enum(ANSWERED_AS),
    /** Fewer answers are never shown. */
    smallestGroup: z.int().min(5, 'groups under five are never shown').default(5),
    items: z.array(Item).min(1, 'ask something').max(40, 'ask at most forty things'),
  })
  .superRefine(({ answers, items }, context) => {
    const seen = new Set<string>();
    for (const [index, { id, type }] of items.entries()) {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['items', index, field], message });
      if (seen.has(id)) wrong('id', 'is the same as that of an earlier item; give each its own');
      seen.add(id);
      // A number with many values, or what somebody says of somebody, would say who answered.
      if (answers === 'anonymous' && (type === 'number' || type === 'relational')) {
        wrong('type', `is ${type}, which may tell who answered; ask it in a questionnaire that is named`);
      }
      if (answers === 'private' && type !== 'text') wrong('type', `is ${type}; what is private is text`);
    }
  });

export type Questionnaire = z.infer<typeof Questionnaire>;
export type QuestionnaireItem = Questionnaire['items'][number];

/** The name of a questionnaire where a charter selects one. */
export const QuestionnaireName = Name;

/** A questionnaire as it was asked in a round, with what came of it. */
export const ItemResult = z.strictObject({
  item: Name,
  /** How many answered it. */
  n: z.int().min(0),
  /** Answers by point of the scale or by option, in order. Null: not of that kind, or fewer than may be shown. */
  counts: z.array(z.int().min(0)).nullable(),
});

export const GroupResult = z.strictObject({
  group: z.string().max(500),
  n: z.int().min(0),
  items: z.array(ItemResult),
});

/** What several rounds need: an id that is also part of a workflow's id. */
export const RoundId = Id;
