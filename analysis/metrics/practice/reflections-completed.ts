/** Reflections completed: whether members find the time to look back. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { closedRounds, exampleRound } from './rounds.ts';

/** Fewer, and a count would say of somebody what they did. */
const LEAST = 5;

export const reflectionsCompleted: Metric = {
  id: 'reflections-completed',
  family: 'practice',
  scopes: ['network'],
  title: 'Reflections completed',
  question: 'Do members find the time to look back?',
  definition: `Of the prompts to reflect that members got in rounds that are closed, the share to which something was written. Rounds that asked fewer than ${LEAST} are left out. Details: asked, completed, rounds, the 95 % interval (Wilson), and by modality the same where at least ${LEAST} completed, else null.`,
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `No round is closed, or fewer than ${LEAST} reflections were completed: null.`,
  nulls: { byModality: 'fewer than five were completed' },
  cost: 'O(r) for r rounds.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'It counts that something was written, and nobody knows what. Low may mean that there is no time for it in working hours, or that members reflect elsewhere. It is no measure of how deep anybody thinks.',
  example: {
    network: 'a b c d e f g h',
    practices: {
      'questionnaire-round': [
        exampleRound({ round: 'reflection-1', practice: 'reflection', asked: 10, answered: 6 }),
        exampleRound({ round: 'reflection-2', practice: 'reflection', asked: 10, answered: 5 }),
      ],
    },
    gives: 0.55,
  },
  options: [],
  needs: 'practice',
  reads: 'questionnaire-round',
  readsTies: false,
  compute(context) {
    const rounds = closedRounds(context.records, 'reflection').filter(({ asked }) => asked >= LEAST);
    const of = (some: typeof rounds) => ({
      asked: some.reduce((sum, { asked }) => sum + asked, 0),
      completed: some.reduce((sum, { answered }) => sum + answered, 0),
    });
    const { asked, completed } = of(rounds);
    if (rounds.length === 0) {
      return [figure(context, reflectionsCompleted, 'network', { reason: 'no prompt to reflect is closed yet' })];
    }
    if (completed < LEAST) {
      const reason = `fewer than ${LEAST} reflections were completed`;
      return [figure(context, reflectionsCompleted, 'network', { reason })];
    }
    const modalityOf = ({ questionnaire }: (typeof rounds)[number]) => questionnaire.items[0]?.modality ?? 'alone';
    const names = [...new Set(rounds.map(modalityOf))].sort();
    const byModality = names.map((modality) => {
      const counts = of(rounds.filter((round) => modalityOf(round) === modality));
      return { modality, asked: counts.asked, completed: counts.completed < LEAST ? null : counts.completed };
    });
    const interval = wilsonInterval(completed, asked);
    const details = { asked, completed, rounds: rounds.length, interval, byModality };
    return [figure(context, reflectionsCompleted, 'network', { value: completed / asked }, { details })];
  },
};
