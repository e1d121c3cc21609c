/** The repository: a keeper that numbers artifacts and hears of experiments that ended, and a process for each artifact. */

import type { ItemKeeperState } from '../item-keeper.ts';
import type { PracticeModule } from '../practice-module.ts';
import { type ArtifactState, artifact } from './artifact.ts';
import { keeper } from './keeper.ts';

export const repository: PracticeModule<ItemKeeperState, ArtifactState> = { keeper, item: artifact };
