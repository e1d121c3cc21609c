/**
 * Successors: holders of roles are asked once a year who would take over. When a holder leaves, the successor is asked to,
 * as their own affair; where there is none, or they do not, whoever decides what becomes of the network is. It carries a
 * line for each holder, at most so many.
 */
import type { RoleName } from '../../../../data/records/index.ts';
import { ROLE_NAMES } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { ROLE_MOVED, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule, start } from '../../process.ts';
import { ask, calendar, clear, clearAll, holders, record, recordBy, tell } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

interface Named {
  role: RoleName;
  holder: string;
  successor: string | null;
  ready: boolean;
}

/** What is recorded of a role: of a holder, or that there is none. */
type Line = Omit<Named, 'holder'> & { holder: string | null };

interface Vacancy {
  decision: string;
  role: RoleName;
  from: string;
  /** Whoever is asked now. */
  asked: string;
}

export interface SuccessionState extends ProcessState {
  begin: WorkflowStarts['practice'];
  /** How often holders were asked. */
  rounds: number;
  named: Named[];
  vacancies: Vacancy[];
  /** Who has left, and so is asked nothing; of holders of roles only. */
  gone: string[];
  /** How many decisions were asked for. */
  decisions: number;
  /** Roles that nobody holds since whoever did has left; absent: it began before that was known. */
  vacant?: RoleName[];
}

/** Roles × people: more holders than these is no network of ours, and the state stays a few kB. */
const MOST_NAMED = 500;

const keeper: Process<WorkflowStarts['practice'], SuccessionState> = {
  actions: ['name-successor'],
  begin: (begin) => ({
    v: 1,
    due: [],
    done: false,
    begin,
    rounds: 0,
    named: [],
    vacancies: [],
    gone: [],
    decisions: 0,
    vacant: [],
  }),
  refuse,
  decide,
  status: ({ done, begin, named, vacancies, vacant = [] }) => ({
    stage: done ? 'ended' : 'open',
    counts: {
      'without a successor': held(begin).filter(({ role, holder }) => namedOf(named, role, holder)?.successor == null)
        .length,
      'to be taken over': vacancies.length,
      ...(vacant.length === 0 ? {} : { vacant: vacant.length }),
    },
  }),
  decode: decodeFirstVersion,
};

export const succession: PracticeModule<SuccessionState, never> = { keeper, item: null };

function refuse(state: SuccessionState, action: ActionName, { actor, payload }: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'name-successor') return 'This is not done here.';
  const { role, successor } = payload as { role: RoleName; successor?: string };
  if (!state.begin.policy.roles[role].includes(actor.person)) {
    return `Only whoever is ${role} says who would take over from them.`;
  }
  if (successor === actor.person) return 'Name somebody else than yourself.';
  const isNew = namedOf(state.named, role, actor.person) === undefined;
  return isNew && state.named.length >= MOST_NAMED ? `${MOST_NAMED} holders of roles are the most here.` : null;
}

function decide(state: SuccessionState, event: Event, moment: Moment): Step<SuccessionState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return askHolders(state, moment);
    case 'due':
      return event.what === 'ask' ? askHolders(state, moment) : remindHolders(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'acted':
      return successorNamed(state, event.message, moment);
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
  }
}

function askHolders(state: SuccessionState, moment: Moment): Step<SuccessionState> {
  const { begin } = state;
  const { askEvery, remindAfter } = settingsOf(begin, 'succession');
  const rounds = state.rounds + 1;
  const known = held(begin).filter(({ holder }) => !state.gone.includes(holder));
  // Who was never asked stands there as somebody without a successor, so that the report can show it.
  const fresh = known
    .filter(({ role, holder }) => namedOf(state.named, role, holder) === undefined)
    .slice(0, MOST_NAMED);
  const unnamed = fresh.map((one): Named => ({ ...one, successor: null, ready: false }));
  const steps = [
    { name: 'remind', add: remindAfter },
    { name: 'ask', add: askEvery },
  ];
  return {
    state: { ...state, rounds, named: [...state.named, ...unnamed] },
    wishes: [
      ...(unnamed.length === 0
        ? []
        : [record(begin, moment, ...unnamed.map((one) => fact(one, moment, `asked/${rounds}`)))]),
      ...known.flatMap(({ role, holder }) =>
        ask(begin, moment, [holder], {
          ...{ template: 'successor-asked', action: 'name-successor', about: role, until: null, round: rounds },
        }),
      ),
      calendar(begin, moment.at, steps, 'plan'),
    ],
  };
}

