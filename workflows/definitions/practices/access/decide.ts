/**
 * Access needs and stipends: both are put to those who see to them, who are reminded; then the deputy hears of it. A need's
 * words go to them alone, so the deputy is told that it waits and no more; on a stipend the deputy may decide. Nobody
 * decides on their own money.
 */
import type { Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule } from '../../process.ts';
import { ask, calendar, holders, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { type ItemKeeperState, itemKeeper, opened } from '../item-keeper.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practiceItem'];
type What = 'need' | 'stipend';

/** What came of it: `approved` is the amount, for a stipend that was. */
interface Settled {
  status: 'met' | 'not-met' | 'approved' | 'declined' | 'withdrawn';
  approved: number | null;
  by: string | null;
  reason: string | null;
}

export interface AccessState extends ProcessState {
  begin: Begin;
  statedAt: Instant | null;
  escalated: boolean;
  settled: Settled | null;
}

const OPENS: Partial<Record<ActionName, What>> = { 'state-access-need': 'need', 'ask-stipend': 'stipend' };

const plain = itemKeeper({
  practice: 'access',
  opens: 'ask-stipend',
  calledSingular: 'stipend',
  openPerMember: (begin) => settingsOf(begin, 'access').openPerMember,
  given: () => ({}),
  said: () => '',
});

export const access: PracticeModule<ItemKeeperState, AccessState> = {
  keeper: {
    ...plain,
    actions: ['state-access-need', 'ask-stipend'],
    refuse: (state, action, message, moment) => {
      const { membership } = message.actor;
      if (membership !== 'active' && membership !== 'invited') return 'Only who is invited, or a member, does this.';
      // Who is invited may say what they need as well as a member: it may decide whether they come.
      const asMember = { ...message, actor: { ...message.actor, membership: 'active' as const } };
      const refused = plain.refuse(state, 'ask-stipend', asMember, moment);
      if (refused !== null || action === 'state-access-need') return refused;
      const { most, currency } = settingsOf(state.begin, 'access');
      const { amount } = message.payload as { amount: number };
      return amount > most ? `${currency} ${most} is the most that one request may ask for.` : null;
    },
    decide: (state, event, moment) => {
      if (state.done) return nothing(state);
      if (event.type === 'acted') return begun(state, event.action, event.message);
      if (event.type === 'reported' && event.report.report === 'left') {
        return { state, wishes: withdrawnBy(state, String(event.report.data.member)) };
      }
      return plain.decide(state, event, moment);
    },
  },
  item: {
    actions: ['settle-access-need', 'decide-stipend'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, statedAt: null, escalated: false, settled: null }),
    refuse,
    decide,
    status: ({ settled, escalated }) => ({
      stage: settled?.status ?? (escalated ? 'waits, escalated' : 'waits'),
      counts: {},
    }),
    decode: decodeFirstVersion,
  },
};

function begun(state: ItemKeeperState, action: ActionName, message: ActMessage): Step<ItemKeeperState> {
  const what = OPENS[action] as What;
  const { amount, text } = message.payload as { amount?: number; text?: string };
  const given = {
    what,
    ...(amount === undefined ? {} : { amount: String(amount) }),
    ...(text === undefined ? {} : { text }),
  };
  const { item, ...step } = opened({ practice: 'access', calledSingular: what }, state, message.actor.person, given);
  const said =
    what === 'need'
      ? `Noted as ${item}. Only those who see to it read your words.`
      : `Asked for, as ${item}. You hear what is decided.`;
  return { ...step, receipt: { id: item, said } };
}

/** Who leaves needs nothing here any more. */
function withdrawnBy({ begin, open }: ItemKeeperState, member: string): Wish[] {
  return open
    .filter(({ by }) => by === member)
    .map(({ item }) =>
      report(workflowId({ kind: 'practice-item', network: begin.network, practice: 'access', item }), 'stop', {}),
    );
}

/** Who sees to it; where nobody else holds the role, the deputy does. */
function seers({ begin, escalated }: AccessState): string[] {
  const { readBy, stipendsDecidedBy } = settingsOf(begin, 'access');
  if (begin.given.what === 'need') return holders(begin, readBy);
  const { deputy } = begin.policy.decisions;
  const others = holders(begin, escalated ? [...stipendsDecidedBy, deputy] : stipendsDecidedBy).filter(
    (person) => person !== begin.by,
  );
  return others.length > 0 ? others : holders(begin, [deputy]).filter((person) => person !== begin.by);
}

