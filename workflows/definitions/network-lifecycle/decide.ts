/**
 * The life of a network: design → invitation → learning cycles → sustainment → closed. Pure: state and event in, next
 * state and wishes out; what each phase does is in `phases/`.
 */

import type { RoleName } from '../../../data/records/index.ts';
import type { Begin } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import { practicesHear } from '../practices/begin-and-end.ts';
import type { Event, Moment, Process, Step } from '../process.ts';
import { duesOf, nothing, perform, schedule, start } from '../process.ts';
import { clear, dayOf, recordBy, tell } from '../shared.ts';
import { proposeByHand, proposedByHand } from './by-hand.ts';
import { goalReviewDue, goalReviewWaits, reviewGoal } from './goals.ts';
import { archived, close, leaveArchive } from './phases/closing.ts';
import {
  beginDesign,
  gate,
  gateWaits,
  planMade,
  prioritiesClose,
  readinessConfirmed,
  voteClose,
  votesCounted,
} from './phases/design.ts';
import { futureCounted, gateAnswered, gatesClose, gatesPlanned, gatesRemind } from './phases/gates.ts';
import { handOverActed, handOverDone, handOverLapses, handOverPlanned, handOverReminds } from './phases/hand-over.ts';
import {
  extensionPlanned,
  gatePassed,
  INVITATION,
  invitationCloses,
  invitationPlanned,
  inviteWave,
  remindInvited,
  tooFewDecided,
} from './phases/invitation.ts';
import { problemStated } from './phases/learning.ts';
import { part } from './phases/parting.ts';
import { moveRole } from './phases/roles.ts';
import { cycleDone, notFunded, sustainmentDecided } from './phases/sustainment.ts';
import { invitationSays, isFull, MOVED_UP, movedUp, moveUp, putOnWaitingList } from './places.ts';
import { refuse } from './refuse.ts';
import { begin, decode, type LifecycleState } from './state.ts';

export const networkLifecycleProcess: Process<Begin, LifecycleState> = {
  actions: [
    'confirm-readiness',
    'propose-priority',
    'vote',
    'set-agenda',
    'open-invitation',
    'revise-agenda',
    'review-goal',
    'accept-invitation',
    'decline-invitation',
    'leave',
    'adopt',
    'propose-introduction',
    'stop-proposals',
    'resume-proposals',
    'close',
    'vote-on-future',
    'answer-as-sponsor',
    'confirm-funding',
    'answer-hand-over',
    'confirm-handed-over',
  ],
  begin,
  refuse,
  decide,
  status: (state) => ({
    stage: stageOf(state),
    counts: {
      confirmed: state.confirmed.length,
      priorities: state.priorities.length,
      agenda: state.agenda.length,
      joined: state.joined,
      declined: state.declined,
      left: state.left,
      ...(state.waiting.length > 0 ? { waiting: state.waiting.length } : {}),
      cycle: state.cycle,
    },
  }),
  decode,
};

function stageOf({ phase, design, waitsForProblem, gates, handOver }: LifecycleState): string {
  if (waitsForProblem !== null) return `cycle ${waitsForProblem.cycle} waits for a problem of ${waitsForProblem.item}`;
  if (phase === 'design') return DESIGN_STAGES[design];
  if (phase !== 'sustainment') return phase;
  if (handOver !== null) return handOver.accepted ? 'the lead is handed over' : 'somebody is asked to take over';
  return gates === null ? 'it is to be decided what becomes of the network' : 'those are heard whom the charter names';
}

/** What the members, or the lead, are doing in design. */
const DESIGN_STAGES = {
  proposing: 'priorities are proposed',
  voting: 'priorities are voted on',
  agenda: 'the agenda is to be set',
  set: 'the readiness gate is open',
} as const;

function decide(state: LifecycleState, event: Event, moment: Moment): Step<LifecycleState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return beginDesign(state, moment);
    case 'learned':
      return learned(state, event.as, event.result, moment);
    case 'due':
      return due(state, event.what, moment);
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
    case 'acted':
      return acted(state, event, moment);
  }
}

