/** What is recorded of a ritual: the whole of it as it stands, and each series that has ended. */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { Moment } from '../../process.ts';
import { settingsOf } from '../practice-module.ts';
import type { RitualState } from './state.ts';

export function fact(state: RitualState, word: string, endedAt: string | null = null) {
  const { begin, from, until, met, next, facilitator, sequence, part } = state;
  const { item: ritual, given } = begin;
  const body = {
    ...{ ritual, name: given.name ?? null, title: given.title ?? null, circle: given.circle ?? null, from, until },
    ...{ ...series(state), format: given.format, met, next: next?.local ?? null, facilitator, sequence },
    ...{ status: endedAt === null ? ('running' as const) : ('ended' as const), endedAt },
  };
  return { kind: 'ritual' as const, body, key: `ritual/${ritual}/part-${part}/${word}` };
}

/** The series that ends here, up to the last of its meetings: in calendars it stays, and loses what was still to come. */
export function partFact(state: RitualState, until: string, because: BodyOf<'ritual-part'>['because'], { at }: Moment) {
  const { begin, from, part } = state;
  const { item: ritual } = begin;
  const sequence = state.sequence + 1;
  const body = { ritual, part, from, until, ...series(state), sequence, because, endedAt: at };
  return { kind: 'ritual-part' as const, body, key: `ritual/${ritual}/part-${part}/over` };
}

function series({ begin, rhythm, at, minutes, place }: RitualState) {
  const { timeZone, blackouts } = begin.policy;
  return { rhythm, at, timeZone, minutes, place, blackouts, onBlackout: settingsOf(begin, 'rituals').onBlackout };
}