/** Once; the wait stays in the inbox. */
function remindHolders(state: SuccessionState, moment: Moment): Step<SuccessionState> {
  const silent = held(state.begin).filter(
    ({ role, holder }) => !state.gone.includes(holder) && namedOf(state.named, role, holder)?.successor == null,
  );
  return {
    state,
    wishes: silent.map(({ role, holder }) =>
      tell(state.begin, moment, [holder], 'successor-reminder', role, undefined, state.rounds),
    ),
  };
}

function successorNamed(state: SuccessionState, message: ActMessage, moment: Moment): Step<SuccessionState> {
  const { begin } = state;
  const { person: holder } = message.actor;
  const { role, successor = null, ready } = message.payload as { role: RoleName; successor?: string; ready: boolean };
  const one: Named = { role, holder, successor, ready: successor !== null && ready };
  const said =
    successor === null
      ? 'Noted: nobody yet. It is shown that this role hangs on one person, where it does.'
      : `Noted${one.ready ? ', and that they could today' : ''}. They are asked only when it comes to it.`;
  return {
    state: { ...state, named: [...state.named.filter((other) => !same(other, role, holder)), one] },
    wishes: [
      recordBy(begin, moment, holder, fact(one, moment, message.request)),
      clear(moment, { action: 'name-successor', about: role, people: [holder] }),
    ],
    receipt: { id: null, said },
  };
}

function reported(
  state: SuccessionState,
  word: string,
  data: Record<string, unknown>,
  moment: Moment,
): Step<SuccessionState> {
  switch (word) {
    case 'stop':
      return { state: { ...state, due: [], vacancies: [], done: true }, wishes: [clearAll(moment)] };
    case 'left':
      return holderLeft(state, moment, String(data.member));
    case 'decided':
      return decided(state, moment, String(data.decision), String(data.option));
    case ROLE_MOVED:
      return data.to === '' ? nothing(state) : heldBy(state, moment, data.role as RoleName);
    default:
      return nothing(state);
  }
}

/** Somebody holds it: it is not vacant any more. */
function heldBy(state: SuccessionState, moment: Moment, role: RoleName): Step<SuccessionState> {
  const { vacant = [] } = state;
  if (!vacant.includes(role)) return nothing(state);
  const filled = { ...state, vacant: vacant.filter((one) => one !== role) };
  return { state: filled, wishes: [withdrawn(state, moment, nobody(role))] };
}

/** It stands in the report as vacant, and with nobody's name, until somebody takes it over. */
function leftVacant(state: SuccessionState, moment: Moment, role: RoleName, member: string): Step<SuccessionState> {
  const { begin, vacant = [] } = state;
  const others = begin.policy.roles[role].filter((person) => person !== member && !state.gone.includes(person));
  const known = namedOf(state.named, role, member);
  const gone = known === undefined ? [] : [withdrawn(state, moment, known)];
  if (others.length > 0 || vacant.includes(role)) return { state, wishes: gone };
  const stands = record(begin, moment, fact(nobody(role), moment, moment.at));
  return { state: { ...state, vacant: [...vacant, role] }, wishes: [...gone, stands] };
}

function nobody(role: RoleName): Line {
  return { role, holder: null, successor: null, ready: false };
}

function withdrawn({ begin }: SuccessionState, moment: Moment, line: Line): Wish {
  return record(begin, moment, { ...fact(line, moment, `withdrawn/${moment.at}`), retracted: true });
}

/** Who was asked to take over leaves as well: the question goes on to whoever decides for the network. */
function askedLeft(state: SuccessionState, member: string): Wish[] {
  const { network } = state.begin;
  return state.vacancies
    .filter(({ asked }) => asked === member)
    .map(({ decision }) => report(workflowId({ kind: 'decision', network, decision }), 'withdraw', {}));
}

