/**
 * What must fit together in a charter: rights and who holds them, rules and the metrics there are, surveys and the
 * horizon. A schema looks at one setting at a time and cannot see this.
 *
 * The checks read what was written, so that they also speak where other settings are wrong; what has the wrong kind is
 * left to the schema.
 */

import { builtInQuestionnaires } from '../questionnaires/index.ts';
import { addDuration } from '../records/duration.ts';
import { CharterSchema, LIFECYCLE_PRACTICES, PRACTICES } from '../records/index.ts';
import { nearMatch } from './near-match.ts';

export interface Remark {
  path: PropertyKey[];
  message: string;
  /** A warning does not keep a charter from being launched. */
  isWarning: boolean;
}

type Say = (path: PropertyKey[], message: string) => void;

interface Look {
  /** The value at a path, as written or else as it is by default; undefined where it is not usable. */
  at(...path: PropertyKey[]): unknown;
  list(...path: PropertyKey[]): unknown[];
  texts(...path: PropertyKey[]): string[];
  /** A duration in days, counted from a fixed date; null where it is none. */
  days(...path: PropertyKey[]): number | null;
}

const FROM = '2026-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;

/** `metrics`: ids of the catalogue, which this folder does not know; left out, metrics are not looked up. */
export function checkCharter(value: unknown, metrics: readonly string[] | undefined): Remark[] {
  const remarks: Remark[] = [];
  const wrong: Say = (path, message) => remarks.push({ path, message, isWarning: false });
  const warn: Say = (path, message) => remarks.push({ path, message, isWarning: true });
  const look = lookInto(value);
  rightsAreHeld(look, wrong, warn);
  if (metrics !== undefined) metricsExist(look, metrics, wrong);
  if (metrics !== undefined) hiddenExist(look, metrics, wrong);
  groupsAreKept(look, wrong);
  namesAreUnique(look, wrong);
  timesFit(look, wrong, warn);
  targetsCanBeMet(look, wrong);
  questionnairesFit(look, wrong);
  return remarks;
}

function rightsAreHeld({ at, texts }: Look, wrong: Say, warn: Say): void {
  const isHeld = (role: string) => texts('roles', role).length > 0;
  // What is no role is left to the schema, and not repeated: it may be somebody's name.
  const isRole = (role: string) => Object.hasOwn(CharterSchema.shape.roles.shape, role);
  for (const right of Object.keys(CharterSchema.shape.rights.unwrap().shape)) {
    const roles = texts('rights', right);
    // There is always a lead: the schema sees to it.
    if (roles.length > 0 && roles.every(isRole) && !roles.some((role) => role === 'lead' || isHeld(role))) {
      wrong(['rights', right], `is given to ${roles.join(' and ')}, and nobody is: name somebody under roles`);
    }
  }
  const deputy = at('decisions', 'deputy');
  if (typeof deputy === 'string' && isRole(deputy) && !isHeld(deputy)) {
    warn(
      ['roles', deputy],
      'is nobody, and is the deputy (decisions.deputy): a decision that waits too long reaches nobody else',
    );
  }
}

/** Where a charter names metrics, and under which setting. */
const METRICS_NAMED: readonly PropertyKey[][] = [
  ['health', 'rules'],
  ['health', 'targets'],
  ['practices', 'alignment', 'objectives'],
];

function metricsExist({ at, list }: Look, metrics: readonly string[], wrong: Say): void {
  for (const path of METRICS_NAMED) {
    for (const index of list(...path).keys()) {
      const metric = at(...path, index, 'metric');
      if (typeof metric !== 'string' || metrics.includes(metric)) continue;
      const near = nearMatch(metric, metrics);
      wrong(
        [...path, index, 'metric'],
        `is no metric${near === null ? '' : `; did you mean ${near}?`} (weft metrics lists them)`,
      );
    }
  }
}

/** What a stage of growth hides is a section of the report or a metric. */
function hiddenExist({ list, texts }: Look, metrics: readonly string[], wrong: Say): void {
  const sections = [...Object.values(PRACTICES), ...LIFECYCLE_PRACTICES].flatMap(({ section }) => section ?? []);
  const known = [...metrics, ...SECTIONS, ...sections];
  const stages = ['practices', 'theory-of-change', 'stages'];
  for (const at of list(...stages).keys()) {
    for (const [place, id] of texts(...stages, at, 'hides').entries()) {
      if (known.includes(id)) continue;
      const near = nearMatch(id, known);
      const way = near === null ? 'weft metrics lists metrics' : `did you mean ${near}?`;
      wrong([...stages, at, 'hides', place], `is no section of the report and no metric; ${way}`);
    }
  }
}

