/**
 * The acting half of a measurement: from the facts as of a date to figures, findings and proposals.
 *
 * A check measures the current picture (see current-picture.ts), holds every rule and target of the charter against the
 * figures, and for each finding of a rule that says so ranks introductions, predicts what they would change, and proposes
 * them to a person, who decides. What cannot be known is never acted on: a figure that is not estimable fires no rule,
 * and `notProposed` says why for every rule that stays silent without being content.
 *
 * Pure: the same input gives the same bytes. Ids come from the check, the rule and the rank, so that doing a check again
 * writes the same facts again, which changes nothing.
 */
import type { BodyOf, Instant, NetworkRecords } from '../../data/records/index.ts';
import type { Measurement } from '../measure.ts';
import { digestOf } from '../metrics/digest.ts';
import { currentPicture } from './current-picture.ts';
import { figuresOf, figureTable } from './findings/figures.ts';
import { FINDING_RULES } from './findings/index.ts';
import type { HealthPolicy } from './health-policy.ts';
import type { History } from './history.ts';
import { measurePicture } from './measure-picture.ts';
import { pastOf } from './past.ts';
import { type Outlook, proposeIntroductions } from './proposals/propose-introductions.ts';

export type { HealthPolicy } from './health-policy.ts';
export { emptyHistory, type History } from './history.ts';

export interface HealthCheckInput {
  network: string;
  /** Id of this check, `health-2026-03-31`. */
  check: string;
  asOf: Instant;
  policy: HealthPolicy;
  /** The facts that hold as of the date. */
  records: NetworkRecords;
  previous: { records: NetworkRecords; snapshot: BodyOf<'snapshot'> } | null;
  history: History;
  /** False when somebody has pulled the switch that stops all proposals. */
  proposalsAllowed: boolean;
  /** Who was asked as often as the charter allows: no proposal adds to their load. Absent: the charter sets no cap. */
  atCap?: readonly string[];
}

export interface HealthCheck {
  network: string;
  check: string;
  asOf: Instant;
  policy: HealthPolicy;
  /** Of everything that this check depends on: records, policy, history, date. */
  inputDigest: string;
  /** Share of those asked in the current wave who answered; null where nobody was asked. */
  response: number | null;
  asked: number;
  answered: number;
  /** The wave that the current picture is taken from; null where there is none yet. */
  wave: string | null;
  /** Of the current picture, grouped by the policy's attribute, with what changed since the wave before. */
  measurement: Measurement;
  /** The metrics that compare groups, by each other attribute that the charter names. */
  byAttribute: Measurement[];
  /** Metric id, with `@attribute` for metrics that compare groups, to value; null where it cannot be known. */
  figures: Record<string, number | null>;
  findings: BodyOf<'finding'>[];
  proposals: BodyOf<'proposal'>[];
  /** Rules (and targets) that said nothing or proposed nothing though they might have, and why. */
  notProposed: { rule: string; reason: string }[];
  /** For every rule that proposed: what all its proposals together would do, against doing nothing. */
  outlooks: Outlook[];
}

export function checkHealth(input: HealthCheckInput): HealthCheck {
  const { network, check, asOf, policy } = input;
  const history = pastOf(input.history, check, asOf);
  const picture = currentPicture(input.records, policy);
  const measured = measurePicture(input.records, picture, policy);
  const figures = figuresOf(measured);

  const findings: BodyOf<'finding'>[] = [];
  const proposals: BodyOf<'proposal'>[] = [];
  const notProposed: HealthCheck['notProposed'] = [];
  const outlooks: Outlook[] = [];
  for (const rule of FINDING_RULES) {
    const seen = rule({ check, asOf, policy, response: picture.response, figures });
    findings.push(...seen.findings);
    notProposed.push(...seen.silent);
  }
  for (const finding of findings) {
    const rule = policy.rules.find((candidate) => candidate.id === finding.rule);
    if (rule === undefined || rule.propose !== 'introductions') continue;
    const answer = input.proposalsAllowed
      ? proposeIntroductions({
          asOf,
          policy,
          rule,
          finding,
          picture,
          records: input.records,
          history,
          made: proposals,
          atCap: input.atCap ?? [],
        })
      : { reason: 'proposals are switched off' };
    if ('reason' in answer) {
      notProposed.push({ rule: rule.id, reason: answer.reason });
      continue;
    }
    proposals.push(...answer.proposals);
    outlooks.push(answer.outlook);
  }

  const { previous, records, ...settings } = input;
  return {
    network,
    check,
    asOf,
    policy,
    inputDigest: digestOf(records, { ...settings, history, previous: previous?.snapshot ?? null }),
    response: picture.response,
    asked: picture.asked,
    answered: picture.answered,
    wave: picture.wave,
    measurement: measured.main,
    byAttribute: measured.byAttribute,
    figures: figureTable(figures),
    findings,
    proposals,
    notProposed,
    outlooks,
  };
}
