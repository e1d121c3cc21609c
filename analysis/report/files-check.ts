/**
 * A health check of files: what a charter would ask that leaves everything out which it may, of records that have no
 * history. `weft report` and notebooks ask it in the same words, so that they say the same.
 */
import { CharterSchema, type NetworkRecords } from '../../data/records/index.ts';
import { holdsAsOf } from '../graph/as-of.ts';
import type { HealthCheckInput } from './health-check.ts';
import type { HealthPolicy } from './health-policy.ts';
import { emptyHistory } from './history.ts';

export interface FilesCheckOptions {
  /** How the files are called. */
  title: string;
  /** The day of the check, `2026-03-31`. */
  day: string;
  /** Whether what came later than that day is left out. */
  leaveOutLater: boolean;
  policy: HealthPolicy;
}

export function filesCheck(records: NetworkRecords, options: FilesCheckOptions): HealthCheckInput {
  const { title, day, leaveOutLater, policy } = options;
  return {
    network: networkOfTitle(title),
    check: `files-${day}`,
    asOf: `${day}T23:59:59.999Z`,
    policy,
    records: leaveOutLater ? recordsAsOf(records, day) : records,
    previous: null,
    history: emptyHistory(),
    proposalsAllowed: true,
  };
}

/** A network's id made of what a file or folder is called. */
export function networkOfTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return plain || 'files';
}

/** What a charter says that leaves everything out which it may, by another attribute where one is given. */
export function usualPolicy(groupBy?: string): HealthPolicy {
  const policy = CharterSchema.shape.health.parse(undefined);
  if (groupBy === undefined) return policy;
  return { ...policy, groupBy, rules: policy.rules.map((rule) => ({ ...rule, groupBy })) };
}

/** What files could have said on a date: later ties and waves are not there, later adoptions had not happened. */
export function recordsAsOf(records: NetworkRecords, date: string): NetworkRecords {
  const later = new Set(records.waves.filter(({ opens }) => !holdsAsOf(opens, date)).map(({ wave }) => wave));
  return {
    ...records,
    waves: records.waves.filter(({ wave }) => !later.has(wave)),
    responses: records.responses.filter(({ wave }) => !later.has(wave)),
    ties: records.ties.filter(({ wave, time }) => (wave === null || !later.has(wave)) && holdsAsOf(time, date)),
    adoptions: records.adoptions.map((adoption) =>
      holdsAsOf(adoption.time, date) ? adoption : { ...adoption, time: date, censored: true },
    ),
  };
}
