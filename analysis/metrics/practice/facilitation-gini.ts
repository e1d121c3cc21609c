/** Facilitation Gini: whether facilitation rotates among those who were trained. */
import type { FacilitationTurnBody } from '../../../data/records/facilitation-turn.ts';
import type { FacilitatorTrainingBody } from '../../../data/records/facilitator-training.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { LEAST_PEOPLE } from './share-of-several.ts';

export const facilitationGini: Metric = {
  id: 'facilitation-gini',
  family: 'practice',
  scopes: ['network'],
  title: 'Facilitation Gini',
  question: 'Is the load of facilitating shared among those who were trained?',
  definition:
    'G = Σi (2i − n − 1)·x(i) ÷ (n·Σ x), with x(i) the turns that trained active members held, ascending, those who held none with 0. Details: trained, in the rota, turns held, not held, the most by one.',
  direction: 'Ties are not read.',
  normalization: '0 (all held alike) to (n − 1)/n (one held all).',
  edgeCases: `No turn held by somebody trained and active, or fewer than ${LEAST_PEOPLE} such: null. Turns of who left are not counted.`,
  nulls: { most: 'fewer than five members were trained' },
  cost: 'O(t + n·log n) for t turns and n who were trained.',
  reference: 'Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low is shared. High soon after several were trained is their beginning, not a fault: look at it again after a cycle.',
  example: {
    network: 'a b c d e',
    practices: {
      'facilitator-training': [...'abcde'].map(trainedOf),
      'facilitation-turn': [...'aabcd'].map(turnOf),
    },
    gives: 0.32,
  },
  options: [],
  needs: 'practice',
  reads: 'facilitator-training',
  readsTies: false,
  compute(context) {
    const active = new Set(context.graph.ids);
    const trained = (context.records.practices?.['facilitator-training'] ?? []).filter(({ member }) =>
      active.has(member),
    );
    const turns = context.records.practices?.['facilitation-turn'] ?? [];
    const held = turns.filter(({ status }) => status === 'held');
    const ascending = trained
      .map(({ member }) => held.filter(({ facilitator }) => facilitator === member).length)
      .sort((a, b) => a - b);
    const n = ascending.length;
    const total = ascending.reduce((sum, one) => sum + one, 0);
    const details = {
      ...{ trained: n, inRota: trained.filter(({ inRota }) => inRota).length, held: held.length },
      notHeld: turns.filter(({ status }) => status === 'not-held').length,
      most: n < LEAST_PEOPLE ? null : (ascending.at(-1) ?? null),
    };
    const spread = ascending.reduce((sum, one, at) => sum + (2 * (at + 1) - n - 1) * one, 0);
    const given =
      n < LEAST_PEOPLE
        ? { reason: `fewer than ${LEAST_PEOPLE} members were trained: it is shown from ${LEAST_PEOPLE} on` }
        : total === 0
          ? { reason: 'no turn has been held yet' }
          : { value: spread / (n * total) };
    return [figure(context, facilitationGini, 'network', given, { details })];
  },
};

export function trainedOf(member: string): FacilitatorTrainingBody {
  return { member, on: '2026-01-20', what: null, notedBy: 'a', inRota: true, at: '2026-02-02T09:00:00.000Z' };
}

/** The n-th turn of an example, a day after the one before. */
export function turnOf(facilitator: string, at: number): FacilitationTurnBody {
  const day = String(at + 1).padStart(2, '0');
  return { turn: `turn-${at + 1}`, facilitator, status: 'held', declined: 0, at: `2026-03-${day}T09:00:00.000Z` };
}
