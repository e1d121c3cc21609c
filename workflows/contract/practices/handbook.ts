/**
 * The handbook: every practice with what belongs to it, generated from the code. What is not built is not in it.
 */
import {
  type Chapter,
  LIFECYCLE_PRACTICES,
  PRACTICE_NAMES,
  PRACTICES,
  type Practice,
  type PracticeName,
} from '../../../data/records/index.ts';
import type { Action } from '../action.ts';
import { PRACTICE_ACTIONS } from './index.ts';

/** How many rows the handbook of a collaborative learning network has. */
export const ROWS = 58;

/** How members answer a practice that asks by questionnaires. */
export const BY_QUESTIONNAIRE = 'answer-questionnaire';

export interface HandbookRow {
  row: number;
  name: string;
  /** Part of every network's life, or switched on by its charter. */
  kind: 'lifecycle' | 'optional';
  title: string;
  chapter: Chapter;
  does: string;
  /** The phase; null: it is part of the lifecycle. */
  beginsIn: string | null;
  /** The folder of its decisions. */
  module: string;
  /** What people do in it, by `weft act`. */
  messages: string[];
  records: readonly string[];
  metrics: readonly string[];
  /** Its section of the health report; null: the status shows it. */
  section: string | null;
  /** Where the charter says how, or switches it on. */
  setting: string;
  /** Why it has nothing that could rest in a stage of growth; null: it can, or is part of the lifecycle. */
  neverRests: string | null;
  /** The test that tells its story, from the first message to the figure in the report. */
  story: string;
}

export const HANDBOOK: readonly HandbookRow[] = [...ofTheLifecycle(), ...optional()].sort((a, b) => a.row - b.row);

function ofTheLifecycle(): HandbookRow[] {
  return LIFECYCLE_PRACTICES.map((practice) => ({
    ...practice,
    kind: 'lifecycle',
    messages: [...practice.messages],
    beginsIn: null,
    neverRests: null,
    story: storyOf(practice.row, practice.name),
  }));
}

function optional(): HandbookRow[] {
  return PRACTICE_NAMES.flatMap((name) => {
    const { rows, chapter, does, beginsIn, records, metrics, section } = PRACTICES[name];
    return rows.map(({ row, title }) => ({
      ...{ row, name, kind: 'optional' as const, title, chapter, does, beginsIn },
      module: `workflows/definitions/practices/${name}`,
      messages: [...messagesOf(name), ...((PRACTICES[name] as Practice).asksByQuestionnaire ? [BY_QUESTIONNAIRE] : [])],
      ...{ records, metrics, section },
      setting: `practices.${name}`,
      neverRests: (PRACTICES[name] as Practice).neverRests ?? null,
      story: storyOf(row, name),
    }));
  });
}

function storyOf(row: number, name: string): string {
  return `test/workflows/practices/${String(row).padStart(2, '0')}-${name}.test.ts`;
}

function messagesOf(practice: PracticeName): string[] {
  return Object.values(PRACTICE_ACTIONS as Record<string, Action>)
    .filter(({ takenBy }) => typeof takenBy === 'object' && takenBy.practice === practice)
    .map(({ name }) => name);
}
