/** Newcomers: a keeper that hears who joins (keeper.ts), and the way in of each (newcomer.ts). */
import type { PracticeModule } from '../practice-module.ts';
import { type NewcomersKeeperState, newcomersKeeper } from './keeper.ts';
import { type NewcomerState, newcomerProcess } from './newcomer.ts';

export const newcomers: PracticeModule<NewcomersKeeperState, NewcomerState> = {
  keeper: newcomersKeeper,
  item: newcomerProcess,
};