/** Sections of every report that a stage may hide, beside those of practices. */
const SECTIONS = ['map', 'holding', 'silos', 'spread', 'change', 'actions'];

function groupsAreKept({ at, list, texts }: Look, wrong: Say): void {
  const attributes = texts('members', 'attributes');
  const places: PropertyKey[][] = [
    ['health', 'groupBy'],
    ...['rules', 'targets'].flatMap((part) =>
      [...list('health', part).keys()].map((i) => ['health', part, i, 'groupBy']),
    ),
  ];
  for (const path of places) {
    const attribute = at(...path);
    if (typeof attribute !== 'string' || attributes.includes(attribute)) continue;
    const near = nearMatch(attribute, attributes);
    const way = near === null ? 'add it there' : `did you mean ${near}?`;
    wrong(path, `is ${attribute}, which is not among members.attributes; ${way}`);
  }
  // Arms are described while the network runs: by then it is too late to learn that nobody has such an attribute.
  const arms = ['practices', 'variants', 'attributes'];
  for (const [index, attribute] of texts(...arms).entries()) {
    if (attributes.includes(attribute)) continue;
    const near = nearMatch(attribute, attributes);
    const way = near === null ? 'add it there' : `did you mean ${near}?`;
    wrong(
      [...arms, index],
      `is ${attribute}, which is not among members.attributes (${attributes.join(', ')}); ${way}`,
    );
  }
}

function namesAreUnique({ at, list }: Look, wrong: Say): void {
  const places: [PropertyKey[], string][] = [
    [['surveys'], 'wave'],
    [['design', 'readiness'], 'id'],
    [['health', 'rules'], 'id'],
    [['questionnaires'], 'questionnaire'],
  ];
  for (const [path, key] of places) {
    const seen = new Set<unknown>();
    for (const index of list(...path).keys()) {
      const name = at(...path, index, key);
      if (name === undefined) continue;
      if (seen.has(name)) wrong([...path, index, key], 'is the same as that of an earlier entry; give each its own');
      seen.add(name);
    }
  }
}

/** Where practices name a questionnaire: what its answers must be. */
const ASKING: readonly [practice: string, setting: string, answers: string][] = [
  ['pulse', 'questionnaire', 'anonymous'],
  ['pulse', 'contactsQuestionnaire', 'named'],
  ['after-action', 'questionnaire', 'anonymous'],
  ['reflection', 'questionnaire', 'private'],
  ['knowledge-checks', 'questionnaire', 'anonymous'],
];

/** A practice that asks by a questionnaire that is not there, or promises something else, would wait for ever. */
function questionnairesFit({ at, list, texts }: Look, wrong: Say): void {
  const promises = new Map<unknown, unknown>(
    builtInQuestionnaires().map(({ questionnaire, answers }) => [questionnaire, answers]),
  );
  for (const index of list('questionnaires').keys()) {
    promises.set(at('questionnaires', index, 'questionnaire'), at('questionnaires', index, 'answers'));
  }
  for (const [practice, setting, answers] of ASKING) {
    const name = at('practices', practice, setting);
    if (typeof name !== 'string') continue;
    const promised = promises.get(name);
    const near = nearMatch(name, [...promises.keys()].map(String));
    const way = near === null ? 'weft questionnaires lists those there are' : `did you mean ${near}?`;
    const path = ['practices', practice, setting];
    if (promised === undefined) wrong(path, `is no questionnaire; ${way}`);
    else if (promised !== answers) wrong(path, `is ${String(promised)}, and must be ${answers}`);
  }
  const by = at('practices', 'pulse', 'by');
  if (typeof by === 'string' && !texts('members', 'attributes').includes(by)) {
    wrong(['practices', 'pulse', 'by'], 'is not among members.attributes; add it there');
  }
}

