/** What the keeper of facilitation carries: who is trained, the turns of the cycle that runs, and one of each ritual. */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { WorkflowStarts } from '../../../contract/index.ts';
import { decodeFirstVersion, type ProcessState } from '../../process.ts';

export interface Turn {
  turn: string;
  facilitator: string | null;
  status: BodyOf<'facilitation-turn'>['status'];
  declined: string[];
  /** The workflow that wanted it and is told who takes it; null: a stage of the cycle. */
  wantedBy: string | null;
}

export interface Trained {
  member: string;
  on: string;
  what: string | null;
  notedBy: string;
  inRota: boolean;
}

export interface FacilitationState extends ProcessState {
  begin: WorkflowStarts['practice'];
  trained: Trained[];
  /** Stages of the cycle that runs, in order, and meetings that other practices want somebody for. */
  turns: Turn[];
  /** The stage that runs; null between cycles. */
  current: string | null;
  held: number;
}

export const MOST_TRAINED = 500;

export function freshTurn(turn: string, wantedBy: string | null): Turn {
  return { turn, facilitator: null, status: 'open', declined: [], wantedBy };
}

export function stagesOf({ turns }: FacilitationState): Turn[] {
  return turns.filter(({ wantedBy }) => wantedBy === null);
}

export function withTurn(state: FacilitationState, turn: Turn): FacilitationState {
  return { ...state, turns: state.turns.map((one) => (one.turn === turn.turn ? turn : one)) };
}

/** Before meetings had turns, all were stages. */
export function decode(carried: unknown): FacilitationState {
  const state = decodeFirstVersion<FacilitationState>(carried);
  return { ...state, turns: state.turns.map((turn) => ({ ...turn, wantedBy: turn.wantedBy ?? null })) };
}
