/** Mentorship: a keeper that gathers offers and wishes and matches them in rounds (keeper.ts), and each match (match.ts). */
import type { PracticeModule } from '../practice-module.ts';
import { type MentorshipKeeperState, mentorshipKeeper } from './keeper.ts';
import { type MentorshipState, mentorshipMatch } from './match.ts';

export const mentorship: PracticeModule<MentorshipKeeperState, MentorshipState> = {
  keeper: mentorshipKeeper,
  item: mentorshipMatch,
};
