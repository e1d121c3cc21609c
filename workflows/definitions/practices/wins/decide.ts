/**
 * Wins: by turns, the stories that may be told on are shown to lead and facilitators, and then sent. It carries the ids of
 * one digest at a time; words and names are opened when a mail is written, for those who agree at that moment.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule, unschedule } from '../../process.ts';
import { ask, calendar, clearAll, holders, lacksRole, record, recordBy, tell } from '../../shared.ts';
import { restsIn } from '../maturity.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

const LOOK = ['lead', 'facilitator'] as const;

export interface WinsState extends ProcessState {
  begin: WorkflowStarts['practice'];
  sent: number;
  made: number;
  /** The digest that is looked at. */
  open: { digest: string; stories: string[] } | null;
}

export const wins: PracticeModule<WinsState, never> = {
  keeper: {
    actions: ['approve-wins'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, sent: 0, made: 0, open: null }),
    refuse,
    decide,
    status: ({ done, open, made, sent }) => ({
      stage: done ? 'ended' : open === null ? 'open' : 'to be looked at',
      counts: { digests: made, sent },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(state: WinsState, action: ActionName, message: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'approve-wins') return 'This is not done here.';
  const lacks = lacksRole(state.begin.policy, LOOK, message);
  if (lacks !== null) return lacks;
  const { digest, drop = [] } = message.payload as { digest: string; drop?: string[] };
  const { open } = state;
  if (open === null) return 'No stories wait to be looked at.';
  if (open.digest !== digest) return `${digest} is not what waits to be looked at; ${open.digest} is.`;
  const unknown = drop.find((story) => !open.stories.includes(story));
  return unknown === undefined ? null : `${unknown} is not among them; there are ${open.stories.join(', ')}.`;
}

function decide(state: WinsState, event: Event, moment: Moment): Step<WinsState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return { state, wishes: [nextTime(state, moment)] };
    case 'learned':
      return event.as === 'wins'
        ? gathered(state, event.result, moment)
        : nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return due(state, event.what, moment);
    case 'acted':
      return approved(state, event.message, moment);
    case 'reported':
      return event.report.report === 'stop'
        ? { state: { ...state, open: null, due: [], done: true }, wishes: [clearAll(moment)] }
        : nothing(state);
  }
}

function nextTime({ begin }: WinsState, moment: Moment): Wish {
  return calendar(begin, moment.at, [{ name: 'gather', add: settingsOf(begin, 'wins').every }], 'next');
}

function due(state: WinsState, what: string, moment: Moment): Step<WinsState> {
  const { begin, open } = state;
  const { atMost, whenUnanswered } = settingsOf(begin, 'wins');
  if (what === 'gather') {
    // One that is still looked at keeps its turn; what came since is gathered next time.
    const gather =
      open === null && restsIn(state) === null
        ? [perform('gatherWins', { network: begin.network, atMost }, 'wins')]
        : [];
    return { state, wishes: [nextTime(state, moment), ...gather] };
  }
  return what === 'over'
    ? ended(state, moment, { drop: [], send: whenUnanswered === 'send', by: null })
    : nothing(state);
}

function gathered(state: WinsState, result: unknown, moment: Moment): Step<WinsState> {
  const { begin } = state;
  const { stories } = result as { stories: string[] };
  const { atLeast, previewFor } = settingsOf(begin, 'wins');
  if (stories.length < atLeast) return nothing(state);
  const digest = `digest-${state.made + 1}`;
  const body = { digest, status: 'preview', stories, dropped: [], by: null, at: moment.at };
  const request = { template: 'wins-preview', action: 'approve-wins', about: digest, until: null } as const;
  return {
    state: { ...state, made: state.made + 1, open: { digest, stories } },
    wishes: [
      record(begin, moment, { kind: 'win-digest', body, key: `win-digest/${digest}/preview` }),
      ...ask(begin, moment, holders(begin, LOOK), request),
      calendar(begin, moment.at, [{ name: 'over', add: previewFor }], 'preview'),
    ],
  };
}

function approved(state: WinsState, { actor, payload }: ActMessage, moment: Moment): Step<WinsState> {
  const { drop = [], send = true } = payload as { drop?: string[]; send?: boolean };
  const step = ended(state, moment, { drop, send, by: actor.person });
  const { digest, stories } = state.open as NonNullable<WinsState['open']>;
  const left = send ? stories.filter((story) => !drop.includes(story)).length : 0;
  const said = left === 0 ? `${digest} is withheld.` : `${digest} is sent: ${left} of ${stories.length} stories.`;
  return { ...step, receipt: { id: digest, said } };
}

function ended(
  state: WinsState,
  moment: Moment,
  { drop, send, by }: { drop: string[]; send: boolean; by: string | null },
): Step<WinsState> {
  const { begin, open } = state;
  if (open === null) return nothing(state);
  const { digest: about } = open;
  const stories = open.stories.filter((story) => !drop.includes(story));
  const isSent = send && stories.length > 0;
  const body = {
    digest: about,
    status: isSent ? 'sent' : 'withheld',
    stories,
    dropped: [...drop].sort(),
    by,
    at: moment.at,
  };
  const fact = { kind: 'win-digest' as const, body, key: `win-digest/${about}/ended` };
  const rested = unschedule({ ...state, open: null, sent: state.sent + (isSent ? 1 : 0) }, 'over');
  const recorded = by === null ? record(begin, moment, fact) : recordBy(begin, moment, by, fact);
  return { state: rested, wishes: [recorded, clearAll(moment), ...(isSent ? toldOn(state, moment, about) : [])] };
}

/** To members, and to sponsors who are none where the charter says so; who is both gets one mail. */
function toldOn({ begin }: WinsState, moment: Moment, about: string): Wish[] {
  const { network } = begin;
  const template = 'wins-digest';
  const whom = { standing: ['active' as const] };
  return [
    perform('notifyMembers', {
      network,
      workflowId: moment.workflowId,
      at: moment.at,
      template,
      about,
      whom,
      round: 0,
    }),
    ...(settingsOf(begin, 'wins').sponsors
      ? [tell(begin, moment, holders(begin, ['sponsor']), template, about, undefined, 0)]
      : []),
  ];
}
