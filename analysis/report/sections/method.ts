/** How the report was made, so that somebody else can make it again and get the same: definitions, settings, versions. */
import { METRICS } from '../../metrics/index.ts';
import type { Cell, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { count, date, many, percent } from '../words.ts';
import { type SectionOf, section } from './section.ts';

/** Metrics whose figures a report shows, and their definitions therefore as well. */
const SHOWN = [
  'e-i-index',
  'mixing-matrix',
  'assortativity',
  'modularity',
  'density',
  'reciprocity',
  'transitivity',
  'harmonic-in',
  'betweenness',
  'cut-point',
  'betweenness-centralization',
  'hub-dependence',
  'contribution-gini',
  'adoption-curve',
  'exposure',
  'tie-stability',
];

export const method: SectionOf = (scene) =>
  section('method', 'How this was made', {
    paragraphs: [basis(scene), hidden(scene)],
    tables: [settings(scene), definitions(scene)],
  });

function basis({ check }: Scene): string {
  const { input } = check.measurement;
  const dropped = [
    ...(input.selfTiesDropped > 0 ? [`${many(input.selfTiesDropped, 'tie')} of members to themselves`] : []),
    ...(input.outsideTiesDropped > 0
      ? [`${many(input.outsideTiesDropped, 'tie')} to people who do not take part`]
      : []),
  ];
  return (
    `As of ${date(check.asOf)}: ${many(input.members, 'member')}, ${many(input.ties, 'tie')}, directed: a tie runs from the one who names to the one who is named, ` +
    'and influence and practice run the other way. ' +
    (dropped.length === 0 ? '' : `Left out: ${dropped.join(', ')}. `) +
    'The same facts, date and settings give the same report, byte for byte.'
  );
}

function hidden({ smallest }: Scene): string {
  return (
    `Groups of fewer than ${smallest} members are not shown, nor are counts of fewer than ${smallest} people; where a hidden count could be worked out from a total, the next smallest is hidden as well. ` +
    'People are shown by code; names are kept apart and do not enter the report by themselves. Nobody is ranked at the bottom.'
  );
}

function settings({ check, about }: Scene): Table {
  const { policy, measurement } = check;
  const rows: Cell[][] = [
    ['network', check.network],
    ['health check', check.check],
    ['as of', date(check.asOf)],
    ['input digest', check.inputDigest],
    ['measurement digest', measurement.input.digest],
    ['seed of all chance', String(policy.seed)],
    ['permutations', count(policy.permutations)],
    ['smallest response', percent(policy.smallestResponse)],
    ['smallest group', count(policy.smallestGroup)],
    ...Object.keys(about.versions)
      .sort()
      .map((name): Cell[] => [`version of ${name}`, about.versions[name]!]),
  ];
  return {
    id: 'settings',
    title: 'Settings',
    columns: [
      { label: 'setting', format: 'text' },
      { label: 'value', format: 'text' },
    ],
    rows,
    note: null,
  };
}

function definitions({ check }: Scene): Table {
  const measured = new Set(check.measurement.results.map(({ metric }) => metric));
  return {
    id: 'definitions',
    title: 'Definitions',
    columns: [
      { label: 'figure', format: 'text' },
      { label: 'definition', format: 'text' },
      { label: 'how to read it', format: 'text' },
      { label: 'reference', format: 'text' },
    ],
    rows: SHOWN.flatMap((id): Cell[][] => {
      const metric = METRICS.find((one) => one.id === id);
      if (metric === undefined || !measured.has(id)) return [];
      return [[metric.title, metric.definition, metric.reading, metric.reference]];
    }),
    note: null,
  };
}
