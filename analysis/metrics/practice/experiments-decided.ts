/** Experiments decided: whether exit criteria and dates are honoured. */
import type { ExperimentBody } from '../../../data/records/experiment.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const experimentsDecided: Metric = {
  id: 'experiments-decided',
  family: 'practice',
  scopes: ['network'],
  title: 'Experiments that were decided on',
  question: 'Are experiments ended by a decision, or do they trickle away?',
  definition:
    'Of the experiments that have ended, the share that was scaled, adapted or stopped by a decision. Details: how many ended and how, the 95 % interval (Wilson), how many ended because their exit criterion was met, check-ins asked for and answered, and trials by kind.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No experiment has ended: null.',
  nulls: { interval: 'no experiment has ended' },
  cost: 'O(e) for e experiments.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'High: people look at what they try and say what is to become of it. It says nothing of how many worked; a network that only scales has stopped trying things that could fail.',
  example: {
    network: 'a b c',
    practices: { experiment: [experiment(1, 'scaled'), experiment(2, 'undecided'), experiment(3, 'running')] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'experiment',
  readsTies: false,
  compute(context) {
    const experiments = context.records.practices?.experiment ?? [];
    const count = (status: string): number => experiments.filter((one) => one.status === status).length;
    const decided = count('scaled') + count('adapted') + count('stopped');
    const ended = decided + count('undecided');
    const ofKind = (trial: string): number => experiments.filter((one) => one.trial === trial).length;
    const details = {
      ...{ experiments: experiments.length, running: count('running'), ended, decided },
      ...{ scaled: count('scaled'), adapted: count('adapted'), stopped: count('stopped') },
      exitMet: experiments.filter(({ exitMet }) => exitMet).length,
      interval: ended === 0 ? null : wilsonInterval(decided, ended),
      checkInsAsked: experiments.reduce((sum, { checkIns }) => sum + checkIns.asked, 0),
      checkInsAnswered: experiments.reduce((sum, { checkIns }) => sum + checkIns.answered, 0),
      byTrial: { 'safe-test': ofKind('safe-test'), exploration: ofKind('exploration'), pilot: ofKind('pilot') },
    };
    const given = ended === 0 ? { reason: 'no experiment has ended yet' } : { value: decided / ended };
    return [figure(context, experimentsDecided, 'network', given, { details })];
  },
};

function experiment(number: number, status: ExperimentBody['status']): ExperimentBody {
  const words = 't-0123456789abcdef';
  return {
    ...{ experiment: `experiment-${number}`, member: 'a', trial: 'safe-test', hypothesis: words, success: words },
    ...{ exit: words, startedAt: '2026-03-02T09:00:00.000Z', until: '2026-05-02', status, exitMet: false },
    ...{ learned: null, checkIns: { asked: 1, answered: 1 }, endedAt: null },
  };
}
