/** A network's status as a calm page: where it is, what it waits for, what comes by itself, how it was last. */

import { shortNumber, textTable } from '../data/exchange/text-table.ts';
import type { NetworkStatus } from '../workflows/host/client.ts';
import { shortDate } from './dates.ts';

/** Who is asked for the same thing is shown together; more people than these are counted. */
const NAMES_SHOWN = 6;

export function statusText(status: NetworkStatus, label: (person: string) => string): string {
  return [head(status), waiting(status, label), next(status), practices(status), future(status), health(status)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function head(status: NetworkStatus): string {
  const { network, name, now, phase, since, because, cycle, stage, answers, members } = status;
  const within = stage === null || stage === phase ? [] : [stage];
  const where = [phase, ...(cycle > 0 && phase === 'learning' ? [`cycle ${cycle}`] : []), ...within];
  const who = (['active', 'invited', 'declined', 'left'] as const)
    .filter((standing) => members[standing] > 0)
    .map((standing) => `${members[standing]} ${standing}`);
  return [
    `${name} (${network}), ${now.slice(0, 10)}, times in UTC`,
    `${where.join(', ')}${since === null ? '' : ` since ${since.slice(0, 10)}`}${because === null ? '' : `: ${because}`}`,
    `members: ${who.length === 0 ? 'none yet' : who.join(', ')}`,
    ...(answers ? [] : ['Its workflow does not answer: is the worker running? (weft start)']),
    ...(status.vacant.length === 0
      ? []
      : [`Nobody holds this role, since whoever did has left: ${status.vacant.join(', ')}.`]),
    ...(status.switch === 'off' ? ['Proposals are switched off (resume-proposals lets them go on).'] : []),
  ].join('\n');
}

function waiting({ waiting: entries }: NetworkStatus, label: (person: string) => string): string {
  if (entries.length === 0) return 'Nothing waits on anybody.';
  const asked = new Map<string, { action: string; about: string; until: string | null; on: string[] }>();
  for (const { on, action, about, until } of entries) {
    const key = JSON.stringify([action, about, until]);
    const entry = asked.get(key) ?? { action, about, until, on: [] };
    asked.set(key, { ...entry, on: [...entry.on, on] });
  }
  const rows = [...asked.values()].map(({ action, about, until, on }) => [
    `  ${action}`,
    about,
    people(on, label),
    until === null ? 'no date' : shortDate(until),
  ]);
  return `Waiting\n${textTable([{ label: '  for' }, { label: 'about' }, { label: 'on' }, { label: 'until' }], rows).trimEnd()}`;
}

function people(on: readonly string[], label: (person: string) => string): string {
  const shown = on
    .slice(0, NAMES_SHOWN)
    .map((person) => (person.startsWith('role:') ? `the ${person.slice(5)}` : label(person)));
  return on.length > shown.length ? `${shown.join(', ')} and ${on.length - shown.length} more` : shown.join(', ');
}

function next({ next: coming }: NetworkStatus): string {
  if (coming.length === 0) return '';
  const rows = coming.map(({ what, at }) => [`  ${shortDate(at)}`, comingInWords(what)]);
  return `Next, by itself\n${textTable([{ label: '  when' }, { label: 'what' }], rows).trimEnd()}`;
}

function practices({ practices: on }: NetworkStatus): string {
  if (on.length === 0) return '';
  const rows = on.map(({ title, stage, counts }) => {
    const numbers = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    return [`  ${title}`, stage ?? 'not begun', numbers.join(', ')];
  });
  return `Practices\n${textTable([{ label: '  practice' }, { label: 'is' }, { label: 'so far' }], rows).trimEnd()}`;
}

/** What was said before it is decided what becomes of the network, and what a closed one has left. */
function future({ gates, archive }: NetworkStatus): string {
  const said = gates.map(({ gate, status, binding, preferred, until }) => [
    `  ${gate}`,
    status === 'open' ? 'is asked' : (preferred ?? until ?? status),
    binding ? 'binding' : '',
  ]);
  return [
    ...(said.length === 0
      ? []
      : [`What becomes of it\n${textTable([{ label: '  gate' }, { label: 'says' }, { label: '' }], said).trimEnd()}`]),
    ...(archive === null ? [] : [`Archive: ${archive}`]),
  ].join('\n');
}

/** What workflows call their timers, by the word before the colon. */
const COMING: Readonly<Record<string, (rest: string) => string>> = {
  'priorities-close': () => 'the vote opens: nothing more is proposed',
  'vote-close': () => 'the vote closes, and the agenda is set',
  'gate-remind': () => 'whoever confirms readiness is reminded',
  'gate-escalate': () => 'the deputy is asked to confirm readiness',
  wave: (number) => `invitations are sent, wave ${number}`,
  remind: (number) => `who has not answered the invitation is reminded (${reminderInWords(number)})`,
  'invitation-close': () => 'invitations close, and learning begins',
  survey: (wave) => `survey ${wave} opens`,
  end: (stage) => `the stage ${stage} ends`,
  'gates-remind': () => 'who has said nothing about the future is reminded',
  'gates-close': () => 'it is asked for a decision what becomes of the network',
  'hand-over-lapses': () => 'nobody has taken over: it is decided anew',
  'hand-over-done': () => 'the network goes on under its new lead',
};

/** `2:1`, the first reminder of the second wave → `wave 2, reminder 1`. */
function reminderInWords(number: string): string {
  const [wave, round] = number.split(':');
  return round === undefined ? `reminder ${wave}` : `wave ${wave}, reminder ${round}`;
}

/** `cycle 1: end:frame` → `cycle 1: the stage frame ends`. */
function comingInWords(what: string): string {
  const [, before = '', word = '', rest = ''] = /^(cycle \d+: )?([^:]+):?(.*)$/.exec(what) ?? [];
  return `${before}${COMING[word]?.(rest) ?? what.replaceAll('-', ' ')}`;
}

function health({ health: last, proposals, report }: NetworkStatus): string {
  if (last === null) return 'No health check yet.';
  const { asOf, response, findings } = last;
  const found = findings.map(
    ({ rule, metric, groupBy, value, threshold, p }) =>
      `  ${rule}: ${metric}${groupBy === null ? '' : ` by ${groupBy}`} is ${number(value)}, the rule says ${number(threshold)}${p === null ? '' : ` (p = ${shortNumber(p)})`}`,
  );
  const made = Object.entries(proposals).filter(([, count]) => count > 0);
  return [
    `Last health check ${asOf.slice(0, 10)}${response === null ? '' : `, ${Math.round(response * 100)} % responded`}`,
    ...(found.length === 0 ? ['  no findings'] : found),
    ...(made.length === 0 ? [] : [`  proposals: ${made.map(([word, count]) => `${count} ${word}`).join(', ')}`]),
    ...(report === null ? [] : [`  report: ${report}`]),
  ].join('\n');
}

function number(value: number | null): string {
  return value === null ? 'not known' : shortNumber(value);
}