/** Of every role that they held: whoever was named, or whoever else holds it, or leads, is asked. */
function holderLeft(state: SuccessionState, moment: Moment, member: string): Step<SuccessionState> {
  const roles = ROLE_NAMES.filter((role) => state.begin.policy.roles[role].includes(member));
  const isAsked = state.vacancies.some(({ asked }) => asked === member);
  const without = {
    ...state,
    gone: roles.length === 0 && !isAsked ? state.gone : [...new Set([...state.gone, member])].slice(-MOST_NAMED),
  };
  return roles.reduce<Step<SuccessionState>>(
    (step, role) => {
      const successor = namedOf(step.state.named, role, member)?.successor ?? null;
      const next = successor === member ? null : successor;
      const asked = next !== null && !step.state.gone.includes(next) ? next : standIn(step.state, member);
      const vacated = leftVacant(step.state, moment, role, member);
      const clean = {
        ...vacated.state,
        named: vacated.state.named.filter((other) => !same(other, role, member)),
      };
      const wishes = [
        ...step.wishes,
        ...vacated.wishes,
        clear(moment, { action: 'name-successor', about: role, people: [member] }),
      ];
      if (asked === null) return { state: clean, wishes };
      const begun = askToTakeOver(clean, moment, { role, from: member, asked });
      return { state: begun.state, wishes: [...wishes, ...begun.wishes] };
    },
    { state: without, wishes: askedLeft(state, member) },
  );
}

function askToTakeOver(
  state: SuccessionState,
  moment: Moment,
  { role, from, asked }: Omit<Vacancy, 'decision'>,
): Step<SuccessionState> {
  const { begin } = state;
  const decision = `succession-${role}-${state.decisions + 1}`;
  const { network, policy, clock, settings } = begin;
  return {
    state: {
      ...state,
      decisions: state.decisions + 1,
      vacancies: [...state.vacancies, { decision, role, from, asked }],
    },
    wishes: [
      start('decision', workflowId({ kind: 'decision', network, decision }), {
        ...{ network, policy, clock, settings, decision, subject: 'succession', about: `${role}.${decision}` },
        options: ['take-over', 'decline'],
        otherwise: 'decline',
        right: 'decide-sustainment',
        whom: [asked],
        parties: null,
        expireAfter: settingsOf(begin, 'succession').takeOverWithin,
        reportTo: moment.workflowId,
      }),
      tell(begin, moment, [asked], 'role-vacant', decision),
    ],
  };
}

/** Taken over: the lifecycle moves the role. Not: whoever leads or sponsors is asked, and then it stays vacant. */
function decided(state: SuccessionState, moment: Moment, decision: string, option: string): Step<SuccessionState> {
  const vacancy = state.vacancies.find((one) => one.decision === decision);
  if (vacancy === undefined) return nothing(state);
  const { role, from, asked } = vacancy;
  const rest = { ...state, vacancies: state.vacancies.filter((one) => one !== vacancy) };
  if (option === 'take-over') {
    const network = workflowId({ kind: 'network', network: state.begin.network });
    return { state: rest, wishes: [report(network, 'take-over', { role, from, to: asked })] };
  }
  const other = standIn(rest, from);
  return other === null || other === asked ? nothing(rest) : askToTakeOver(rest, moment, { role, from, asked: other });
}

/** Whoever may decide what becomes of the network, but not who has left. */
function standIn({ begin, gone }: SuccessionState, leaving: string): string | null {
  const who = holders(begin, [...begin.policy.rights['decide-sustainment'], begin.policy.decisions.deputy]);
  return who.find((person) => person !== leaving && !gone.includes(person)) ?? null;
}

/** Every role with every holder, in a fixed order. */
function held({ policy }: WorkflowStarts['practice']): { role: RoleName; holder: string }[] {
  return ROLE_NAMES.flatMap((role) => [...policy.roles[role]].sort().map((holder) => ({ role, holder })));
}

function namedOf(named: readonly Named[], role: RoleName, holder: string): Named | undefined {
  return named.find((one) => same(one, role, holder));
}

function same(one: Named, role: RoleName, holder: string): boolean {
  return one.role === role && one.holder === holder;
}

function fact({ role, holder, successor, ready }: Line, { at }: Moment, key: string) {
  return {
    kind: 'succession' as const,
    body: { role, holder, successor, ready, at },
    key: `succession/${role}/${holder ?? 'vacant'}/${key}`,
  };
}
