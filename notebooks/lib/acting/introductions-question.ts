/**
 * What introductions are ranked on. A network that is run is looked at as a health check looks at it: the current picture,
 * under the charter's cap, without pairs that are being introduced, that met, or that rest. Files have no history, and
 * nobody who is tied in any wave or by any type is introduced.
 */
import { pairKey } from '../../../analysis/matching/pair.ts';
import { currentPicture } from '../../../analysis/report/current-picture.ts';
import { openByMember, restingPairs } from '../../../analysis/report/proposals/standing.ts';
import type { InputOf } from '../apart/jobs.ts';
import type { AsOf } from '../date.ts';
import { refuseUnknownAttribute } from '../known-options.ts';
import { USUAL_MAX_PER_MEMBER } from '../simulating/simulate-options.ts';
import type { Source } from '../source/source.ts';
import type { IntroductionsOptions } from './introductions.ts';

/** How long a pair rests where no rule of the charter proposes. */
const USUAL_COOLDOWN = 'P30D';

export async function introductionsQuestion(
  source: Source,
  asOf: AsOf | null,
  { aim, count = 5, maxPerMember, groupBy, type, wave, undirected, minStrength }: IntroductionsOptions,
): Promise<InputOf<'introductions'> & { notes: string[] }> {
  const standing = source.isRun ? await standingOf(source, asOf) : null;
  const all = standing?.records ?? (await source.records(asOf));
  if (groupBy !== undefined) refuseUnknownAttribute(all, groupBy);
  const isWhole = type !== undefined || wave !== undefined;
  const blocked = new Set([...all.ties.map(({ from, to }) => pairKey(from, to)), ...(standing?.resting ?? [])]);
  const cap = maxPerMember ?? standing?.cap ?? USUAL_MAX_PER_MEMBER;
  const used = aim ?? (groupBy === undefined ? 'reach' : 'e-i');
  return {
    records: standing === null || isWhole ? all : standing.picture,
    options: {
      ...{ aim: used, groupBy: groupBy ?? null, atMost: count, capPerPerson: cap, blocked },
      ...(standing === null ? {} : { open: standing.open }),
      selection: {
        undirected: undirected ?? source.undirected ?? false,
        ...(type === undefined ? {} : { types: [type].flat() }),
        ...(wave === undefined ? {} : { waves: [wave] }),
        ...(minStrength === undefined ? {} : { minStrength }),
        ...(standing !== null || asOf === null ? {} : { asOf: asOf.text }),
      },
    },
    notes: [
      `for the aim ${used}${groupBy === undefined ? '' : ` by ${groupBy}`}; at most ${cap} a person${standing === null ? '' : ', with what is open; pairs that rest are left out'}; nobody who is tied already`,
    ],
  };
}

async function standingOf(source: Source, asOf: AsOf | null) {
  const { input } = await source.health(asOf, undefined);
  const { history, policy, records } = input;
  const cooldown = policy.rules.find(({ propose }) => propose === 'introductions')?.cooldown ?? USUAL_COOLDOWN;
  return {
    records,
    picture: currentPicture(records, policy).records,
    open: openByMember(history),
    resting: restingPairs(history, input.asOf, cooldown),
    cap: policy.capPerPerson,
  };
}
