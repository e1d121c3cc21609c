/**
 * Where facts name people, and what becomes of a fact when the person it names is erased. The one place to decide it:
 * a new kind of record does not compile until its row is here.
 *
 * - `remove`: the fact is about that person, and goes with them.
 * - `replace`: others need the fact (what was decided, which introduction was judged); `erased` stands in the person's
 *   place. It is the same word for everybody, so that nothing of one person can be put together again.
 */
import { createHash } from 'node:crypto';
import { KINDS, type Kind, type NewFact, type RecordKind } from '../records/index.ts';
import { canonicalJson } from './json.ts';
import type { FactRow } from './tables.ts';

/** Stands where an erased person's id stood. */
export const ERASED = 'erased';

type Fate = 'remove' | 'replace';

/** By kind: the fields (dots lead inwards) that hold a person's id or a list of them. */
const PEOPLE_IN: Record<Kind, Record<string, Fate>> = {
  charter: {
    'document.roles.lead': 'replace',
    'document.roles.steward': 'replace',
    'document.roles.facilitator': 'replace',
    'document.roles.evaluator': 'replace',
    'document.roles.sponsor': 'replace',
  },
  role: { person: 'remove' },
  member: { member: 'remove' },
  readiness: { confirmedBy: 'replace' },
  priority: { proposedBy: 'replace' },
  vote: { voter: 'remove' },
  'vote-result': {},
  'agenda-item': {},
  phase: {},
  cycle: {},
  contribution: { member: 'remove', helped: 'replace' },
  wave: {},
  response: { member: 'remove' },
  tie: { from: 'remove', to: 'remove' },
  adoption: { member: 'remove' },
  snapshot: {},
  finding: {},
  proposal: { parties: 'replace' },
  decision: { by: 'replace' },
  introduction: { members: 'replace', consented: 'replace' },
  outcome: {},
  report: {},
  notice: { person: 'remove' },
  switch: { by: 'replace' },
  'support-request': { askedBy: 'remove', asked: 'replace', answeredBy: 'replace' },
  'support-answer': { member: 'remove' },
  commitment: { member: 'remove' },
  'skill-claim': { member: 'remove' },
  'skill-endorsement': { by: 'remove', member: 'remove' },
  story: { member: 'remove' },
  experiment: { member: 'remove' },
  newcomer: { member: 'remove', buddy: 'replace' },
  'facilitation-turn': { facilitator: 'replace' },
  'facilitator-training': { member: 'remove', notedBy: 'replace' },
  takeaway: { member: 'remove', reached: 'replace' },
  'accountability-group': { members: 'replace' },
  'accountability-part': { member: 'remove', notWith: 'replace' },
  mentorship: { mentor: 'replace', mentee: 'replace' },
  'mentoring-part': { member: 'remove', notWith: 'replace' },
  artifact: { contributors: 'replace', steward: 'replace' },
  'artifact-rating': { member: 'remove' },
  'artifact-use': { member: 'remove' },
  invitation: { member: 'remove' },
  'diversity-check': {},
  goal: { by: 'replace' },
  constraint: { by: 'remove' },
  probe: { member: 'remove' },
  'cycle-framing': { by: 'replace' },
  milestone: {},
  objective: {},
  maturity: { by: 'replace' },
  'learning-question': { askedBy: 'replace' },
  'theory-of-change': { by: 'replace' },
  problem: { statedBy: 'replace' },
  'knowledge-prompt': {},
  'knowledge-note': { member: 'remove' },
  pattern: { curatedBy: 'replace' },
  circle: { facilitator: 'replace' },
  'circle-member': { member: 'remove' },
  'idea-round': { openedBy: 'replace' },
  idea: { author: 'remove' },
  ritual: { facilitator: 'replace' },
  'ritual-part': {},
  session: { facilitator: 'replace', coming: 'replace', attended: 'replace' },
  'session-decision': { decidedBy: 'replace' },
  'joint-problem': { people: 'replace' },
  'access-need': { member: 'remove' },
  stipend: { member: 'remove', by: 'replace' },
  'questionnaire-round': {},
  'questionnaire-answer': { member: 'remove' },
  'knowledge-choice': { member: 'remove' },
  'said-and-did': { by: 'replace' },
  'cycle-balance': {},
  'follow-up': {},
  'tie-rating': { from: 'remove', to: 'remove' },
  'sustainment-gate': { by: 'replace' },
  'hand-over': { from: 'replace', to: 'replace' },
  archive: {},
  'membership-term': { member: 'remove' },
  succession: { holder: 'remove', successor: 'remove' },
  'question-load': { member: 'remove' },
  'question-place': { member: 'remove' },
  sparing: { member: 'remove' },
  framing: {},
  impact: { member: 'remove' },
  'win-digest': { by: 'replace' },
  recognition: { member: 'remove' },
  'contribution-claim': { member: 'remove', reviewedBy: 'replace', rivalsBy: 'replace' },
  'skill-need': { by: 'replace' },
  variant: { describedBy: 'replace' },
  'variant-arm': { member: 'remove' },
};

/** A fact without its place in the network's order. */
export type PlacelessFact = Omit<FactRow, 'seq' | 'audit_seq'>;

/** Ids of everybody whom a fact names, in what it says or as its source. */
export function peopleNamed({ kind, body, source }: Pick<NewFact, 'kind' | 'body' | 'source'>): string[] {
  const named = Object.keys(PEOPLE_IN[kind]).flatMap((path) => idsAt(body, path));
  return [...new Set(source.type === 'person' ? [...named, source.id] : named)];
}

/** The same, of a row. */
export function peopleIn(fact: PlacelessFact): string[] {
  const source = { type: fact.source_type, id: fact.source_id };
  return peopleNamed({ kind: fact.kind, body: bodyOf(fact), source } as NewFact);
}

/** The fact as it is once the person is erased: null where it goes, the very same where it does not name them. */
export function withoutPerson<Row extends PlacelessFact>(fact: Row, person: string): Row | null {
  if (!peopleIn(fact).includes(person)) return fact;
  let body = bodyOf(fact);
  for (const [path, fate] of Object.entries(PEOPLE_IN[fact.kind as Kind])) {
    if (!idsAt(body, path).includes(person)) continue;
    if (fate === 'remove') return null;
    body = replacedAt(body, path.split('.'), person);
  }
  return {
    ...fact,
    subject: (KINDS[fact.kind as Kind] as RecordKind).subject(body),
    body: canonicalJson(body),
    source_id: fact.source_type === 'person' && fact.source_id === person ? ERASED : fact.source_id,
    // The same key always becomes the same other key: what is tried once more is still known.
    key: mentions(fact.key, person) ? `${ERASED}/${createHash('sha256').update(fact.key).digest('hex')}` : fact.key,
  };
}

/** Whether a text names the id, as a word of its own: `p1` is not in `p12`. */
export function mentions(text: string, person: string): boolean {
  const escaped = person.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`).test(text);
}

function bodyOf(fact: PlacelessFact): unknown {
  return JSON.parse(fact.body);
}

function idsAt(body: unknown, path: string): string[] {
  const value = path.split('.').reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), body);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((id) => typeof id === 'string');
}

function replacedAt(value: unknown, path: readonly string[], person: string): unknown {
  const [step, ...rest] = path;
  if (step !== undefined && isObject(value)) return { ...value, [step]: replacedAt(value[step], rest, person) };
  if (Array.isArray(value)) return value.map((id: unknown) => (id === person ? ERASED : id));
  return value === person ? ERASED : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
