import { describe, expect, it } from 'vitest';
import { pilotsAcrossTeams } from '../../../analysis/metrics/practice/pilots-across-teams.ts';
import { exampleRecords, resultOf } from './small-networks.ts';

const example = pilotsAcrossTeams.example;
const records = exampleRecords(example);
const measured = (change: Partial<typeof records>) =>
  resultOf({ ...records, ...change }, 'pilots-across-teams', { groupBy: 'group' });

describe('pilots-across-teams: takers outside the group of origin, of all who are outside', () => {
  it('two of five took it up; whoever was only seen not to have is no taker', () => {
    const censored = { member: 'f', practice: 'practice', time: 3, censored: true };
    expect(measured({ adoptions: [...records.adoptions, censored] })).toMatchObject({
      value: 0.4,
      details: { practices: [{ practice: 'practice', eligible: 5, adopters: 2 }] },
    });
  });

  it('a second experiment in the other group leaves nobody outside', () => {
    const [one] = records.practices!.experiment!;
    const experiment = [one!, { ...one!, experiment: 'experiment-2', member: 'b' }];
    expect(measured({ practices: { experiment } })).toMatchObject({
      ...{ value: null, reason: 'fewer than 5 members are outside the group of origin' },
    });
  });

  it('one that was stopped, or has no name, is no practice', () => {
    const [one] = records.practices!.experiment!;
    const { practice: _, ...unnamed } = one!;
    expect(measured({ practices: { experiment: [unnamed, { ...one!, status: 'stopped' }] } })).toMatchObject({
      ...{ value: null, reason: 'no experiment was scaled into a practice that has a name' },
    });
  });
});
