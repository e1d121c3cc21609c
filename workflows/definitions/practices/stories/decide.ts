/**
 * Stories: each stands by itself. Who told one may say anew whether others may read it, and whose it is, at any time: it is
 * looked up whose it is, and recorded as it stands from then on.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { ActMessage, Begin } from '../../../contract/index.ts';
import type { Moment, Process, Step, Wish } from '../../process.ts';
import { nothing, perform } from '../../process.ts';
import { recordBy } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { type RegisterState, registerKeeper } from '../register-keeper.ts';

export interface StoriesState extends RegisterState {
  /** A change of consent whose story is being looked up. */
  asking?: { by: string; request: string; story: string; share: boolean; named: boolean } | null;
}

const register = registerKeeper({
  'tell-story': {
    kind: 'story',
    calledSingular: 'story',
    perMemberAndQuarter: (begin) => settingsOf(begin, 'stories').perMemberAndQuarter,
    body: (story, { actor, payload }, { at }) => ({
      ...{ story, member: actor.person, text: payload.text, value: payload.value },
      ...{ cycle: payload.cycle ?? null, shared: payload.share, named: payload.named ?? false, at },
    }),
    said: (story) => `Thank you: it is kept as ${story}.`,
    tells: toldToImpact,
  },
}) as Process<RegisterState['begin'], StoriesState>;

export const stories: PracticeModule<StoriesState, never> = {
  keeper: {
    ...register,
    actions: [...register.actions, 'share-story'],
    refuse(state, action, message, moment) {
      // Consent is taken back at any time, by who has left as well.
      if (action === 'share-story') return state.done ? 'The network is closed.' : null;
      return register.refuse(state, action, message, moment);
    },
    decide(state, event, moment) {
      if (state.done) return nothing(state);
      if (event.type === 'acted' && event.action === 'share-story') return asked(state, event.message);
      if (event.type === 'learned') return changed(state, event.result, moment);
      return register.decide(state, event, moment);
    },
  },
  item: null,
};

function asked(state: StoriesState, { actor, payload, request }: ActMessage): Step<StoriesState> {
  const { story, share, named = false } = payload as { story: string; share: boolean; named?: boolean };
  return {
    state: { ...state, asking: { by: actor.person, request, story, share, named } },
    wishes: [perform('storyTold', { network: state.begin.network, story }, 'told')],
  };
}

function changed(state: StoriesState, result: unknown, moment: Moment): Step<StoriesState> {
  const { asking = null, ...rest } = state;
  if (asking === null) return nothing(state);
  const { told } = result as { told: BodyOf<'story'> | null };
  const { by, request, story, share, named } = asking;
  const answered: StoriesState = { ...rest, asking: null };
  // The same words for a story that is not there and one of somebody else: whose they are is nobody's affair.
  if (told === null || told.member !== by) {
    return { ...nothing(answered), receipt: { id: null, said: `Nothing is changed: you told no ${story}.` } };
  }
  const body = { ...told, shared: share, named: share && named };
  const said = !share
    ? `Nobody else reads ${story} from now on.`
    : `Others may read ${story}${named ? ', and whose it is' : ', not whose it is'}.`;
  return {
    state: answered,
    wishes: [recordBy(state.begin, moment, by, { kind: 'story', body, key: `act/${request}` })],
    receipt: { id: story, said },
  };
}

/** What became better after a cycle is an impact of that cycle. */
function toldToImpact(story: string, { actor, payload }: ActMessage, begin: Begin): Wish[] {
  const { value, cycle } = payload as { value: string; cycle?: number };
  if (value !== 'realised' || cycle === undefined) return [];
  return tellPractice(begin, 'impact', 'realised', { story, member: actor.person, about: `cycle-${cycle}` });
}
