/**
 * What of a network goes into its archive, by kind of record. Default deny: a kind that is not named here stays out, and
 * the archive says so. Words go in only where their author meant them for the others: agendas, decisions, experiments,
 * stories that are shared. What is somebody's own affair (reflections, access needs, promises, pauses, who was asked for
 * help and how it went, single votes) stays out.
 */
import type { BodyOf, Kind } from '../../records/index.ts';

export interface Kept<K extends Kind = Kind> {
  /** Heading of its page section and the order among the others. */
  title: string;
  /** Fields whose sealed words are opened. Every other reference to words is left blank. */
  words?: readonly (keyof BodyOf<K> & string)[];
  /** Columns that stay out. */
  without?: readonly (keyof BodyOf<K> & string)[];
  /** Which facts; absent: all that hold. */
  when?: (body: BodyOf<K>) => boolean;
  /** Every fact counts, not only the newest. */
  history?: true;
}

/** In the order of the page. Members, ties, adoptions, waves, answers and contributions have tables of their own. */
export const KEPT: { readonly [K in Kind]?: Kept<K> } = {
  phase: { title: 'Phases', history: true },
  readiness: { title: 'Readiness', words: ['evidence'], without: ['confirmedBy'] },
  priority: { title: 'Priorities', words: ['title'], without: ['proposedBy'] },
  'vote-result': { title: 'Votes' },
  'agenda-item': { title: 'Learning agenda', words: ['title'] },
  maturity: { title: 'Maturity', words: ['reason'] },
  'theory-of-change': { title: 'Theory of change', words: ['text'] },
  'learning-question': { title: 'Learning questions', words: ['text'], without: ['askedBy'] },
  goal: { title: 'Goals', words: ['reason'] },
  problem: { title: 'Problems, and how far they have come', words: ['text'], without: ['statedBy'] },
  'diversity-check': { title: 'How mixed those who joined were' },
  cycle: { title: 'Learning cycles' },
  decision: {
    title: 'Decisions, with their reasons',
    words: ['reason'],
    when: ({ options }) => !options.includes('approve'),
  },
  'session-decision': {
    title: 'Decisions of sessions, with their reasons',
    words: ['question', 'options', 'rationale'],
  },
  'sustainment-gate': { title: 'What was said before it was decided', words: ['reason'] },
  'hand-over': { title: 'Hand-overs' },
  session: {
    title: 'Sessions',
    words: ['title'],
    without: ['coming', 'attended', 'notes', 'place', 'agenda', 'timeBoxes', 'sequence', 'circle'],
  },
  'idea-round': { title: 'Questions to which ideas were gathered', words: ['question'] },
  // Ideas were given without a name, and stay so.
  idea: { title: 'Ideas', words: ['text'], without: ['author'] },
  pattern: { title: 'What works, drawn from what members noted', words: ['title'], without: ['curatedBy'] },
  experiment: {
    title: 'Experiments, and what was learned',
    words: ['hypothesis', 'success', 'exit', 'learned'],
    without: ['checkIns'],
  },
  artifact: {
    title: 'What the network knows and keeps',
    words: ['title', 'summary', 'link'],
    without: ['reviews'],
    when: ({ status }) => status !== 'draft' && status !== 'discarded',
  },
  'skill-endorsement': { title: 'Skills that others have seen' },
  story: { title: 'Stories, where their tellers agreed', words: ['text'], when: ({ shared }) => shared },
  impact: { title: 'What became better', without: ['member', 'evidence'] },
  'skill-claim': { title: 'Skills', without: ['evidence'] },
  outcome: { title: 'Outcomes of introductions' },
  finding: { title: 'Findings of health checks' },
  snapshot: { title: 'Health checks', without: ['inputDigest', 'artifact', 'figures'] },
  role: { title: 'Roles' },
  switch: { title: 'Proposals switched on and off' },
};

/** These are written as tables that `weft measure` reads. */
export const AS_TABLES: readonly Kind[] = ['member', 'tie', 'adoption', 'wave', 'response', 'contribution'];

/** The charter has a section and a file of its own; reports lie in the archive as files. */
export const AS_FILES: readonly Kind[] = ['charter', 'report'];
