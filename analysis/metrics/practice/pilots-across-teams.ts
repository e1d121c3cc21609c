/** Pilots across teams: whether what was tried out and scaled is taken up where it was not tried. */
import type { ExperimentBody } from '../../../data/records/experiment.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import type { MetricContext } from '../context.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const LEAST_ELIGIBLE = 5;

export const pilotsAcrossTeams: Metric = {
  id: 'pilots-across-teams',
  family: 'practice',
  scopes: ['network'],
  title: 'Pilots taken up by other teams',
  question: 'Is what one group tried out and scaled taken up by the others?',
  definition:
    'Over all practices that scaled experiments became: members outside the group of origin who took the practice up ÷ members outside it. The origin is the group of the experiment’s owner; of a practice with several, the group of each. Details: for each practice its origin’s size, how many are eligible, how many of them took it up, and the 95 % interval (Wilson) of all together.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No scaled experiment says which practice it became, members are not grouped, or fewer than ${LEAST_ELIGIBLE} are eligible: null. A practice whose owners have no group is left out.`,
  cost: 'O(e + n·p) for e experiments and p practices.',
  reference: 'Rogers 2003, Diffusion of Innovations; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Near 0: what works stays where it was found. It compares nothing: whether those who took it up did so because of the pilot is another question.',
  example: {
    network: 'a b c d e f',
    groups: { a: 'x', b: 'y', c: 'y', d: 'y', e: 'y', f: 'y' },
    adoptions: { a: 1, b: 2, c: 3 },
    practices: { experiment: [scaled('experiment-1', 'a', 'practice')] },
    gives: 0.4,
  },
  options: ['groupBy'],
  needs: 'practice',
  reads: 'experiment',
  readsTies: false,
  compute(context) {
    const attribute = context.settings.groupBy;
    const nothing = (reason: string) => [figure(context, pilotsAcrossTeams, 'network', { reason })];
    if (attribute === null) return nothing('needs groups: give an attribute to group by');
    const spreads = pilotSpread(context.records, attribute);
    if (spreads.length === 0) return nothing('no experiment was scaled into a practice that has a name');
    const eligible = spreads.reduce((sum, one) => sum + one.eligible, 0);
    const adopters = spreads.reduce((sum, one) => sum + one.adopters, 0);
    if (eligible < LEAST_ELIGIBLE)
      return nothing(`fewer than ${LEAST_ELIGIBLE} members are outside the group of origin`);
    const details = { practices: spreads, eligible, adopters, interval: wilsonInterval(adopters, eligible) };
    return [figure(context, pilotsAcrossTeams, 'network', { value: adopters / eligible }, { details })];
  },
};

export interface PilotSpread {
  practice: string;
  eligible: number;
  adopters: number;
}

/** By practice, in code-point order. */
export function pilotSpread(
  { members, adoptions, practices }: Pick<MetricContext['records'], 'members' | 'adoptions' | 'practices'>,
  attribute: string,
): PilotSpread[] {
  const groupOf = new Map(members.map(({ member, attributes }) => [member, attributes[attribute] ?? null]));
  const origins = new Map<string, Set<unknown>>();
  for (const { status, practice, member } of practices?.experiment ?? []) {
    const group = groupOf.get(member) ?? null;
    if (status !== 'scaled' || practice === undefined || group === null) continue;
    origins.set(practice, (origins.get(practice) ?? new Set()).add(group));
  }
  return [...origins.keys()].sort().map((practice) => {
    const outside = members
      .filter(({ status, member }) => status === 'active' && !origins.get(practice)!.has(groupOf.get(member) ?? null))
      .map(({ member }) => member);
    const took = new Set(
      adoptions
        .filter((adoption) => adoption.practice === practice && !adoption.censored && adoption.time !== null)
        .map(({ member }) => member),
    );
    return { practice, eligible: outside.length, adopters: outside.filter((member) => took.has(member)).length };
  });
}

function scaled(experiment: string, member: string, practice: string): ExperimentBody {
  const words = 't-0123456789abcdef';
  return {
    ...{ experiment, member, trial: 'pilot', hypothesis: words, success: words, exit: words, practice },
    ...{ startedAt: '2026-03-02T09:00:00.000Z', until: '2026-05-02', status: 'scaled', exitMet: false },
    ...{ learned: null, checkIns: { asked: 1, answered: 1 }, endedAt: '2026-05-02T09:00:00.000Z' },
  };
}
