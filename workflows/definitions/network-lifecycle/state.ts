/**
 * What a network's lifecycle carries for years: where it is, what has been confirmed, what is due. A few kB; people,
 * answers and texts are in the store.
 */
import type { Instant } from '../../../data/records/index.ts';
import type { Begin } from '../../contract/index.ts';
import { decodeFirstVersion, type ProcessState } from '../process.ts';

export type Phase = 'design' | 'invitation' | 'learning' | 'sustainment' | 'closed';

export interface LifecycleState extends ProcessState {
  begin: Begin;
  startedAt: Instant | null;
  phase: Phase;
  /** Within design: what the members are doing. `agenda`: the lead must set it. `set`: it is there. */
  design: 'proposing' | 'voting' | 'agenda' | 'set';
  /** Until when the vote is open. */
  voteUntil: Instant | null;
  confirmed: string[];
  priorities: string[];
  agenda: string[];
  invitedUntil: Instant | null;
  /** How often the invitation was extended. */
  extensions: number;
  joined: number;
  declined: number;
  left: number;
  /** Who said yes when all places were taken, in order. */
  waiting: string[];
  cycle: number;
  /** The cycle after which sustainment begins; renewal moves it. */
  lastCycle: number;
  renewals: number;
  proposals: 'on' | 'off';
  /** How often people have proposed by hand: the number of the newest. */
  byHand: number;
  because: string;
}

export function begin(input: Begin): LifecycleState {
  return {
    v: 1,
    due: [],
    done: false,
    begin: input,
    startedAt: null,
    phase: 'design',
    design: 'proposing',
    voteUntil: null,
    confirmed: [],
    priorities: [],
    agenda: [],
    invitedUntil: null,
    extensions: 0,
    joined: 0,
    declined: 0,
    left: 0,
    waiting: [],
    cycle: 0,
    lastCycle: input.policy.learning.cycles,
    renewals: 0,
    proposals: 'on',
    byHand: 0,
    because: 'launched',
  };
}

/** Networks that were launched before people could propose, or wait for a place, have not counted that. */
export function decode(state: unknown): LifecycleState {
  const { byHand = 0, waiting = [] } = state as Partial<LifecycleState>;
  return { ...decodeFirstVersion<LifecycleState>(state), byHand, waiting };
}
