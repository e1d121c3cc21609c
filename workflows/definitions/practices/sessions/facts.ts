/** What is recorded of a session: always the whole of it as it stands. */
import type { Instant } from '../../../../data/records/index.ts';
import { facilitatorOf, type SessionState } from './state.ts';

export function fact(state: SessionState, word: string, endedAt: Instant | null = null) {
  const { begin, local, starts, minutes, agenda, timeBoxes, sequence, status, coming, attended } = state;
  const { item: session, given, policy } = begin;
  const body = {
    ...{ session, title: given.title ?? null, facilitator: facilitatorOf(begin) },
    ...{ cycle: given.cycle === undefined ? null : Number(given.cycle) },
    ...{
      ritual: given.ritual ?? null,
      circle: given.circle ?? null,
      planned: given.planned ?? null,
      format: given.format,
      place: given.place ?? null,
    },
    ...{ timeZone: policy.timeZone, local, starts, minutes, agenda, timeBoxes, sequence, status, coming, attended },
    ...{ decisions: state.decisions, problems: state.problems, notes: state.notes, endedAt },
  };
  return { kind: 'session' as const, body, key: `session/${session}/${word}` };
}
