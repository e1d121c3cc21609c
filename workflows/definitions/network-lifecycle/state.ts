/**
 * What a network's lifecycle carries for years: where it is, what has been confirmed, what is due. A few kB; people,
 * answers and texts are in the store.
 */
import type { BodyOf, Instant } from '../../../data/records/index.ts';
import type { Begin } from '../../contract/index.ts';
import { decodeFirstVersion, type ProcessState } from '../process.ts';

export type Gate = BodyOf<'sustainment-gate'>['gate'];

/** What was said at a gate; `shown` is how it stands in what whoever decides is told. */
export interface GateAnswer {
  status: 'yes' | 'no' | 'silent';
  binding: boolean;
  shown: string;
}

export type Phase = 'design' | 'invitation' | 'learning' | 'sustainment' | 'closed';

export interface Goal {
  goal: string;
  version: number;
  metric: string;
  groupBy: string | null;
  atLeast: number | null;
  atMost: number | null;
  smallestResponse: number | null;
  review: string | null;
  status: 'agreed' | 'dropped';
  /** Whether a review that nobody made has come to the deputy as well. */
  escalated: boolean;
}

export interface LifecycleState extends ProcessState {
  begin: Begin;
  startedAt: Instant | null;
  phase: Phase;
  /** Within design: what the members are doing. `agenda`: the lead must set it. `set`: it is there. */
  design: 'proposing' | 'voting' | 'agenda' | 'set';
  /** Whether the gate has waited so long that the deputy may pass it as well. */
  gateEscalated: boolean;
  /** Until when the vote is open. */
  voteUntil: Instant | null;
  confirmed: string[];
  priorities: string[];
  agenda: string[];
  /** Newest version of the agenda items that were said anew. */
  versions: Record<string, number>;
  /** Items of the agenda that a problem makes real, where the charter asks for one. */
  problems: string[];
  /** The cycle that does not begin before its item has a problem. */
  waitsForProblem: { cycle: number; item: string; because: string } | null;
  /** The stage of growth in which surveys rest, and the waves that were due in it; null: they are due. */
  surveysRest: { stage: string; waves: string[] } | null;
  /** Targets as they stand, in the charter's order; those that were dropped as well. */
  goals: Goal[];
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
  /** How often it was asked what becomes of the network. */
  futuresAsked: number;
  /** While gates are open. */
  gates: { round: number; until: Instant | null; said: Partial<Record<Gate, GateAnswer>> } | null;
  /** How often the lead was to be handed over, and the one that is under way. */
  handOvers: number;
  handOver: { number: number; from: string[]; to: string; accepted: boolean; handedOver: string[] } | null;
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
    gateEscalated: false,
    voteUntil: null,
    confirmed: [],
    priorities: [],
    agenda: [],
    versions: {},
    surveysRest: null,
    problems: [],
    waitsForProblem: null,
    goals: goalsOf(input),
    invitedUntil: null,
    extensions: 0,
    joined: 0,
    declined: 0,
    left: 0,
    waiting: [],
    cycle: 0,
    lastCycle: input.policy.learning.cycles,
    renewals: 0,
    futuresAsked: 0,
    gates: null,
    handOvers: 0,
    handOver: null,
    proposals: 'on',
    byHand: 0,
    because: 'launched',
  };
}

/** Networks that were launched before there was such a thing have none of it. */
export function decode(state: unknown): LifecycleState {
  const known: Partial<LifecycleState> = decodeFirstVersion<LifecycleState>(state);
  const since = {
    byHand: 0,
    waiting: [],
    gateEscalated: false,
    surveysRest: null,
    versions: {},
    goals: [],
    problems: [],
    waitsForProblem: null,
    gates: null,
    handOvers: 0,
    handOver: null,
    futuresAsked: (known.renewals ?? 0) + (known.phase === 'sustainment' ? 1 : 0),
  };
  return { ...since, ...known } as LifecycleState;
}

function goalsOf({ policy }: Begin): Goal[] {
  return (policy.health.targets ?? []).map(({ metric, groupBy, atLeast, atMost, smallestResponse, review }, at) => ({
    ...{ goal: `goal-${at + 1}`, version: 1, metric, groupBy: groupBy ?? null },
    ...{ atLeast: atLeast ?? null, atMost: atMost ?? null, smallestResponse: smallestResponse ?? null },
    ...{ review: review ?? null, status: 'agreed', escalated: false },
  }));
}
