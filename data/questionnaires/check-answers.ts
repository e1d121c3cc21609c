/**
 * Whether an answer is one to this questionnaire: every problem by the item it is about, and never what was answered.
 * What is counted must be answered whole, so that every figure of a round rests on the same people.
 */
import type { Questionnaire, QuestionnaireItem } from '../records/index.ts';
import { SCALE_POINTS } from '../records/index.ts';

export interface GivenAnswers {
  /** By item: a point of a scale, the id of an option, a number or a text. */
  answers?: Record<string, unknown>;
  /** For relational items: of each contact, ratings by item. */
  contacts?: readonly { to: string; ratings: Record<string, unknown> }[];
}

export interface CheckedAnswers {
  answers: Record<string, number | string>;
  contacts: { to: string; ratings: Record<string, number> }[];
}

export interface AnswerProblem {
  /** The item; null: the answer as a whole. */
  field: string | null;
  message: string;
}

const LONGEST_TEXT = 4000;
/** What is anonymous is kept in one tally, and a long text is told by its manner. */
const LONGEST_ANONYMOUS_TEXT = 500;

export function checkAnswers(
  questionnaire: Questionnaire,
  { answers = {}, contacts = [] }: GivenAnswers,
  /** Who answers, where it is known already. */
  person: string | null = null,
): { checked: CheckedAnswers; problems: AnswerProblem[] } {
  const problems: AnswerProblem[] = [];
  const wrong = (field: string | null, message: string) => problems.push({ field, message });
  const checked: CheckedAnswers = { answers: {}, contacts: [] };
  const { items } = questionnaire;
  const own = items.filter(({ type }) => type !== 'relational');
  const relational = items.filter(({ type }) => type === 'relational');
  refuseUnknown(Object.keys(answers), own, wrong);
  for (const item of own) {
    const value = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    if (value === undefined || value === null || value === '') {
      if (item.type !== 'text') wrong(item.id, 'is missing; answer it');
      continue;
    }
    const message = problemOf(item, value, questionnaire.answers === 'anonymous');
    if (message !== null) wrong(item.id, message);
    else checked.answers[item.id] = typeof value === 'string' ? value.trim() : Number(value);
  }
  if (contacts.length > 0 && relational.length === 0) wrong('contacts', 'is not asked for here; leave it out');
  const named = new Set<string>();
  for (const [index, { to, ratings }] of contacts.entries()) {
    const place = `contacts, entry ${index + 1}`;
    if (to === person) wrong(place, 'is yourself; name others');
    if (named.has(to)) wrong(place, 'is named before; name each person once');
    named.add(to);
    refuseUnknown(Object.keys(ratings), relational, (field, message) => wrong(`${place}, ${field}`, message));
    const kept: Record<string, number> = {};
    for (const { id } of relational) {
      const rating = Object.hasOwn(ratings, id) ? ratings[id] : undefined;
      if (isPoint(rating)) kept[id] = rating;
      else wrong(`${place}, ${id}`, `is ${rating === undefined ? 'missing' : 'something else'}; ${POINTS}`);
    }
    checked.contacts.push({ to, ratings: kept });
  }
  const isEmpty = Object.keys(checked.answers).length === 0 && checked.contacts.length === 0;
  // Nobody to name is an answer too; nothing written is none.
  if (isEmpty && problems.length === 0 && relational.length === 0) wrong(null, 'says nothing; answer at least one');
  return { checked, problems };
}

const POINTS = `give a whole number from 1 to ${SCALE_POINTS}`;

function refuseUnknown(
  given: readonly string[],
  items: readonly QuestionnaireItem[],
  wrong: (field: string, message: string) => void,
): void {
  const known = items.map(({ id }) => id);
  const unknown = given.filter((id) => !known.includes(id)).length;
  if (unknown === 0) return;
  wrong('answers', `has ${unknown} of which the questionnaire knows nothing; it asks for ${known.join(', ')}`);
}

function problemOf(item: QuestionnaireItem, value: unknown, isAnonymous: boolean): string | null {
  switch (item.type) {
    case 'scale':
      return isPoint(value) ? null : `is something else; ${POINTS}`;
    case 'choice': {
      const options = (item.options ?? []).map(({ id }) => id);
      return typeof value === 'string' && options.includes(value) ? null : `is no option; give ${options.join(' or ')}`;
    }
    case 'number': {
      const { atLeast = -Infinity, atMost = Infinity } = item;
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'is something else; give a number';
      if (value < atLeast) return `is too small; give at least ${atLeast}`;
      return value > atMost ? `is too large; give at most ${atMost}` : null;
    }
    default: {
      const most = isAnonymous ? LONGEST_ANONYMOUS_TEXT : LONGEST_TEXT;
      if (typeof value !== 'string' || value.trim() === '') return 'is something else; write a text';
      return value.length > most ? `is too long; keep it under ${most} characters` : null;
    }
  }
}

function isPoint(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= SCALE_POINTS;
}
