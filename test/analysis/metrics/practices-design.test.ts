import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

function measured(metric: string, practices: Partial<PracticeRecords>) {
  return resultOf({ ...network('a b c d e f'), practices }, metric);
}

describe('agenda-coverage: the share of agenda items that a cycle has taken up', () => {
  const item = (number: number, version = 1) => ({
    ...{ item: `agenda-${number}`, version, title: null, priority: null },
  });
  const cycle = (number: number, of: number) => ({
    ...{ cycle: number, item: `agenda-${of}`, stage: 'exchange' as const, contributions: 3 },
  });

  it('one of three is 1/3, however many cycles cite it and whatever its version', () => {
    const agenda = [item(1, 2), item(2), item(3)];
    expect(measured('agenda-coverage', { 'agenda-item': agenda, cycle: [cycle(1, 1), cycle(2, 1)] })).toMatchObject({
      value: 1 / 3,
      details: { items: 3, takenUp: 1, cycles: 2, taken: ['agenda-1'], open: ['agenda-2', 'agenda-3'] },
    });
  });

  it('is nothing before the first cycle, as long as no cycle cites it', () => {
    expect(measured('agenda-coverage', { 'agenda-item': [item(1)] })).toMatchObject({ value: 0 });
  });
});
