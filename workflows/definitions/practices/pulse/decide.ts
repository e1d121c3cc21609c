/** The pulse: an anonymous round at each date, and another, by name, about trust and value of contacts. */
import type { PracticeModule } from '../practice-module.ts';
import { settingsOf } from '../practice-module.ts';
import { type RoundState, roundItem } from '../round-item.ts';
import { type RoundKeeperState, roundKeeper } from '../round-keeper.ts';

export const pulse: PracticeModule<RoundKeeperState, RoundState> = {
  keeper: roundKeeper({
    practice: 'pulse',
    cadences(begin) {
      const { questionnaire, every, by, contacts, contactsQuestionnaire, contactsEvery, ...how } = settingsOf(
        begin,
        'pulse',
      );
      const apart = by === undefined ? {} : { by };
      return {
        pulse: { every, given: () => ({ ...timing(how), questionnaire, ...apart }) },
        ...(contacts
          ? {
              contacts: {
                every: contactsEvery,
                given: () => ({ ...timing(how), questionnaire: contactsQuestionnaire }),
              },
            }
          : {}),
      };
    },
  }),
  item: roundItem(),
};

function timing({ open, remindEvery, remindAtMost }: { open: string; remindEvery: string; remindAtMost: number }) {
  return { open, remindEvery, remindAtMost };
}
