import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../analysis/inference/random.ts';
import { type MeasureOptions, measure } from '../../../../analysis/measure.ts';
import { type MeasurableRecords, type NetworkRecords, tieTableOf } from '../../../../data/records/index.ts';
import { concealed } from '../../../../workflows/activities/measurement/index.ts';

/** What files call people: names, numbers, what means something to JavaScript, what begins like another. */
const NAMES = [
  ...['Ada Lovelace', 'ada lovelace', 'Åke', '10', '9', '2', '__proto__', 'constructor', 'c0', 'Zoë'],
  ...Array.from({ length: 30 }, (_, at) => `Kofi Mensah ${at}`),
];

function records(): NetworkRecords {
  const random = createRandom(3, 'concealed');
  const anybody = () => NAMES[Math.floor(random.next() * NAMES.length)] as string;
  return {
    members: NAMES.map((member, at) => ({
      ...{ member, status: 'active', hub: at < 3 },
      attributes: { region: at % 2 === 0 ? 'North' : 'South', motto: `words of ${member}` },
    })),
    ties: Array.from({ length: 160 }, (_, occurrence) => ({
      ...{ from: anybody(), to: anybody(), type: 'advice', strength: 1, wave: null, time: null, occurrence },
    })),
    adoptions: NAMES.slice(0, 20).map((member, at) => ({ practice: 'intake', member, time: at % 5, censored: false })),
    waves: [],
    responses: [],
    contributions: [],
  };
}

describe('Law: a measurement of codes says of people what a measurement of their names says, byte by byte', () => {
  const options: MeasureOptions = { metrics: 'all', groupBy: 'region', permutations: 200 };
  const inColumns = (): MeasurableRecords => ({ ...records(), ties: tieTableOf(records().ties) });

  it.each([
    ['rows', records],
    ['columns', inColumns],
  ])('every metric, ties in %s', { timeout: 60_000 }, (_, given) => {
    const { records: hidden, reveal } = concealed(given(), options);
    const revealed = reveal.measurement(measure(hidden, options));
    expect(JSON.stringify(revealed)).toBe(JSON.stringify(measure(given(), options)));
  });

  it.each([
    ['rows', records],
    ['columns', inColumns],
  ])('nobody’s name and no attribute but the one that groups, ties in %s', (_, given) => {
    const text = JSON.stringify(concealed(given(), options).records);
    for (const words of ['Lovelace', 'lovelace', 'Mensah', 'Åke', 'Zoë', 'words of', '__proto__'])
      expect(text).not.toContain(words);
    expect(text).toContain('North');
  });

  it('a refusal names people as the caller does', () => {
    const { records: hidden, reveal } = concealed(records(), options);
    const code = hidden.members[0]?.member as string;
    expect(reveal.words(`the tie of ${code} has no strength`)).toBe('the tie of Ada Lovelace has no strength');
  });
});
