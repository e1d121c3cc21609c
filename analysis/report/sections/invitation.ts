/** Who was reached and who came: the invitation's funnel, by segment, and demand against places. Null before anybody is. */
import { type Funnel, funnelBySegment } from '../../metrics/practice/funnel.ts';
import { protectCounts } from '../../suppression.ts';
import type { Cell, Figure, Section, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, count, percent, plural } from '../words.ts';
import { metricFigure } from './practices/figure.ts';
import { section } from './section.ts';

const STEPS = ['reached', 'opened', 'applied', 'joined'] as const;

export function invitation(scene: Scene): Section | null {
  const invitations = scene.input.records.practices?.invitation ?? [];
  if (invitations.length === 0) return null;
  const came = metricFigure(scene, 'invitation-funnel', {
    label: 'Of those reached, came',
    format: 'share',
    note: ({ joined, reached, interval }) => {
      const [low, high] = interval as [number, number];
      return `${joined} of ${reached}; 95 % interval ${percent(low)} to ${percent(high)}`;
    },
  });
  const title = 'Who was reached, who came';
  if (!came.isKnown) return section('invitation', title, { figures: [came.figure] });
  const funnel = came.details as unknown as Funnel;
  return section('invitation', title, {
    paragraphs: [
      `The invitation reached ${count(funnel.reached)} people. ${funnel.opened} showed that they had opened it, ${funnel.applied} said yes, ${funnel.joined} joined.`,
    ],
    figures: [came.figure, ...demand(scene, funnel)],
    tables: [...bySegment(scene)],
    notes: [
      'Opened is counted of those who showed it: who looked the invitation up, said yes or said no. Mails carry no marks that would tell on their readers, so who read it and did nothing is not in it.',
    ],
  });
}

function demand({ about }: Scene, { applied, waiting }: Funnel): Figure[] {
  const places = about.invitation?.places;
  if (places === undefined) return [];
  const note = `${applied} said yes to ${places} places${waiting === 0 ? '' : `; ${waiting === 1 ? 'one waits' : `${waiting} wait`} for one`}`;
  return [{ label: 'Demand against places', value: applied / places, format: 'share', note }];
}

/** Counts of few people are hidden in every step, and what would give them away with them. */
function bySegment({ about, groupBy, groups, input, smallest }: Scene): Table[] {
  const attribute = about.invitation?.segment ?? groupBy;
  const { members, practices } = input.records;
  if (attribute === null || !members.some(({ attributes }) => Object.hasOwn(attributes, attribute))) return [];
  const isHidden = (segment: string): boolean =>
    attribute === groupBy && (groups.protection[segment] ?? 'shown') !== 'shown';
  const rows = funnelBySegment(practices?.invitation ?? [], members, attribute, smallest, isHidden);
  if (rows.length < 2) return [];
  const columns = STEPS.map((step) => {
    const counts = rows.map(({ funnel }) => funnel[step]);
    const protection = protectCounts(counts, { smallest, atLeast: 0 });
    return counts.map((people, at): Cell => {
      const kind = protection[at]!;
      return kind === 'shown' ? people : { suppressed: kind };
    });
  });
  return [
    {
      id: 'invitation-funnel',
      title: `By ${attribute}`,
      columns: [{ label: attribute, format: 'text' }, ...STEPS.map((label) => ({ label, format: 'count' as const }))],
      rows: rows.map(({ segment }, at) => [segment, ...columns.map((column) => column[at]!)]),
      note: `${capital(plural(attribute))} in which fewer than ${smallest} were reached stand together, and with them those that are not shown by themselves elsewhere here; counts of fewer than ${smallest} people are not shown, nor are others from which they could be worked out.`,
    },
  ];
}