function learned(state: LifecycleState, as: string, result: unknown, moment: Moment): Step<LifecycleState> {
  switch (as) {
    case 'plan':
      return planMade(state, moment, result);
    case 'counted':
      return votesCounted(state, moment, result);
    case 'invitation-plan':
      return invitationPlanned(state, moment, result);
    case 'extension-plan':
      return extensionPlanned(state, moment, result);
    case 'dates':
      return nothing(schedule(state, ...duesOf(result)));
    case 'by-hand':
      return proposedByHand(state, result);
    case 'gates-plan':
      return gatesPlanned(state, moment, result);
    case 'future-counted':
      return futureCounted(state, moment, result);
    case 'hand-over-plan':
      return handOverPlanned(state, moment, result);
    case 'archived':
      return archived(state, moment, result);
    default:
      return as.startsWith(MOVED_UP) ? movedUp(state, as.slice(MOVED_UP.length), result, moment) : nothing(state);
  }
}

function due(state: LifecycleState, what: string, moment: Moment): Step<LifecycleState> {
  const [word, first = '', second = ''] = what.split(':');
  switch (word) {
    case 'priorities-close':
      return prioritiesClose(state, moment);
    case 'vote-close':
      return voteClose(state, moment);
    case 'gate-remind':
      return gateWaits(state, moment, false);
    case 'gate-escalate':
      return gateWaits(state, moment, true);
    case 'goal-review':
      return goalReviewDue(state, moment, first);
    case 'goal-remind':
      return goalReviewWaits(state, moment, first, false);
    case 'goal-escalate':
      return goalReviewWaits(state, moment, first, true);
    case 'wave':
      return { state, wishes: [inviteWave(state, moment, Number(first))] };
    case 'remind':
      return { state, wishes: [remindInvited(state, moment, Number(first), Number(second))] };
    case 'invitation-close':
      return invitationCloses(state, moment);
    case 'survey':
      return openSurvey(state, first);
    case 'gates-remind':
      return gatesRemind(state, moment);
    case 'gates-close':
      return gatesClose(state, moment);
    case 'hand-over-remind':
      return handOverReminds(state, moment);
    case 'hand-over-lapses':
      return handOverLapses(state, moment);
    case 'hand-over-done':
      return handOverDone(state, moment);
    case 'archive':
      return leaveArchive(state);
    default:
      return nothing(state);
  }
}

function openSurvey(state: LifecycleState, wave: string): Step<LifecycleState> {
  const { begin } = state;
  const survey = begin.policy.surveys.find((candidate) => candidate.wave === wave);
  if (survey === undefined) return nothing(state);
  const { surveysRest: rest } = state;
  if (rest !== null) return nothing({ ...state, surveysRest: { ...rest, waves: [...rest.waves, wave] } });
  const { types, open, reminders } = survey;
  const id = workflowId({ kind: 'wave', network: begin.network, wave });
  return { state, wishes: [start('surveyWave', id, { ...begin, wave, types, open, reminders })] };
}

/** The network has come to another stage of its growth: waves that rested open now where surveys are due again. */
function grown(state: LifecycleState, { stage, due }: Record<string, unknown>): Step<LifecycleState> {
  const waves = state.surveysRest?.waves ?? [];
  if (state.phase === 'closed') return nothing(state);
  if (due === false) return nothing({ ...state, surveysRest: { stage: String(stage), waves } });
  const awake: LifecycleState = { ...state, surveysRest: null };
  return { state: awake, wishes: waves.flatMap((wave) => openSurvey(awake, wave).wishes) };
}

