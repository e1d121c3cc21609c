/** Knowledge checks for those who opted in. Who takes part is a fact; what anybody knows is kept nowhere. */
import { ACTIVE_ONLY, recordBy } from '../../shared.ts';
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { type RoundState, roundItem } from '../round-item.ts';
import { type RoundKeeperState, roundKeeper } from '../round-keeper.ts';

export const knowledgeChecks: PracticeModule<RoundKeeperState, RoundState> = {
  keeper: roundKeeper({
    practice: 'knowledge-checks',
    actions: ['join-knowledge-checks'],
    cadences(begin) {
      const { every, ...how } = settingsOf(begin, 'knowledge-checks');
      return { 'knowledge-check': { every, given: () => ({ ...how, whom: 'opted-in' }) } };
    },
    refuse: (_state, _action, { actor }) => (actor.membership === 'active' ? null : ACTIVE_ONLY),
    acted(state, { message }, moment) {
      const { takesPart } = message.payload as { takesPart: boolean };
      const { person: member } = message.actor;
      const key = `act/${message.request}`;
      const fact = { kind: 'knowledge-choice' as const, body: { member, takesPart }, key };
      return {
        state,
        wishes: [recordBy(state.begin, moment, member, fact)],
        receipt: {
          id: null,
          said: takesPart
            ? 'You are asked from the next check on. Your results are told to you alone.'
            : 'You are not asked any more.',
        },
      };
    },
  }),
  item: roundItem(),
};
