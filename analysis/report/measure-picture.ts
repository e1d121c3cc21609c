/**
 * Measures the current picture with the settings of the charter: every metric by the policy's attribute; what compares
 * two waves, over the wave before; and by any other attribute that a rule or a target names, the metrics that compare
 * groups.
 *
 * An attribute that no member has is not an error of the check: the figures by it are then missing with that reason.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { byCodePoint } from '../code-point.ts';
import { type Measurement, type MeasureOptions, measure } from '../measure.ts';
import { METRICS } from '../metrics/index.ts';
import type { Metric } from '../metrics/metric.ts';
import type { CurrentPicture } from './current-picture.ts';
import type { HealthPolicy } from './health-policy.ts';

export interface PictureMeasured {
  /** By the policy's attribute, with the metrics that compare two waves where there are two. */
  main: Measurement;
  /** The metrics that compare groups, by each other attribute that the charter's rules and targets name. */
  byAttribute: Measurement[];
  /** Attributes that the charter names and no member has. */
  unknownAttributes: string[];
}

export function measurePicture(
  records: NetworkRecords,
  picture: CurrentPicture,
  policy: HealthPolicy,
): PictureMeasured {
  const known = new Set(picture.records.members.flatMap((body) => Object.keys(body.attributes)));
  const named = attributesNamed(policy);
  const options: MeasureOptions = {
    seed: policy.seed,
    permutations: policy.permutations,
    smallestResponse: policy.smallestResponse,
    // A network that has not been asked yet is not one without ties.
    tiesAsked: picture.wave !== null || picture.records.ties.length > 0,
    ...(known.has(policy.groupBy) ? { groupBy: policy.groupBy } : {}),
  };
  const main = measure(picture.records, options);
  const between = compareWaves(records, picture, options);
  return {
    main: {
      ...main,
      results: [...main.results, ...between],
      skipped: main.skipped.filter((entry) => !between.some((result) => result.metric === entry.metric)),
    },
    byAttribute: named
      .filter((attribute) => attribute !== policy.groupBy && known.has(attribute))
      .map((groupBy) => measure(picture.records, { ...options, groupBy, metrics: idsOf('groups') })),
    unknownAttributes: named.filter((attribute) => !known.has(attribute)),
  };
}

/** What changed from the wave before to the current one. Each is read with its own answers, so all waves are handed on. */
function compareWaves(
  records: NetworkRecords,
  picture: CurrentPicture,
  options: MeasureOptions,
): Measurement['results'] {
  if (picture.wave === null || picture.earlierWave === null) return [];
  const types = new Set(picture.records.ties.map((tie) => tie.type));
  for (const wave of picture.records.waves) for (const type of wave.types) types.add(type);
  const compared = { ...records, ties: records.ties.filter((tie) => tie.wave === null || types.has(tie.type)) };
  const wave: [string, string] = [picture.earlierWave, picture.wave];
  return measure(compared, { ...options, wave, metrics: idsOf('two-waves') }).results;
}

function idsOf(needs: Metric['needs']): string[] {
  return METRICS.filter((metric) => metric.needs === needs).map((metric) => metric.id);
}

function attributesNamed(policy: HealthPolicy): string[] {
  const named = [
    policy.groupBy,
    ...(policy.alsoGroupBy ?? []),
    ...[...policy.rules, ...policy.targets].flatMap((entry) => entry.groupBy ?? []),
  ];
  return [...new Set(named)].sort(byCodePoint);
}
