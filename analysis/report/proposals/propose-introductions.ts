/**
 * Turns a finding into proposals: the introductions that would help most, each with what it is expected to change.
 *
 * What a proposal's figures mean. `before` is the metric now. `predicted` is its value if this proposal alone is carried
 * out and both name each other afterwards. `low` and `high` hold 90 % of what comes of it when it may also come to
 * nothing, at the rate at which introductions have led to meetings so far. One introduction moves an index of a few
 * hundred ties by about a hundredth: what a whole set would do is in the `Outlook`.
 */
import type { BodyOf, HealthRule, Instant, NetworkRecords } from '../../../data/records/index.ts';
import { introductions, type RankedIntroduction } from '../../matching/introductions.ts';
import { pairKey } from '../../matching/pair.ts';
import { type Effect, simulateTies } from '../../simulation/simulate-ties.ts';
import { whatIf } from '../../simulation/what-if.ts';
import type { CurrentPicture } from '../current-picture.ts';
import { comparesGroups } from '../findings/figures.ts';
import { idOf } from '../findings/finding-rule.ts';
import type { HealthPolicy } from '../health-policy.ts';
import type { History } from '../history.ts';
import { acceptRate, openByMember, restingPairs, restsUntil } from './standing.ts';

export interface ProposalRequest {
  asOf: Instant;
  policy: HealthPolicy;
  rule: HealthRule;
  finding: BodyOf<'finding'>;
  picture: CurrentPicture;
  /** All records: who ever named whom need not be introduced. */
  records: NetworkRecords;
  history: History;
  /** Proposals of other rules in the same check. */
  made: readonly BodyOf<'proposal'>[];
  /** Who was asked often enough. */
  atCap: readonly string[];
}

/** What all proposals of a rule together would do, against doing nothing. */
export interface Outlook {
  rule: string;
  finding: string;
  metric: string;
  groupBy: string | null;
  proposals: string[];
  acceptRate: number;
  runs: number;
  seed: number;
  /** The metric if every one of them is carried out. */
  ifAllDone: number | null;
  /** The metric when each comes about at the accept rate: mean and the middle 90 %. */
  figure: Effect;
  /** Further adoptions, all practices together (a member may count once for each); null where no practice is recorded. */
  adopters: Effect | null;
}

/** Enough for a 90 % band to settle; few enough for a check to stay under a second. */
export const RUNS = 200;

export function proposeIntroductions(
  request: ProposalRequest,
): { proposals: BodyOf<'proposal'>[]; outlook: Outlook } | { reason: string } {
  const { asOf, policy, rule, finding, picture, records, history, made, atCap } = request;
  const rests = restsUntil(history, rule.id, asOf, rule.cooldown);
  if (rests !== null) return { reason: `the rule has proposed lately and rests until ${rests.slice(0, 10)}` };

  const groupBy = rule.groupBy ?? policy.groupBy;
  if (!records.members.some((body) => Object.hasOwn(body.attributes, groupBy))) {
    return { reason: `no member has the attribute "${groupBy}"` };
  }
  const open = openByMember(history);
  const blocked = restingPairs(history, asOf, rule.cooldown);
  for (const { from, to } of records.ties) blocked.add(pairKey(from, to));
  for (const { parties } of made) {
    for (const member of parties) open.set(member, (open.get(member) ?? 0) + 1);
    blocked.add(pairKey(parties[0]!, parties[1]!));
  }
  const ranked = introductions(picture.records, {
    groupBy,
    atMost: rule.atMost,
    capPerPerson: policy.capPerPerson,
    capOf: new Map(atCap.map((member) => [member, 0])),
    open,
    blocked,
  });
  if (ranked.length === 0)
    return { reason: 'nobody is left whom an introduction could help: see the cap and the cooldown' };

  const metric = { metric: finding.metric, groupBy: comparesGroups(rule.metric) ? groupBy : null };
  const figure = whatIf(picture.records, { ...metric, seed: policy.seed, smallestResponse: policy.smallestResponse });
  const pairs = ranked.map(({ members }) => members);
  const ifAllDone = figure(pairs);
  if (!helps(rule, finding.value, ifAllDone)) {
    return { reason: `introductions across ${groupBy} would not move ${rule.metric} the right way` };
  }
  const rate = acceptRate(history);
  const simulate = (ties: typeof pairs) =>
    simulateTies(picture.records, ties, { figure, seed: policy.seed, runs: RUNS, acceptRate: rate });
  const proposals = ranked.map((introduction, at) =>
    proposalOf(introduction, idOf(finding.finding, at + 1), finding, metric.groupBy, {
      predicted: figure([introduction.members]),
      ...simulate([introduction.members]),
      acceptRate: rate,
      seed: policy.seed,
    }),
  );
  const outlook: Outlook = {
    rule: rule.id,
    finding: finding.finding,
    ...metric,
    proposals: proposals.map(({ proposal }) => proposal),
    acceptRate: rate,
    runs: RUNS,
    seed: policy.seed,
    ifAllDone,
    ...simulate(pairs),
  };
  return { proposals, outlook };
}

interface Prediction {
  predicted: number | null;
  figure: Effect;
  adopters: Effect | null;
  acceptRate: number;
  seed: number;
}

function proposalOf(
  introduction: RankedIntroduction,
  proposal: string,
  finding: BodyOf<'finding'>,
  groupBy: string | null,
  { predicted, figure, adopters, acceptRate: rate, seed }: Prediction,
): BodyOf<'proposal'> {
  return {
    proposal,
    finding: finding.finding,
    rule: finding.rule,
    action: 'introduce',
    parties: introduction.members,
    status: 'proposed',
    metric: finding.metric,
    groupBy,
    before: finding.value,
    predicted,
    low: figure.low,
    high: figure.high,
    reasons: [
      ...introduction.reasons,
      { code: 'accept-rate', value: rate },
      ...(adopters?.expected == null ? [] : [{ code: 'expected-extra-adopters', value: adopters.expected }]),
    ],
    seed,
  };
}

/** A rule that fires below its threshold wants the figure to rise, one that fires above it wants it to fall. */
function helps(rule: HealthRule, before: number | null, after: number | null): boolean {
  if (before === null || after === null) return false;
  return rule.below !== undefined ? after > before : after < before;
}