function reported(
  state: LifecycleState,
  word: string,
  data: Record<string, string | number | boolean | null>,
  moment: Moment,
): Step<LifecycleState> {
  if (word === 'decided' && data.subject === 'funding') return notFunded(state, moment, String(data.option));
  if (word === 'maturity') return grown(state, data);
  if (word === 'problem-stated') return problemStated(state, moment, String(data.item));
  if (word === 'cycle-done') return cycleDone(state, moment, Number(data.cycle));
  if (word === 'gate-passed') return gatePassed(state, moment, String(data.option));
  if (word === 'decided' && data.subject === 'too-few-joined') return tooFewDecided(state, moment, String(data.option));
  if (word === 'decided' && data.subject === 'sustainment')
    return sustainmentDecided(state, moment, {
      option: String(data.option),
      to: typeof data.to === 'string' ? data.to : null,
    });
  if (word === 'checked') return leaveArchive(state);
  if (state.phase === 'closed') return nothing(state);
  if (word === 'lapsed') {
    return part({ ...state, left: state.left + 1 }, moment, String(data.member));
  }
  // Erased: who held a role and was no member leaves it vacant as well.
  if (word === 'gone') return part(state, moment, String(data.member));
  if (word === 'take-over') {
    const { role, from, to } = data as { role: RoleName; from: string; to: string };
    return moveRole(state, moment, { role, from: [from], to });
  }
  return nothing(state);
}

