/**
 * Stories: each stands by itself. The smallest practice of those in which nothing waits, to copy for another register.
 */
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { type RegisterState, registerKeeper } from '../register-keeper.ts';

export const stories: PracticeModule<RegisterState, never> = {
  keeper: registerKeeper({
    'tell-story': {
      kind: 'story',
      calledSingular: 'story',
      perMemberAndQuarter: (begin) => settingsOf(begin, 'stories').perMemberAndQuarter,
      body: (story, { actor, payload }, { at }) => ({
        ...{ story, member: actor.person, text: payload.text, value: payload.value },
        ...{ cycle: payload.cycle ?? null, shared: payload.share, at },
      }),
      said: (story) => `Thank you: it is kept as ${story}.`,
    },
  }),
  item: null,
};
