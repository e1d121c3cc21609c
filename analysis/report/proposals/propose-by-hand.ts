/**
 * What a person's own proposal of an introduction is worth, in the figures that the engine gives for its own: the metric
 * before and after, with a band, and what it rests on (members, response, p). Held against the same bounds: both take part,
 * they are not tied, the cap per person, the cooldown after a proposal that came to nothing.
 *
 * A person may know what no survey says, so a proposal that would move the figure the wrong way, or whose effect cannot be
 * known, is not refused: whoever decides sees what is expected of it.
 */
import { addDuration } from '../../../data/records/duration.ts';
import type { BodyOf, NetworkRecords } from '../../../data/records/index.ts';
import { compactSelected, unionOf } from '../../graph/compact.ts';
import { select } from '../../graph/select.ts';
import type { Reason } from '../../matching/introductions.ts';
import { type Pair, pairKey, pairOf } from '../../matching/pair.ts';
import { TwoStepReach } from '../../matching/reach.ts';
import { type MeasureOptions, measure } from '../../measure.ts';
import { unknownName } from '../../measure-error.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { simulateTies } from '../../simulation/simulate-ties.ts';
import { whatIf } from '../../simulation/what-if.ts';
import { currentPicture } from '../current-picture.ts';
import { comparesGroups } from '../findings/figures.ts';
import type { HealthCheckInput } from '../health-check.ts';
import type { HealthPolicy } from '../health-policy.ts';
import type { History } from '../history.ts';
import { RUNS } from './propose-introductions.ts';
import { acceptRate, openByMember, restingPairs } from './standing.ts';

export interface HandRequest {
  /** The id that it gets. */
  proposal: string;
  parties: readonly [string, string];
  /** What it should move; null: what the charter's rules propose introductions for. */
  metric: string | null;
  groupBy: string | null;
  /** Reference to why, in the person's own words. */
  because: string | null;
  /** Where it was thought of. */
  madeIn: string | null;
}

export type HandAnswer =
  | { filed: BodyOf<'proposal'> }
  /** An open proposal about the same two. */
  | { open: string }
  /** Why it is not proposed: the rest of a sentence. */
  | { refused: string };

/** What a rule rests where the charter has none that proposes. */
const USUAL_COOLDOWN = 'P30D';

type CheckInput = Pick<HealthCheckInput, 'asOf' | 'policy' | 'records' | 'history' | 'proposalsAllowed' | 'atCap'>;

/** What can be said without measuring: that it is proposed already, or cannot be; null where it can. */
export function heldBack(request: HandRequest, input: CheckInput): Exclude<HandAnswer, { filed: unknown }> | null {
  const { policy, records, history } = input;
  const parties = pairOf(...request.parties);
  const open = openProposal(parties, history);
  if (open !== null) return { open };
  const refused = whyNot(parties, input) ?? whyNotMeasured(aimOf(request, policy), records);
  return refused === null ? null : { refused };
}

export function proposeByHand(request: HandRequest, input: CheckInput): HandAnswer {
  const { policy, records, history } = input;
  const parties = pairOf(...request.parties);
  const held = heldBack(request, input);
  if (held !== null) return held;

  const picture = currentPicture(records, policy);
  const aim = aimOf(request, policy);
  const { metric } = aim;
  const groupBy = comparesGroups(metric) ? aim.groupBy : null;
  const { seed, permutations, smallestResponse } = policy;
  const options: MeasureOptions = {
    ...{ metrics: [metric], seed, permutations, smallestResponse },
    tiesAsked: picture.wave !== null || picture.records.ties.length > 0,
    ...(groupBy === null ? {} : { groupBy }),
  };
  const now = measure(picture.records, options).results.find((result) => result.scope === 'network');
  const before = typeof now?.value === 'number' ? now.value : null;
  const figure = whatIf(picture.records, { metric, groupBy, seed, smallestResponse });
  const rate = acceptRate(history);
  const expected = simulateTies(picture.records, [parties], { figure, seed, runs: RUNS, acceptRate: rate });
  return {
    filed: {
      ...{ proposal: request.proposal, finding: null, rule: null, action: 'introduce', parties, status: 'proposed' },
      ...{ metric, groupBy, before, predicted: before === null ? null : figure([parties]) },
      ...{ low: expected.figure.low, high: expected.figure.high, seed },
      reasons: [
        ...nearness(parties, picture.records),
        ...restsOn(now),
        { code: 'accept-rate', value: rate },
        ...(expected.adopters?.expected == null
          ? []
          : [{ code: 'expected-extra-adopters', value: expected.adopters.expected }]),
        ...(request.madeIn === null ? [] : [{ code: 'made-in', value: request.madeIn }]),
        ...(request.because === null ? [] : [{ code: 'because', value: request.because }]),
      ],
    },
  };
}

