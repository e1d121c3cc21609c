/**
 * What to ask `network.measure` so that it gives the figures of a report: which ties the report looked at, and with which
 * settings. An evaluator goes on from there.
 */

import { byCodePoint } from '../../../analysis/code-point.ts';
import { currentPicture } from '../../../analysis/report/current-picture.ts';
import type { HealthCheckInput } from '../../../analysis/report/health-check.ts';
import type { MeasuringOptions, TieOptions } from '../measuring/options.ts';

export interface MeasuredWith {
  /** Which ties the report looked at: for maps and charts. */
  ties: TieOptions;
  /** The same with the settings of its figures: for `measure`. */
  measuring: MeasuringOptions;
}

export function measuredWith({ records, policy }: HealthCheckInput): MeasuredWith {
  const { wave, records: current } = currentPicture(records, policy);
  const types = [...new Set(current.ties.map(({ type }) => type))].sort(byCodePoint);
  const isGrouped = current.members.some(({ attributes }) => Object.hasOwn(attributes, policy.groupBy));
  const ties = {
    ...(policy.tieTypes === undefined || types.length === 0 ? {} : { type: types }),
    ...(wave === null ? {} : { wave }),
    undirected: false,
  };
  const { seed, permutations, smallestResponse, groupBy } = policy;
  return {
    ties,
    measuring: { ...ties, ...(isGrouped ? { groupBy } : {}), seed, permutations, smallestResponse },
  };
}