function refuse(state: AccessState, action: ActionName, message: ActMessage): string | null {
  const { by, item, given } = state.begin;
  const { person } = message.actor;
  if (state.done) return `${item} is settled already (${state.settled?.status}).`;
  if (action === 'settle-access-need') {
    if (given.what !== 'need') return `${item} is no access need.`;
    return person === by || seers(state).includes(person)
      ? null
      : 'Only those who see to it, or who stated it, say so.';
  }
  if (given.what !== 'stipend') return `${item} is no stipend.`;
  if (person === by) return 'Nobody decides on their own stipend.';
  if (!seers(state).includes(person)) {
    const { stipendsDecidedBy } = settingsOf(state.begin, 'access');
    return `Only a ${stipendsDecidedBy.join(' or a ')} decides on stipends here (practices.access.stipendsDecidedBy).`;
  }
  const { amount } = message.payload as { amount?: number };
  return amount !== undefined && amount > Number(given.amount) ? `No more than was asked for: ${given.amount}.` : null;
}

function decide(state: AccessState, event: Event, moment: Moment): Step<AccessState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began': {
      const { remindAfter, escalateAfter } = settingsOf(begin, 'access');
      const steps = [
        { name: 'remind', add: remindAfter },
        { name: 'escalate', add: escalateAfter },
      ];
      const stated = { ...state, statedAt: moment.at };
      return {
        state: stated,
        wishes: [recordBy(begin, moment, begin.by, fact(stated, 'stated')), calendar(begin, moment.at, steps, 'plan')],
      };
    }
    case 'learned':
      return { state: schedule(state, ...duesOf(event.result)), wishes: put(state, seers(state), moment) };
    case 'due':
      return event.what === 'remind'
        ? { state, wishes: [waits(state, seers(state), moment)] }
        : escalated(state, moment);
    case 'acted':
      return settle(state, event.action, event.message, moment);
    case 'reported':
      return event.report.report === 'stop' ? end(state, WITHDRAWN, moment) : nothing(state);
  }
}

const WITHDRAWN: Settled = { status: 'withdrawn', approved: null, by: null, reason: null };

function put({ begin }: AccessState, people: string[], moment: Moment): Wish[] {
  const { item: about, given } = begin;
  const request =
    given.what === 'need'
      ? ({ template: 'access-need-stated', action: 'settle-access-need' } as const)
      : ({ template: 'stipend-asked', action: 'decide-stipend' } as const);
  const text = given.text === undefined ? {} : { text: given.text };
  return ask(begin, moment, people, { ...request, about, until: null, ...text });
}

function waits({ begin }: AccessState, people: string[], moment: Moment): Wish {
  return tell(begin, moment, people, begin.given.what === 'need' ? 'access-need-waits' : 'stipend-waits', begin.item);
}

function escalated(state: AccessState, moment: Moment): Step<AccessState> {
  const { begin } = state;
  const now = { ...state, escalated: true };
  const asked = seers(state);
  const deputies = holders(begin, [begin.policy.decisions.deputy]).filter((person) => !asked.includes(person));
  const wishes = begin.given.what === 'need' ? [waits(now, deputies, moment)] : put(now, deputies, moment);
  return { state: now, wishes };
}

function settle(state: AccessState, action: ActionName, message: ActMessage, moment: Moment): Step<AccessState> {
  const { begin } = state;
  const { met, approve, amount, reason } = message.payload as {
    met?: boolean;
    approve?: boolean;
    amount?: number;
    reason?: string;
  };
  const isNeed = action === 'settle-access-need';
  const settled: Settled = {
    status: isNeed ? (met ? 'met' : 'not-met') : approve ? 'approved' : 'declined',
    approved: approve === true ? (amount ?? Number(begin.given.amount)) : null,
    by: message.actor.person,
    reason: reason ?? null,
  };
  const ended = end(state, settled, moment);
  const template = isNeed ? 'access-need-settled' : 'stipend-decided';
  const told = message.actor.person === begin.by ? [] : [tell(begin, moment, [begin.by], template, begin.item, reason)];
  return {
    ...ended,
    wishes: [...ended.wishes, ...told],
    receipt: { id: begin.item, said: `Noted: ${begin.item} is ${settled.status.replace('-', ' ')}.` },
  };
}

function end(state: AccessState, settled: Settled, moment: Moment): Step<AccessState> {
  const ended = { ...state, settled, due: [], done: true };
  return {
    state: ended,
    wishes: [record(state.begin, moment, fact(ended, 'settled', moment.at)), ...itemEnds(state.begin, moment)],
  };
}

function fact({ begin, statedAt, settled }: AccessState, word: string, settledAt: Instant | null = null) {
  const { item, by: member, given } = begin;
  if (given.what === 'need') {
    const body = { need: item, member, text: given.text, statedAt, status: settled?.status ?? 'open', settledAt };
    return { kind: 'access-need' as const, body, key: `access/${item}/${word}` };
  }
  const { currency } = settingsOf(begin, 'access');
  const { approved = null, by = null, reason = null } = settled ?? {};
  const body = {
    ...{ stipend: item, member, amount: Number(given.amount), currency, text: given.text ?? null, askedAt: statedAt },
    ...{ status: settled?.status ?? 'asked', approved, by, reason, settledAt },
  };
  return { kind: 'stipend' as const, body, key: `access/${item}/${word}` };
}