function timesFit({ days, list, at }: Look, wrong: Say, warn: Say): void {
  const horizon = days('horizon');
  const [remind, escalate, expire] = ['remindAfter', 'escalateAfter', 'expireAfter'].map((key) =>
    days('decisions', key),
  );
  if (isAfter(remind, escalate)) wrong(['decisions', 'escalateAfter'], 'comes before remindAfter; make it longer');
  if (isAfter(escalate, expire)) wrong(['decisions', 'expireAfter'], 'comes before escalateAfter; make it longer');
  if (horizon === null) return;
  if (isAfter(days('health', 'every'), horizon)) {
    wrong(['health', 'every'], 'is longer than the horizon, so no check would ever be made');
  }
  const joined = daysToJoin({ days, at });
  for (const index of list('surveys').keys()) {
    const [after, open] = [days('surveys', index, 'after'), days('surveys', index, 'open')];
    if (after !== null && open !== null && after + open > horizon) {
      wrong(
        ['surveys', index, 'after'],
        'leads beyond the horizon before the survey is over; ask earlier, or make the horizon longer',
      );
    }
    if (isAfter(joined, after)) {
      warn(
        ['surveys', index, 'after'],
        `is ${Math.round(after as number)} days, and people may still be joining until day ${Math.round(joined as number)}: only who has joined when a survey opens is asked`,
      );
    }
  }
  const plan = planDays({ days, at });
  if (plan !== null && plan > horizon) {
    warn(
      ['horizon'],
      `is ${Math.round(horizon)} days, and design, invitation, cycles and sustainment may together take ${Math.round(plan)}`,
    );
  }
}

/** From the start until invitations close, if everything takes as long as it may; null where a part cannot be read. */
function daysToJoin({ days, at }: Pick<Look, 'days' | 'at'>): number | null {
  const waves = at('invitation', 'waves');
  return sumOf([
    times(1, days('design', 'proposePriorities')),
    times(1, days('design', 'vote')),
    times(typeof waves === 'number' ? waves - 1 : null, days('invitation', 'waveEvery')),
    times(1, days('invitation', 'open')),
  ]);
}

/** From design to the last decision, if everything takes as long as it may; null where a part cannot be read. */
function planDays({ days, at }: Pick<Look, 'days' | 'at'>): number | null {
  const cycles = at('learning', 'cycles');
  const stages = Object.keys(CharterSchema.shape.learning.unwrap().shape.stages.unwrap().shape);
  return sumOf([
    daysToJoin({ days, at }),
    ...stages.map((stage) => times(typeof cycles === 'number' ? cycles : null, days('learning', 'stages', stage))),
    times(1, days('sustainment', 'decideWithin')),
  ]);
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function targetsCanBeMet({ at, list }: Look, wrong: Say): void {
  for (const index of list('health', 'targets').keys()) {
    const [least, most] = [at('health', 'targets', index, 'atLeast'), at('health', 'targets', index, 'atMost')];
    if (typeof least === 'number' && typeof most === 'number' && least > most) {
      wrong(['health', 'targets', index, 'atLeast'], 'is above atMost, so the target can never be met');
    }
  }
}

function lookInto(value: unknown): Look {
  const at = (...path: PropertyKey[]): unknown => step(value, path) ?? step(defaults(), path);
  const list = (...path: PropertyKey[]): unknown[] => {
    const found = at(...path);
    return Array.isArray(found) ? found : [];
  };
  return {
    at,
    list,
    texts: (...path) => list(...path).filter((item) => typeof item === 'string'),
    days: (...path) => {
      const found = at(...path);
      try {
        return typeof found === 'string' ? (Date.parse(addDuration(FROM, found)) - Date.parse(FROM)) / DAY_MS : null;
      } catch (error) {
        if (error instanceof RangeError) return null;
        throw error;
      }
    },
  };
}

function step(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** What a charter says that leaves everything out which it may. */
function defaults(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(CharterSchema.shape).map(([key, schema]) => {
      const result = schema.safeParse(undefined);
      return [key, result.success ? result.data : undefined];
    }),
  );
}

function times(count: number | null, days: number | null): number | null {
  return count === null || days === null ? null : count * days;
}

function isAfter(a: number | null | undefined, b: number | null | undefined): boolean {
  return typeof a === 'number' && typeof b === 'number' && a > b;
}
