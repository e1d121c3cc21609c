/** Stops with a note: whether failures become data. */
import type { ExperimentBody } from '../../../data/records/experiment.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const stopsWithANote: Metric = {
  id: 'stops-with-a-note',
  family: 'practice',
  scopes: ['network'],
  title: 'Stops with a learning note',
  question: 'When something does not work, do others learn of it?',
  definition: 'Of the experiments that were stopped, the share of which is said what was learned. Details: stopped.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'Nothing was stopped: null.',
  cost: 'O(e) for e experiments.',
  reference: 'Edmondson 2011, Strategies for learning from failure, Harvard Business Review 89(4)',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Below 1 only where experiments were brought from elsewhere: here a stop asks for its note. Look at the number of stops: none at all is no success.',
  example: {
    network: 'a b',
    practices: { experiment: [stopped(1, 't-0123456789abcdef'), stopped(2, null)] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'experiment',
  readsTies: false,
  compute(context) {
    const stops = (context.records.practices?.experiment ?? []).filter(({ status }) => status === 'stopped');
    const noted = stops.filter(({ learned }) => learned !== null).length;
    const given = stops.length === 0 ? { reason: 'nothing was stopped' } : { value: noted / stops.length };
    return [figure(context, stopsWithANote, 'network', given, { details: { stopped: stops.length } })];
  },
};

function stopped(number: number, learned: string | null): ExperimentBody {
  const words = 't-0123456789abcdef';
  return {
    ...{ experiment: `experiment-${number}`, member: 'a', trial: 'pilot', hypothesis: words, success: words },
    ...{ exit: words, startedAt: '2026-03-02T09:00:00.000Z', until: '2026-05-02', status: 'stopped', exitMet: true },
    ...{ learned, checkIns: { asked: 1, answered: 1 }, endedAt: '2026-04-02T09:00:00.000Z' },
  };
}
