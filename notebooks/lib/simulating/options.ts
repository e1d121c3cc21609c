/** What a cell may ask of a simulation: which ties count, how a practice spreads, and what is held against doing nothing. */
import type { AimId } from '../ids.ts';
import type { TieOptions } from '../measuring/options.ts';

/** How a practice is thought to spread, from whom one names to the one who names. */
export type SpreadModel =
  | { kind: 'cascade'; probability?: number; byStrength?: boolean; periods?: number | null }
  | { kind: 'si'; probability?: number; periods?: number }
  | {
      kind: 'threshold';
      /** Drawn anew in each run, one share for all, or a share for each member. */
      thresholds?: 'drawn' | number | Readonly<Record<string, number>>;
      byStrength?: boolean;
      periods?: number | null;
    };

/** With whom a practice begins: people by id, or so many by a rule. */
export type Seeds =
  | readonly string[]
  | { rule: 'random' | 'degree' | 'bridge' | 'greedy' | 'key-players'; count: number };

export interface IntroduceOptions {
  /** What they are for. Default: more ties across groups where there are groups, else more within reach. */
  aim?: AimId;
  /** How many. Default: 5. */
  count?: number;
  /** How many may concern one person. Default: 2, and for a network what its charter says. */
  maxPerMember?: number;
}

export interface SimulatingOptions extends TieOptions {
  /** The attribute whose values are the groups. */
  groupBy?: string;
  /** Default: the independent cascade, with the rate at which the practice has passed over ties so far. */
  model?: SpreadModel;
  /** Whose adopters begin; needed where several practices are recorded. */
  practice?: string;
  /** Who begins, in both cases. Default: those who have adopted. */
  seeds?: Seeds;
  /** Who begins where nothing is done, if others. */
  seedsNow?: Seeds;
  /** Introductions to try: chosen by an aim, or pairs by id. Where nothing is proposed at all: five are chosen. */
  introduce?: IntroduceOptions | readonly (readonly [string, string])[];
  /** Ties to try, one way: `from` names `to`, and so may learn. */
  addTies?: readonly { from: string; to: string; strength?: number | null }[];
  /** Ids of people who would be missing. */
  remove?: readonly string[];
  /** Runs of each. Default: 1,000. */
  runs?: number;
  /** Of everything random. Default: 1. */
  seed?: number;
  /** Stops it before it is done. */
  signal?: AbortSignal;
}