function acted(
  state: LifecycleState,
  { action, message }: Extract<Event, { type: 'acted' }>,
  moment: Moment,
): Step<LifecycleState> {
  const { person } = message.actor;
  const { request } = message;
  switch (action) {
    case 'confirm-readiness': {
      const { item, evidence } = message.payload as { item: string; evidence?: string };
      const body = { item, confirmedBy: person, evidence: evidence ?? null };
      const step = readinessConfirmed(state, moment, item);
      return {
        state: step.state,
        wishes: [
          recordBy(state.begin, moment, person, { kind: 'readiness', body, key: `readiness/${item}` }),
          ...step.wishes,
        ],
        receipt: { id: item, said: `'${item}' is confirmed.` },
      };
    }
    case 'propose-priority': {
      const priority = `priority-${state.priorities.length + 1}`;
      const body = { priority, title: (message.payload as { title: string }).title, proposedBy: person };
      return {
        state: { ...state, priorities: [...state.priorities, priority] },
        wishes: [
          recordBy(state.begin, moment, person, { kind: 'priority', body, key: `act/${request}` }),
          clear(moment, { action: 'propose-priority', about: 'priorities', people: [person] }),
        ],
        receipt: { id: priority, said: `Your proposal is ${priority}.` },
      };
    }
    case 'vote': {
      const body = { round: 'priorities', voter: person, ranking: (message.payload as { ranking: string[] }).ranking };
      return {
        state,
        wishes: [
          recordBy(state.begin, moment, person, { kind: 'vote', body, key: `act/${request}` }),
          clear(moment, { action: 'vote', about: 'priorities', people: [person] }),
        ],
        receipt: { id: null, said: 'Your ranking counts; you can change it until the vote closes.' },
      };
    }
    case 'set-agenda': {
      const { priority, title } = message.payload as { priority?: string; title?: string };
      const item = `agenda-${state.agenda.length + 1}`;
      const body = { item, version: 1, title: title ?? null, priority: priority ?? null };
      const wishes = [
        recordBy(state.begin, moment, person, { kind: 'agenda-item', body, key: `act/${request}` }),
        ...practicesHear(state.begin, 'agenda-item', { item }),
      ];
      const listed = { ...state, agenda: [...state.agenda, item] };
      const step =
        state.design === 'agenda' ? gate({ ...listed, design: 'set' }, moment, wishes) : { state: listed, wishes };
      return { ...step, receipt: { id: item, said: `${item} is on the learning agenda.` } };
    }
    case 'revise-agenda': {
      const { item, title } = message.payload as { item: string; title: string };
      const version = (state.versions[item] ?? 1) + 1;
      const body = { item, version, title, priority: null };
      return {
        state: { ...state, versions: { ...state.versions, [item]: version } },
        wishes: [
          recordBy(state.begin, moment, person, { kind: 'agenda-item', body, key: `agenda/${item}/${version}` }),
          perform('notifyMembers', {
            ...{ network: state.begin.network, workflowId: moment.workflowId, at: moment.at },
            ...{ template: 'agenda-revised', about: item, whom: { standing: ['active'] }, round: version, text: title },
          }),
        ],
        receipt: { id: item, said: `${item} is at version ${version}; members hear of it.` },
      };
    }
    case 'review-goal':
      return reviewGoal(state, message, moment);
    case 'open-invitation':
      return {
        state,
        wishes: [
          perform('noteInvitation', { network: state.begin.network, member: person, step: 'opened', at: moment.at }),
        ],
        receipt: { id: null, said: invitationSays(state) },
      };
    case 'accept-invitation':
      return isFull(state)
        ? putOnWaitingList(state, person, moment)
        : standing(
            { ...state, joined: state.joined + 1 },
            'active',
            event(person, request),
            moment,
            'Welcome: you have joined.',
          );
    case 'decline-invitation':
      return standing(
        { ...state, declined: state.declined + 1, waiting: state.waiting.filter((other) => other !== person) },
        'declined',
        event(person, request),
        moment,
        'You will not be asked again.',
      );
    case 'leave': {
      const gone = standing(
        { ...state, left: state.left + 1 },
        'left',
        event(person, request),
        moment,
        'You have left the network.',
      );
      const parted = part(gone.state, moment, person);
      const next = moveUp(parted.state, moment);
      return { ...gone, state: next.state, wishes: [...gone.wishes, ...parted.wishes, ...next.wishes] };
    }
    case 'adopt': {
      const { practice, since } = message.payload as { practice: string; since?: string };
      const body = { member: person, practice, time: since ?? dayOf(moment.at), censored: false };
      return {
        state,
        wishes: [recordBy(state.begin, moment, person, { kind: 'adoption', body, key: `act/${request}` })],
        receipt: { id: null, said: `Noted: ${practice}, since ${body.time}.` },
      };
    }
    case 'propose-introduction':
      return proposeByHand(state, message, moment);
    case 'stop-proposals':
    case 'resume-proposals': {
      const proposals = action === 'stop-proposals' ? ('off' as const) : ('on' as const);
      const fact = recordBy(state.begin, moment, person, {
        kind: 'switch',
        body: { proposals, by: person },
        key: `act/${request}`,
      });
      const withdraw = perform('withdrawProposals', { network: state.begin.network, at: moment.at });
      return {
        state: { ...state, proposals },
        wishes: proposals === 'off' ? [fact, withdraw] : [fact],
        receipt: {
          id: null,
          said: proposals === 'off' ? 'No proposals any more; open ones are withdrawn.' : 'Proposals are made again.',
        },
      };
    }
    case 'close':
      return {
        ...close(state, moment, 'closed early by decision'),
        receipt: { id: null, said: 'The network is closed.' },
      };
    case 'vote-on-future':
    case 'answer-as-sponsor':
    case 'confirm-funding':
      return gateAnswered(state, action, message, moment);
    case 'answer-hand-over':
    case 'confirm-handed-over':
      return handOverActed(state, action, message, moment);
    default:
      return nothing(state);
  }
}

function event(person: string, request: string) {
  return { person, request };
}

function standing(
  state: LifecycleState,
  status: 'active' | 'declined' | 'left',
  { person, request }: { person: string; request: string },
  moment: Moment,
  said: string,
): Step<LifecycleState> {
  const { begin } = state;
  const wishes = [
    perform('setStanding', { network: begin.network, member: person, status, at: moment.at, request }),
    clear(moment, { action: 'accept-invitation', about: INVITATION, people: [person] }),
  ];
  const heard = status === 'active' ? practicesHear(begin, 'joined', { member: person }) : [];
  const welcome = status === 'active' ? [tell(begin, moment, [person], 'welcome', begin.network)] : [];
  return { state, wishes: [...wishes, ...welcome, ...heard], receipt: { id: null, said } };
}
