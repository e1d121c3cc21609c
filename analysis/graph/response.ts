/**
 * Whose own ties are known. Missing is not zero: a member who was asked and did not answer has unknown ties out, and
 * counting them as none makes every network look sparser and every silo look deeper.
 *
 * A member's row is known when they answered a wave that asked for the selected types. Where a wave kept no record of
 * who answered (a file of ties), every row counts as known and the response rate is null: nobody knows it.
 */
import type { MeasurableRecords } from '../../data/records/index.ts';
import type { Selection } from './selection.ts';

export interface Response {
  /** Per member, 1 where their own ties are known. */
  known: Uint8Array;
  asked: number;
  answered: number;
  /** answered / asked; null where no wave kept a record of it, or nobody was asked. */
  rate: number | null;
}

export function responseOf(records: MeasurableRecords, ids: readonly string[], selection: Selection): Response {
  const relevant = wavesThatAsk(records, selection);
  const asked = new Set<string>();
  const answered = new Set<string>();
  for (const response of records.responses) {
    if (!relevant(response.wave)) continue;
    asked.add(response.member);
    if (response.status === 'answered') answered.add(response.member);
  }
  if (asked.size === 0) return { known: new Uint8Array(ids.length).fill(1), asked: 0, answered: 0, rate: null };

  const known = Uint8Array.from(ids, (id) => (answered.has(id) ? 1 : 0));
  const askedNow = ids.filter((id) => asked.has(id)).length;
  const answeredNow = ids.filter((id) => answered.has(id)).length;
  return { known, asked: askedNow, answered: answeredNow, rate: askedNow === 0 ? null : answeredNow / askedNow };
}

/** Which waves ask for what was selected. A wave of which nothing is known but its name may have asked for anything. */
function wavesThatAsk(records: MeasurableRecords, selection: Selection): (wave: string) => boolean {
  const { types = 'all', waves = 'all' } = selection;
  const asksFor = new Map(records.waves.map((wave) => [wave.wave, wave.types]));
  return (wave) => {
    if (waves !== 'all' && !waves.includes(wave)) return false;
    const asked = asksFor.get(wave);
    return types === 'all' || asked === undefined || asked.some((type) => types.includes(type));
  };
}
