/** Balance of action and reflection: whether a cycle is tried out as well as looked back on. */
import type { CycleBalanceBody } from '../../../data/records/cycle-balance.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const actionReflectionBalance: Metric = {
  id: 'action-reflection-balance',
  family: 'practice',
  scopes: ['network'],
  title: 'Action and reflection',
  question: 'Is what is tried looked back on, and what is looked back on tried?',
  definition:
    'Mean over the cycles that are done of 1 − |a − r| ÷ (a + r), with a what was tried (contributions to adapt-and-apply, experiments begun, practices taken up) and r what was looked back on (reflections, stories of the cycle, answers to the after-action pulse). A cycle with neither counts as 0. Details: cycles, how many had both, and of each cycle a, r and its balance.',
  direction: 'Ties are not read.',
  normalization: '0 (one without the other) to 1 (as much of both).',
  edgeCases: 'No cycle is done: null.',
  cost: 'O(c) for c cycles.',
  reference:
    'the two sides: Schön 1983, The reflective practitioner; index: Bray & Curtis 1957, doi:10.2307/1942268, as a similarity',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Counts of unlike things are set side by side, so only extremes mean something: near 0, one side is missing. It says nothing of how good either was.',
  example: {
    network: 'a b c',
    practices: { 'cycle-balance': [cycle(1, 4, 4), cycle(2, 6, 2)] },
    gives: 0.75,
  },
  options: [],
  needs: 'practice',
  reads: 'cycle-balance',
  readsTies: false,
  compute(context) {
    const cycles = [...(context.records.practices?.['cycle-balance'] ?? [])]
      .sort((a, b) => a.cycle - b.cycle)
      .map((body) => {
        const [action, reflection] = [sum(body.action), sum(body.reflection)];
        const all = action + reflection;
        const balance = all === 0 ? 0 : 1 - Math.abs(action - reflection) / all;
        return { cycle: body.cycle, action, reflection, balance };
      });
    if (cycles.length === 0) {
      return [figure(context, actionReflectionBalance, 'network', { reason: 'no cycle is done yet' })];
    }
    const value = cycles.reduce((total, { balance }) => total + balance, 0) / cycles.length;
    const withBoth = cycles.filter(({ action, reflection }) => action > 0 && reflection > 0).length;
    const details = { cycles: cycles.length, withBoth, byCycle: cycles };
    return [figure(context, actionReflectionBalance, 'network', { value }, { details })];
  },
};

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function cycle(number: number, contributions: number, reflections: number): CycleBalanceBody {
  return {
    ...{ cycle: number, began: '2026-03-01T09:00:00.000Z', ended: '2026-05-01T09:00:00.000Z' },
    ...{ action: { contributions, experiments: 0, adoptions: 0 } },
    reflection: { reflections, stories: 0, afterAction: 0 },
  };
}