/** The newest proposal of the same two that is still open. */
function openProposal(parties: Pair, history: History): string | null {
  const same = history.proposals.filter(({ parties: of }) => pairKey(of[0]!, of[1] ?? '') === pairKey(...parties));
  const open = same.filter((proposal) => openByMember({ ...history, proposals: [proposal] }).size > 0);
  return open.at(-1)?.proposal ?? null;
}

function aimOf({ metric, groupBy }: HandRequest, policy: HealthPolicy): { metric: string; groupBy: string } {
  const rule = policy.rules.find(({ propose }) => propose === 'introductions');
  return {
    metric: metric ?? rule?.metric ?? 'e-i-index',
    groupBy: groupBy ?? rule?.groupBy ?? policy.groupBy,
  };
}

/** Ids are said: they are codes, and whoever proposes has typed them. */
function whyNot(
  parties: Pair,
  { asOf, policy, records, history, proposalsAllowed, atCap = [] }: CheckInput,
): string | null {
  if (!proposalsAllowed) return 'proposals are stopped (resume-proposals lets them go on)';
  if (parties[0] === parties[1]) return 'an introduction needs two different people';
  const active = new Set(records.members.filter(({ status }) => status === 'active').map(({ member }) => member));
  const away = parties.filter((member) => !active.has(member));
  if (away.length > 0)
    return `${away.join(' and ')} ${away.length === 1 ? 'is no active member' : 'are no active members'}`;
  const key = pairKey(...parties);
  if (records.ties.some(({ from, to }) => pairKey(from, to) === key)) return 'the two are tied already';
  const cooldown = longestCooldown(policy, asOf);
  if (restingPairs(history, asOf, cooldown).has(key)) {
    return `the two were introduced, or proposed in vain, before; such a pair rests for ${cooldown}, and for good once they met`;
  }
  const asked = parties.filter((member) => atCap.includes(member));
  if (asked.length > 0) {
    return `${asked.join(' and ')} ${asked.length === 1 ? 'was' : 'were'} asked as often as the charter allows within three months (practices.burden.questionsPerQuarter)`;
  }
  const open = openByMember(history);
  const busy = parties.filter((member) => (open.get(member) ?? 0) >= policy.capPerPerson);
  if (busy.length === 0) return null;
  return `${busy.join(' and ')} ${busy.length === 1 ? 'has' : 'have'} as many open introductions as the charter allows one person (capPerPerson: ${policy.capPerPerson})`;
}

/** A pair rests as long as the charter's most patient rule says. */
function longestCooldown({ rules }: HealthPolicy, asOf: string): string {
  const proposing = rules.filter(({ propose }) => propose === 'introductions').map(({ cooldown }) => cooldown);
  return proposing.reduce(
    (longest, cooldown) => (addDuration(asOf, cooldown) > addDuration(asOf, longest) ? cooldown : longest),
    proposing[0] ?? USUAL_COOLDOWN,
  );
}

function whyNotMeasured(
  { metric, groupBy }: { metric: string; groupBy: string },
  records: NetworkRecords,
): string | null {
  const ids = METRICS.filter(({ scopes }) => scopes.includes('network')).map(({ id }) => id);
  if (!ids.includes(metric)) return unknownName('metric of a whole network', metric, ids).message;
  if (!comparesGroups(metric)) return null;
  const known = [...new Set(records.members.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  return known.includes(groupBy) ? null : unknownName('attribute', groupBy, known).message;
}

/** How far apart the two are, and what a tie would bring within reach. */
function nearness([a, b]: Pair, records: NetworkRecords): Reason[] {
  const union = unionOf(compactSelected(select(records), false));
  const reach = new TwoStepReach(union);
  const [one, other] = [union.ids.indexOf(a), union.ids.indexOf(b)];
  return [
    { code: 'reach-gained', value: reach.gained(one, other) },
    { code: 'distance-now', value: reach.distance(one, other) ?? 'unreachable' },
    { code: 'common-contacts', value: reach.commonContacts(one, other) },
  ];
}

/** What the figure before is worth. */
function restsOn(now: MetricResult | undefined): Reason[] {
  if (now === undefined) return [];
  const { n, response, details } = now;
  return [
    { code: 'members', value: n },
    ...(response === null ? [] : [{ code: 'response', value: response }]),
    ...(typeof details.p === 'number' ? [{ code: 'p', value: details.p }] : []),
  ];
}
