/** What each practice does. To add one: its folder, an import and a line here. */
import type { PracticeName } from '../../../data/records/index.ts';
import { commitments } from './commitments/decide.ts';
import { peerSupport } from './peer-support/decide.ts';

export const MODULES = {
  'peer-support': peerSupport,
  commitments,
} as const satisfies Record<PracticeName, unknown>;
