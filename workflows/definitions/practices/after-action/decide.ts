/**
 * The after-action pulse: a round after each cycle, and then, point by point, what is done about what was said. Who answers
 * for the network is asked again until every point has its answer, or the network closes.
 */
import { type ActMessage, type Point, partId } from '../../../contract/index.ts';
import type { Moment, Step, Wish } from '../../process.ts';
import { duesOf, nothing, perform, schedule } from '../../process.ts';
import { ask, calendar, clear, holders, lacksRole, record, recordBy, tell } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { ended, type RoundState, roundItem } from '../round-item.ts';
import { beginRound, type RoundKeeperState, type RoundPractice, roundKeeper } from '../round-keeper.ts';

const ANSWERING = ['facilitator', 'lead'] as const;

const rounds: RoundPractice = {
  practice: 'after-action',
  cadences(begin) {
    const { questionnaire, open, remindEvery, remindAtMost } = settingsOf(begin, 'after-action');
    const how = { questionnaire, open, remindEvery, remindAtMost };
    return {
      'after-action': {
        every: null,
        given: ({ cycle }) => (cycle === null ? how : { ...how, cycle }),
      },
    };
  },
  heard: (state, { report, data }) =>
    report === 'cycle-done'
      ? beginRound(rounds, { ...state, cycle: Number(data.cycle) }, 'after-action')
      : nothing(state),
};

export const afterAction: PracticeModule<RoundKeeperState, RoundState> = {
  keeper: roundKeeper(rounds),
  item: roundItem({
    actions: ['answer-point'],
    closed,
    refuse: (state, _action, message) => refuse(state, message),
    learned: (state, { as, result }) => (as === 'again' ? nothing(schedule(state, ...duesOf(result))) : nothing(state)),
    due: (state, what, moment) => (what === 'again' ? askAgain(state, moment) : nothing(state)),
    acted: (state, { message }, moment) => answered(state, message, moment),
  }),
};

function closed(state: RoundState, points: readonly Point[], moment: Moment): Step<RoundState> {
  const weighed = tellWeighed(state);
  const numbered = points.map((point, at) => ({ ...point, point: at + 1 }));
  const waiting: RoundState = { ...state, points: numbered };
  if (numbered.length === 0) {
    const over = ended(waiting, moment);
    return { ...over, wishes: [...weighed, ...over.wishes] };
  }
  return {
    state: waiting,
    wishes: [
      ...weighed,
      record(
        state.begin,
        moment,
        ...numbered.map((point) => fact(waiting, point, { did: null, by: null, at: moment.at }, 'said')),
      ),
      ...numbered.flatMap((point) => asked(waiting, point, moment)),
      again(waiting, moment),
    ],
  };
}

/** Answers to the pulse are part of what a cycle held of reflection. */
function tellWeighed({ begin }: RoundState): Wish[] {
  const { cycle } = begin.given;
  return cycle === undefined ? [] : tellPractice(begin, 'reflection', 'weigh', { cycle: Number(cycle) });
}

type Numbered = RoundState['points'][number];

/** Facilitators answer for the network; where there is none, the lead does. */
function answering({ begin }: RoundState): string[] {
  const facilitators = holders(begin, ['facilitator']);
  return facilitators.length > 0 ? facilitators : holders(begin, ['lead']);
}

function asked(state: RoundState, { point, text }: Numbered, moment: Moment): Wish[] {
  const words = text === null ? {} : { text };
  const request = {
    template: 'point-asked',
    action: 'answer-point',
    about: aboutOf(state, point),
    until: null,
  } as const;
  return ask(state.begin, moment, answering(state), { ...request, ...words });
}

function askAgain(state: RoundState, moment: Moment): Step<RoundState> {
  const round = state.again + 1;
  const reminded = { ...state, again: round };
  return {
    state: reminded,
    wishes: [
      ...state.points.map(({ point, text }) =>
        tell(
          state.begin,
          moment,
          answering(state),
          'point-asked',
          aboutOf(state, point),
          text === null ? undefined : text,
          round,
        ),
      ),
      again(reminded, moment),
    ],
  };
}

function again({ begin }: RoundState, moment: Moment): Wish {
  return calendar(begin, moment.at, [{ name: 'again', add: settingsOf(begin, 'after-action').askAgainEvery }], 'again');
}

function refuse(state: RoundState, message: ActMessage): string | null {
  const lacking = lacksRole(state.begin.policy, ANSWERING, message);
  if (lacking !== null) return lacking;
  const { point } = message.payload as { point: number };
  if (state.stage !== 'after') return `${state.begin.item} is not closed yet; its points come with the close.`;
  const open = state.points.map((one) => one.point);
  return open.includes(point) ? null : `Point ${point} waits for no answer; those that do: ${open.join(', ')}.`;
}

function answered(state: RoundState, message: ActMessage, moment: Moment): Step<RoundState> {
  const { begin } = state;
  const { point: number, did } = message.payload as { point: number; did: string };
  const by = message.actor.person;
  const point = state.points.find((one) => one.point === number) as Numbered;
  const about = aboutOf(state, number);
  const left = { ...state, points: state.points.filter((one) => one.point !== number) };
  const over = left.points.length === 0 ? ended(left, moment) : nothing(left);
  return {
    state: over.state,
    wishes: [
      recordBy(begin, moment, by, fact(state, point, { did, by, at: moment.at }, 'did')),
      clear(moment, { action: 'answer-point', about, people: answering(state) }),
      perform('notifyMembers', {
        ...{ network: begin.network, workflowId: moment.workflowId, at: moment.at, template: 'point-answered', about },
        ...{ whom: { standing: ['active'] }, round: 0, text: did },
      }),
      ...over.wishes,
    ],
    receipt: {
      id: about,
      said:
        left.points.length === 0
          ? 'Everybody hears of it. Every point has its answer now.'
          : `Everybody hears of it. ${left.points.length} more ${left.points.length === 1 ? 'point waits' : 'points wait'}.`,
    },
  };
}

function aboutOf({ begin }: RoundState, point: number): string {
  return partId(begin.item, point);
}

function fact(
  { begin }: RoundState,
  { point, item, text }: Numbered,
  answer: { did: string | null; by: string | null; at: string },
  word: string,
) {
  const body = { round: begin.item, point, item, text, ...answer };
  return { kind: 'said-and-did' as const, body, key: `said-and-did/${begin.item}/${point}/${word}` };
}
