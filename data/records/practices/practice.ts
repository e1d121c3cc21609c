/**
 * A practice of a learning network, as data: what a charter may say of it, and what it leaves behind. The one place that
 * charter, handbook, workflows, metrics and report agree on; what it does is in
 * `workflows/definitions/practices/<name>/`.
 *
 * To add one: a file here and a line in `index.ts`, its messages in `workflows/contract/practices/`, its decisions in
 * `workflows/definitions/practices/`, and where it has them its kind of record, metric and report section. The smallest
 * to copy is `commitments`.
 */
import type { z } from 'zod';

/** The chapters of the handbook. */
export const CHAPTERS = [
  'design',
  'invite-and-launch',
  'learn-in-cycles',
  'capture-and-spread',
  'lead-and-sustain',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** The phase of a network's life from which on a practice is under way. */
export type BeginsIn = 'design' | 'invitation' | 'learning' | 'sustainment';

/** What happens in a network's life that a practice may ask to be told of, as a report of that name. */
export type LifeEvent =
  /** An item is on the learning agenda: `{ item }` */
  | 'agenda-item'
  /** `{ member }` */
  | 'joined'
  | 'left'
  /** `{ cycle }` */
  | 'cycle-began'
  /** `{ cycle, stage }` */
  | 'stage-began'
  /** `{ cycle }` */
  | 'cycle-done';

export interface Practice<Name extends string = string, Settings extends z.ZodObject = z.ZodObject> {
  name: Name;
  title: string;
  /** The rows of the handbook that it makes real, each with a story test named after its number. */
  rows: readonly { row: number; title: string }[];
  chapter: Chapter;
  /** For a lead who wonders whether to switch it on: what happens then. */
  does: string;
  beginsIn: BeginsIn;
  /** What it is told of; absent: nothing but its beginning and the network's end. */
  hears?: readonly LifeEvent[];
  /**
   * Why it has no rounds that could rest in a stage of the network's growth, as an end of the sentence “it never rests:”.
   * A charter that lets it rest is refused, because nothing would come of it. Absent: `restsIn` is heeded.
   */
  neverRests?: string;
  /** It asks by questionnaires: members answer by `answer-questionnaire`, which no workflow hears. */
  asksByQuestionnaire?: true;
  /** What a charter may set under `practices.<name>`; all of it has a default, so that `{}` switches it on. */
  settings: Settings;
  /** A line on every setting; those within another are named with a dot: `mix.pilot`. */
  explains: Readonly<Record<keyof z.infer<Settings>, string> & Record<string, string>>;
  /** Kinds of record, metrics and the report section that it fills. */
  records: readonly string[];
  metrics: readonly string[];
  section: string | null;
}

export function practice<Name extends string, Settings extends z.ZodObject>(
  row: Practice<Name, Settings>,
): Practice<Name, Settings> {
  return row;
}
