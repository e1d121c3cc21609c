/** What the process of a ritual carries: its series as calendars know it, the next meeting, and who facilitates. */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { NoticeTemplate, WorkflowStarts } from '../../../contract/index.ts';
import { decodeFirstVersion, type ProcessState } from '../../process.ts';

type Body = BodyOf<'ritual'>;

export interface RitualState
  extends ProcessState,
    Pick<Body, 'rhythm' | 'at' | 'minutes' | 'place' | 'met' | 'sequence'> {
  begin: WorkflowStarts['practiceItem'];
  from: string;
  until: string;
  next: { planned: string; local: string } | null;
  /** The next meeting is announced: it stays whatever becomes of the series. */
  isPrepared: boolean;
  /** Its number among the series of this ritual: calendars know each by a UID of its own. */
  part: number;
  /** The day by its rhythm of the last meeting of this part; null: none was held so far. */
  heldUntil: string | null;
  /** How often people were told of a change: each is another notice. */
  changes: number;
  /** Whoever facilitates the next meeting; null: nobody is known yet. */
  facilitator: string | null;
  /** Who facilitated last, so that turns go on from there. */
  last: string | null;
  /** What the rota of facilitation was asked for; null: turns go by role. */
  turn: string | null;
  /** Of a circle: who has it in their calendar. Empty: everybody active. */
  people: string[];
  /** What calendars must hear of once the next meeting is known. */
  toTell: NoticeTemplate | null;
}

export function beginRitual(begin: WorkflowStarts['practiceItem']): RitualState {
  const { given } = begin;
  return {
    ...{ v: 1, due: [], done: false, begin, rhythm: given.rhythm as string, at: given.at as string },
    ...{ minutes: Number(given.minutes), place: given.place ?? null, met: 0, sequence: 0 },
    ...{ from: given.from ?? '', until: '', next: null, isPrepared: false, part: 1, heldUntil: null, changes: 0 },
    ...{ facilitator: null, last: null, turn: null },
    people: (given.people ?? '').split(' ').filter((person) => person !== ''),
    toTell: 'ritual-invited',
  };
}

/**
 * Before series had parts, a ritual was one series from its beginning on, and the day of its last meeting was not kept: the
 * day before the next one ends a series just the same.
 */
export function decode(carried: unknown): RitualState {
  const state = decodeFirstVersion<RitualState>(carried);
  const { sequence, next, facilitator, met } = state;
  const heldUntil = next === null || met === 0 ? null : dayBefore(next.planned);
  const isPrepared = next !== null && facilitator !== null;
  const before: Partial<RitualState> = { isPrepared, part: 1, heldUntil, changes: sequence, last: null, turn: null };
  return { ...before, ...state };
}

function dayBefore(local: string): string {
  return new Date(Date.parse(`${local.slice(0, 10)}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
}
