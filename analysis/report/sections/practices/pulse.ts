/** Whether members think that they can speak openly here: of a closed round, and only from five answers on. */
import type { QuestionnaireRoundBody } from '../../../../data/records/index.ts';
import { meanOf } from '../../../inference/mean-interval.ts';
import { closedRounds } from '../../../metrics/practice/rounds.ts';
import type { Table } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';
import { decimal, percent, signed } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

interface ItemFigure {
  ask: string;
  n: number;
  mean: number;
  interval: [number, number] | null;
  counts: number[];
  change: number | null;
  changeInterval: [number, number] | null;
}

export const pulse: SectionOf = (scene) => {
  const safety = metricFigure(scene, 'psychological-safety', {
    label: 'Psychological safety, 1 to 4',
    format: 'decimal',
    note: ({ answered, asked, rounds }) => `${answered} of ${asked} answered; ${rounds} rounds so far`,
  });
  const trust = metricFigure(scene, 'high-trust-ties', {
    label: 'Contacts of high trust',
    format: 'share',
    note: ({ high, ties, raters, interval }) => {
      const [low, up] = interval as [number, number];
      return `${high} of ${ties} that ${raters} members rated; 95 % interval ${percent(low)} to ${percent(up)}`;
    },
  });
  const items = (safety.details.items ?? []) as ItemFigure[];
  return section('pulse', 'Can members speak openly here?', {
    paragraphs: [safety.isKnown ? movement(items) : 'Nothing can be shown of the pulse yet.'],
    figures: [safety.figure, trust.figure],
    tables: [...(items.length === 0 ? [] : [itemTable(items)]), ...groupTables(scene)],
    notes: [
      'Answers are counted and cannot be put beside a name. Figures appear once a round is closed, from five answers on; groups that are smaller, or could be worked out from the others, are not shown.',
    ],
  });
};

function movement(items: readonly ItemFigure[]): string {
  const moved = items.filter(
    ({ changeInterval }) => changeInterval !== null && (changeInterval[0] > 0 || changeInterval[1] < 0),
  );
  const lowest = [...items].sort((a, b) => a.mean - b.mean)[0] as ItemFigure;
  const said = `Lowest is: “${lowest.ask}” (${decimal(lowest.mean)}).`;
  if (items.every(({ change }) => change === null)) return `${said} It is the first pulse that can be shown.`;
  return moved.length === 0
    ? `${said} Nothing has moved since the pulse before by more than chance may.`
    : `${said} Since the pulse before ${moved.length} of ${items.length} sentences moved by more than chance may.`;
}

function itemTable(items: readonly ItemFigure[]): Table {
  return {
    id: 'pulse-items',
    title: 'The newest pulse, sentence by sentence',
    columns: [
      { label: 'sentence', format: 'text' },
      { label: 'n', format: 'count' },
      { label: 'mean', format: 'decimal' },
      { label: '95 % interval', format: 'text' },
      ...[1, 2, 3, 4].map((point) => ({ label: String(point), format: 'count' as const })),
      { label: 'change', format: 'text' },
    ],
    rows: items.map(({ ask, n, mean, interval, counts, change }) => [
      ...[ask, n, mean, interval === null ? 'all agree' : `${decimal(interval[0])} to ${decimal(interval[1])}`],
      ...counts,
      change === null ? '' : signed(change),
    ]),
    note: '1 does not hold, 4 holds. Change: since the pulse before.',
  };
}

/** Where the charter asks for it, and only of groups that the round itself could show. */
function groupTables({ input }: Scene): Table[] {
  const newest = closedRounds(input.records, 'pulse').findLast(({ groups }) => groups.length > 0);
  if (newest === undefined) return [];
  const { questionnaire, by, groups }: QuestionnaireRoundBody = newest;
  const scales = new Set(questionnaire.items.filter(({ type }) => type === 'scale').map(({ id }) => id));
  return [
    {
      id: 'pulse-groups',
      title: `The same by ${by}`,
      columns: [
        { label: String(by), format: 'text' },
        { label: 'answers', format: 'count' },
        { label: 'mean', format: 'decimal' },
      ],
      rows: groups.map(({ group, n, items }) => {
        const means = items.flatMap(({ item, counts }) =>
          scales.has(item) && counts !== null ? [meanOf(counts).mean] : [],
        );
        return [group, n, means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length];
      }),
      note: 'Groups that are too small are left out.',
    },
  ];
}
