/**
 * Which facts make the network as it is now: the one place where a health check, an outcome check and a report's picture
 * of the network decide which survey wave counts.
 *
 * The current picture is
 * - the ties of the newest wave that is over (nobody is still waited for), or that is open but has already been answered
 *   by the charter's smallest share. A wave that has only begun never replaces a whole picture by a thin one, and a wave
 *   that ended with few answers is not passed over for an older one: its figures are then not estimable, which is true.
 *   Where no wave has come that far, the newest with any answer;
 * - and the ties that no wave asked for (wave null: introduced, solved-with, replies), which hold until they are retracted.
 *
 * The charter's `tieTypes` choose among them. Ties of type `introduced` always count, because they are what this engine's
 * own proposals come to: leaving them out would hide every effect that was predicted.
 */
import type { BodyOf, NetworkRecords } from '../../data/records/index.ts';
import { INTRODUCED } from '../../data/records/tie.ts';
import { byCodePoint } from '../code-point.ts';
import { waveNames } from '../graph/select.ts';
import type { HealthPolicy } from './health-policy.ts';

export interface CurrentPicture {
  /** All records, with only the ties, the wave and the responses that count now. */
  records: NetworkRecords;
  wave: string | null;
  /** The newest wave before that one that has any answers: what it is compared with. */
  earlierWave: string | null;
  asked: number;
  answered: number;
  /** answered / asked; null where no wave counts, or nobody knows whom it asked. */
  response: number | null;
}

export function currentPicture(
  records: NetworkRecords,
  policy: Pick<HealthPolicy, 'tieTypes' | 'smallestResponse'>,
): CurrentPicture {
  const counted = (type: string): boolean =>
    policy.tieTypes === undefined || type === INTRODUCED || policy.tieTypes.includes(type);
  const ties = records.ties.filter((tie) => counted(tie.type));
  const waves = wavesInOrder(records).filter((wave) => asksFor(records, wave, counted));
  const standings = waves.map((wave) => standingOf(wave, records, ties));

  const usable = (standing: WaveStanding): boolean =>
    standing.over || (standing.answered > 0 && standing.answered >= policy.smallestResponse * standing.asked);
  const newest = standings.findLastIndex(usable);
  const now = newest >= 0 ? newest : standings.findLastIndex((standing) => standing.answered > 0 || standing.ties > 0);
  const current = standings[now];
  const earlier = standings
    .slice(0, Math.max(now, 0))
    .findLast((standing) => standing.answered > 0 || standing.ties > 0);
  const wave = current?.wave ?? null;

  return {
    records: {
      ...records,
      ties: ties.filter((tie) => tie.wave === null || tie.wave === wave),
      waves: records.waves.filter((body) => body.wave === wave),
      responses: records.responses.filter((body) => body.wave === wave),
    },
    wave,
    earlierWave: earlier?.wave ?? null,
    asked: current?.asked ?? 0,
    answered: current?.answered ?? 0,
    response: current === undefined || current.asked === 0 ? null : current.answered / current.asked,
  };
}

interface WaveStanding {
  wave: string;
  /** Among those who take part now. */
  asked: number;
  answered: number;
  ties: number;
  /** Nobody is still waited for. A wave that came without a list of whom it asked is over. */
  over: boolean;
}

function standingOf(wave: string, records: NetworkRecords, ties: BodyOf<'tie'>[]): WaveStanding {
  const active = new Set(records.members.filter((body) => body.status === 'active').map((body) => body.member));
  const responses = records.responses.filter((body) => body.wave === wave && active.has(body.member));
  const own = ties.filter((tie) => tie.wave === wave).length;
  return {
    wave,
    asked: responses.length,
    answered: responses.filter((body) => body.status === 'answered').length,
    ties: own,
    over: responses.length > 0 ? responses.every((body) => body.status !== 'asked') : own > 0,
  };
}

/** By the date on which they opened; waves of which only the name is known come first, by number or name. */
function wavesInOrder(records: NetworkRecords): string[] {
  const opens = new Map(records.waves.map((body) => [body.wave, body.opens]));
  return waveNames(records).sort((a, b) => byCodePoint(opens.get(a) ?? '', opens.get(b) ?? '') || compareNames(a, b));
}

/** Wave 10 comes after wave 9. */
function compareNames(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)];
  return Number.isFinite(first) && Number.isFinite(second) && first !== second ? first - second : byCodePoint(a, b);
}

function asksFor(records: NetworkRecords, wave: string, counted: (type: string) => boolean): boolean {
  const body = records.waves.find((candidate) => candidate.wave === wave);
  return body === undefined || body.types.some(counted);
}
