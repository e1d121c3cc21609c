/** Agenda coverage: how much of what members set out to learn a cycle has taken up. */
import type { AgendaItemBody } from '../../../data/records/agenda-item.ts';
import type { CycleBody } from '../../../data/records/cycle.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const agendaCoverage: Metric = {
  id: 'agenda-coverage',
  family: 'practice',
  scopes: ['network'],
  title: 'Agenda coverage',
  question: 'How much of the learning agenda has a cycle taken up?',
  definition:
    'Items of the learning agenda that at least one learning cycle cites, over all items. Details: items, how many were taken up, their ids and those of the others, and cycles.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No agenda yet: null. An item in several versions counts once, and so does one that several cycles cite.',
  cost: 'O(a + c) for a items and c cycles.',
  reference:
    'Newcomer, Olejniczak & Hart 2022, Learning agendas: motivation, engagement, and potential, New Directions for Evaluation 173',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low early on is the plan: cycles come one after another. Low at the end means that members set out to learn what nobody found time for. Taken up does not mean answered.',
  example: {
    network: 'a b c',
    practices: {
      'agenda-item': [item(1), item(2), item(3), item(4)],
      cycle: [cycle(1, 1), cycle(2, 2), cycle(3, 1)],
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'agenda-item',
  readsTies: false,
  compute(context) {
    const { practices } = context.records;
    const items = [...new Set((practices?.['agenda-item'] ?? []).map((one) => one.item))].sort();
    const cycles = practices?.cycle ?? [];
    const cited = new Set(cycles.map((one) => one.item));
    const taken = items.filter((one) => cited.has(one));
    const details = {
      ...{ items: items.length, takenUp: taken.length, cycles: cycles.length, taken },
      open: items.filter((one) => !cited.has(one)),
    };
    const given = items.length === 0 ? { reason: 'there is no agenda yet' } : { value: taken.length / items.length };
    return [figure(context, agendaCoverage, 'network', given, { details })];
  },
};

function item(number: number): AgendaItemBody {
  return { item: `agenda-${number}`, version: 1, title: null, priority: null };
}

function cycle(number: number, of: number): CycleBody {
  return { cycle: number, item: `agenda-${of}`, stage: 'done', contributions: 0 };
}
