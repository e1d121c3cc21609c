/**
 * Reflection: a prompt at each date, its modality by turns; what is written goes to no workflow. After each cycle action is
 * weighed against reflection: where one is missing the facilitators hear of it, and a missing reflection is prompted.
 */
import type { ActMessage } from '../../../contract/index.ts';
import type { Event, Moment, Step, Wish } from '../../process.ts';
import { nothing, perform } from '../../process.ts';
import { ACTIVE_ONLY, holders, tell } from '../../shared.ts';
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { type RoundState, roundItem } from '../round-item.ts';
import { beginRound, type RoundKeeperState, type RoundPractice, roundKeeper } from '../round-keeper.ts';

const rounds: RoundPractice = {
  practice: 'reflection',
  actions: ['share-reflection'],
  cadences(begin) {
    const { questionnaire, every, open, remindEvery, remindAtMost, modalities } = settingsOf(begin, 'reflection');
    return {
      reflection: {
        every,
        given: ({ cycle }, number) => ({
          ...{ questionnaire, open, remindEvery, remindAtMost },
          modality: modalities[(number - 1) % modalities.length] as string,
          ...(cycle === null ? {} : { cycle }),
        }),
      },
    };
  },
  refuse: (_state, _action, { actor }) => (actor.membership === 'active' ? null : ACTIVE_ONLY),
  acted: (state, { message }, moment) => share(state, message, moment),
  heard(state, { report, data }, moment) {
    const cycle = Number(data.cycle);
    if (report === 'cycle-done') return { state, wishes: [weigh(state, cycle, state.cycleBeganAt, moment.at, moment)] };
    // An answer to the after-action pulse came in since: counted anew, with the cycle's own dates.
    return report === 'weigh' ? { state, wishes: [weigh(state, cycle, null, null, moment)] } : nothing(state);
  },
  learned(state, event, moment) {
    if (event.as.startsWith('weighed:')) return weighed(state, event, moment);
    return event.as.startsWith('shared:') ? shared(state, event, moment) : nothing(state);
  },
};

export const reflection: PracticeModule<RoundKeeperState, RoundState> = {
  keeper: roundKeeper(rounds),
  item: roundItem(),
};

function weigh(
  { begin }: RoundKeeperState,
  cycle: number,
  began: string | null,
  ended: string | null,
  moment: Moment,
): Wish {
  const { network } = begin;
  // Only at the cycle's end is anybody told: what is weighed later is for the figures.
  const as = ended === null ? 'weighed' : `weighed:${cycle}`;
  return perform('weighCycle', { network, cycle, began, ended, at: moment.at }, as);
}

type Learned = Extract<Event, { type: 'learned' }>;

function weighed(state: RoundKeeperState, { as, result }: Learned, moment: Moment): Step<RoundKeeperState> {
  const { action, reflection: looked } = result as { action: number; reflection: number };
  if (action > 0 && looked > 0) return nothing(state);
  const [, cycle] = as.split(':');
  const lacks = looked === 0 ? 'reflection' : 'action';
  const told = tell(
    state.begin,
    moment,
    holders(state.begin, ['facilitator', 'lead']),
    'cycle-one-sided',
    `cycle-${cycle}-${lacks}`,
  );
  const prompt = looked === 0 ? beginRound(rounds, state, 'reflection') : nothing(state);
  return { state: prompt.state, wishes: [told, ...prompt.wishes] };
}

function share(state: RoundKeeperState, message: ActMessage, moment: Moment): Step<RoundKeeperState> {
  const { network } = state.begin;
  const { round } = message.payload as { round: string };
  const member = message.actor.person;
  return {
    state,
    wishes: [perform('shareReflection', { network, round, member, at: moment.at }, `shared:${round}`)],
  };
}

function shared(state: RoundKeeperState, { as, result }: Learned, moment: Moment): Step<RoundKeeperState> {
  const { network } = state.begin;
  const { texts } = result as { texts: string[] };
  const round = as.slice('shared:'.length);
  if (texts.length === 0) {
    const said = `There is nothing of yours in ${round} that is not shared already.`;
    return { state, wishes: [], receipt: { id: null, said } };
  }
  return {
    state,
    wishes: texts.map((text) =>
      perform('notifyMembers', {
        ...{ network, workflowId: moment.workflowId, at: moment.at, template: 'reflection-shared', round: 0, text },
        // The words say which one it is: two may share of the same round, and neither is named.
        about: `shared-${text.slice(2, 14)}`,
        whom: { standing: ['active'] },
      }),
    ),
    receipt: { id: round, said: 'Thank you: everybody can read it now. Your name does not stand on it.' },
  };
}
