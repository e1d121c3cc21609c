/** How cycles are framed, and what there is to catch up with since the report before. */
import type { NetworkRecords } from '../../../../data/records/index.ts';
import type { Cell } from '../../report-model.ts';
import { date, list, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';

export const framing: SectionOf = (scene) => {
  const records = scene.input.records;
  const framings = [...(records.practices?.['cycle-framing'] ?? [])].sort((a, b) => a.cycle - b.cycle);
  const cycles = [...(records.practices?.cycle ?? [])].sort((a, b) => a.cycle - b.cycle);
  const without = cycles.filter(({ cycle }) => framings.every((one) => one.cycle !== cycle)).map(({ cycle }) => cycle);
  const { previous } = scene.input;
  const before = previous === null ? null : countsOf(previous.records);
  const now = countsOf(records);
  return section('framing', 'What cycles ask, and what there is to catch up with', {
    paragraphs: [
      framings.length === 0
        ? 'No cycle is framed yet.'
        : `${many(framings.length, 'cycle')} framed.${without.length === 0 ? '' : ` Not framed: ${list(without.map((cycle) => `cycle ${cycle}`))}.`}`,
      'Who joins gets a digest at once; everybody hears at the charter’s cadence what has changed since they last heard.',
    ],
    tables: [
      ...(framings.length === 0
        ? []
        : [
            {
              id: 'framings',
              title: 'Framings',
              columns: [
                { label: 'cycle', format: 'count' as const },
                { label: 'agenda item', format: 'text' as const },
                { label: 'version', format: 'count' as const },
                { label: 'of', format: 'date' as const },
                { label: 'hypotheses', format: 'text' as const },
              ],
              rows: framings.map(({ cycle, version, at, hypotheses }): Cell[] => [
                ...[cycle, cycles.find((one) => one.cycle === cycle)?.item ?? null, version, at.slice(0, 10)],
                hypotheses === null ? 'none stated' : 'stated',
              ]),
              note: null,
            },
          ]),
      {
        id: 'catch-up',
        title:
          previous === null
            ? 'To catch up with: all so far'
            : `To catch up with: since the report of ${date(previous.snapshot.asOf)}`,
        columns: [
          { label: 'what', format: 'text' },
          { label: 'new', format: 'count' },
          { label: 'in all', format: 'count' },
        ],
        rows: Object.entries(now).map(([what, count]): Cell[] => [what, count - (before?.[what] ?? 0), count]),
        note: null,
      },
    ],
    notes: framings.length === 0 ? [] : [whereWordsAre(scene, 'cycle-framing', 'Questions and hypotheses in words')],
  });
};

function countsOf({ contributions, adoptions, practices }: NetworkRecords): Record<string, number> {
  return {
    cycles: practices?.cycle?.length ?? 0,
    'agenda items': practices?.['agenda-item']?.length ?? 0,
    contributions: contributions.length,
    'practices taken up': adoptions.length,
    experiments: practices?.experiment?.length ?? 0,
    stories: practices?.story?.length ?? 0,
  };
}
