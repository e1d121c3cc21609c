/** Accountability: a keeper that forms groups in every cycle (keeper.ts), and each group (group.ts). */
import type { PracticeModule } from '../practice-module.ts';
import { type GroupState, groupProcess } from './group.ts';
import { type AccountabilityKeeperState, accountabilityKeeper } from './keeper.ts';

export const accountability: PracticeModule<AccountabilityKeeperState, GroupState> = {
  keeper: accountabilityKeeper,
  item: groupProcess,
};
