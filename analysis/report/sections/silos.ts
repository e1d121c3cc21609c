/** Whether contact crosses the lines between groups: who names whom, the E-I index, and its test against chance. */
import { type EiRow, eiGroups } from '../../charts/e-i-groups.ts';
import { mixingMatrix } from '../../charts/mixing-matrix.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { JOINT_GROUP } from '../../suppression.ts';
import { figureOf, resultOf } from '../../tables.ts';
import type { Cell, Chart, Figure, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, count, decimal, list, many, percent, plural, pValue, signed } from '../words.ts';
import { type SectionOf, section } from './section.ts';

export const silos: SectionOf = (scene) => {
  const { check, groupBy, groups, groupCount, smallest } = scene;
  const title = groupBy === null ? 'Silos' : `Silos by ${groupBy}`;
  if (groupBy === null) {
    return section('silos', title, { paragraphs: ['Members have no attribute by which silos could be looked for.'] });
  }
  const index = resultOf(check.measurement, 'e-i-index', 'network');
  if (index === undefined || typeof index.value !== 'number') {
    return section('silos', title, {
      paragraphs: [`Whether contact crosses ${plural(groupBy)} cannot be said: ${index?.reason ?? 'it is not known'}.`],
    });
  }
  if (groups.nothingByGroup) {
    return section('silos', title, {
      paragraphs: [inWordsOf(index, groupBy, groupCount) + leftOut(scene, index)],
      notes: [`Nothing is shown by ${groupBy}: too many ${plural(groupBy)} have fewer than ${smallest} members.`],
    });
  }
  return section('silos', title, {
    paragraphs: [inWordsOf(index, groupBy, groupCount) + leftOut(scene, index)],
    figures: furtherFigures(scene),
    charts: [indexChart(scene, index), ...mixingChart(scene)],
    tables: hiddenGroups(scene),
    notes: [
      'E-I index: ties between groups less ties within, over all ties; −1 is all within, +1 all between. A small group has few inside to turn to and a large one many, so compare with what chance gives.',
    ],
  });
};

function inWordsOf({ value, details }: MetricResult, groupBy: string, groups: number): string {
  const { internal, external, expected, min, max, p, permutations, rescaled } = details;
  const numbers = [internal, external, expected, min, max].filter((one) => typeof one === 'number');
  if (typeof value !== 'number' || numbers.length < 3) return '';
  const ties = `${count(Number(external))} of ${count(Number(internal) + Number(external))} ties run between ${plural(groupBy)}: E-I ${signed(value)}.`;
  const chance =
    typeof expected === 'number'
      ? ` Were ${plural(groupBy)} without meaning, ${signed(expected)} would be expected of groups of these sizes.`
      : '';
  const test =
    typeof p === 'number' && groups > 1
      ? ` Of ${count(Number(permutations))} random ways of handing out the ${plural(groupBy)}, ${p < 0.05 ? 'hardly any' : 'many'} came as far from it (${pValue(p)}).`
      : '';
  const range =
    typeof min === 'number' && typeof max === 'number'
      ? ` With so many ties the index could be anything from ${signed(min)} to ${signed(max)}${typeof rescaled === 'number' ? `; on that range it stands at ${signed(rescaled)}` : ''}.`
      : '';
  return ties + chance + test + range;
}

/** Why fewer ties are counted than the network has. */
function leftOut({ check }: Scene, { details }: MetricResult): string {
  const uncounted = check.measurement.input.ties - Number(details.internal) - Number(details.external);
  if (!(uncounted > 0)) return '';
  return ` Not counted: ${many(uncounted, 'tie')} of members who did not answer themselves.`;
}

/** Of the ties that start in a group: what the network's own index is made of, and what the mixing matrix shows row by row. */
type GroupDetails = Record<string, { ends: { value: number | null } } | undefined>;

function indexChart(scene: Scene, network: MetricResult): Chart {
  const { groups, groupBy, groupCount, check } = scene;
  const byGroup = resultOf(check.measurement, 'e-i-index', 'group')?.details.groups ?? {};
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const own = groups.names
    .filter((name) => name !== JOINT_GROUP)
    .map(
      (name): EiRow => ({
        subject: name,
        value: number((byGroup as GroupDetails)[name]?.ends.value),
        least: null,
        most: null,
        expected: null,
        isNetwork: false,
      }),
    );
  const rows: EiRow[] = [
    {
      subject: 'Whole network',
      value: number(network.value),
      least: number(network.details.min),
      most: number(network.details.max),
      expected: number(network.details.expected),
      isNetwork: true,
    },
    ...own,
  ];
  const inward = own.filter((row) => row.value !== null && row.value < 0).map((row) => row.subject);
  const title =
    inward.length === 0
      ? `In no ${groupBy} do ties stay within for the most part`
      : inward.length === own.length && own.length === groupCount
        ? `In every ${groupBy}, most ties stay within`
        : `In ${list(inward)} most ties stay within`;
  const description = `E-I index of the network, and of the ties that start in each ${groupBy}. The grey band is what so many ties could give, the upright stroke what chance would give.`;
  return {
    id: 'e-i-groups',
    title,
    description,
    spec: eiGroups(rows, title, description),
    table: {
      id: 'e-i-groups-table',
      title: `E-I index by ${groupBy}`,
      columns: [
        { label: groupBy ?? '', format: 'text' },
        { label: 'E-I index', format: 'signed' },
        { label: 'by chance', format: 'signed' },
        { label: 'lowest possible', format: 'signed' },
        { label: 'highest possible', format: 'signed' },
      ],
      rows: rows.map((row) => [row.subject, row.value, row.expected, row.least, row.most]),
      note: null,
    },
  };
}

interface Mixing {
  names: string[];
  counts: number[][];
}

/** The measured matrix with the groups that may not be shown joined into one row and one column. */
function mixingOf(scene: Scene): Mixing | null {
  const result = resultOf(scene.check.measurement, 'mixing-matrix', 'network');
  if (result === undefined || !Array.isArray(result.value) || !Array.isArray(result.details.groups)) return null;
  const measured = result.details.groups as string[];
  const { names, protection } = scene.groups;
  const place = measured.map((group) => names.indexOf(protection[group] === 'shown' ? group : JOINT_GROUP));
  const counts = names.map(() => names.map(() => 0));
  for (const [a, row] of (result.value as number[][]).entries()) {
    for (const [b, ties] of row.entries()) counts[place[a]!]![place[b]!]! += ties;
  }
  return { names, counts };
}

function mixingChart(scene: Scene): Chart[] {
  const mixing = mixingOf(scene);
  if (mixing === null) return [];
  const { names, counts } = mixing;
  const sums = counts.map((row) => row.reduce((sum, ties) => sum + ties, 0));
  const share = (a: number, b: number): number | null => (sums[a] === 0 ? null : counts[a]![b]! / sums[a]!);
  const cells = names.flatMap((from, a) => names.map((to, b) => ({ from, to, share: share(a, b) })));
  const own = names.map((name, at) => ({ name, share: share(at, at) })).filter((one) => one.share !== null);
  const most = own.reduce<(typeof own)[number] | null>(
    (best, one) => (best === null || one.share! > best.share! ? one : best),
    null,
  );
  const title =
    most === null
      ? 'Nobody has named anybody'
      : most.name === JOINT_GROUP
        ? `${percent(most.share!)} of the ties of all others together stay among them`
        : `${capital(most.name)} turns to itself most: ${percent(most.share!)} of its ties stay there`;
  const description = `Each row is a ${scene.groupBy} and adds up to 100 per cent: the share of its ties that name members of each column.`;
  const table: Table = {
    id: 'mixing-matrix-table',
    title: 'Ties from row to column',
    columns: [
      { label: 'from', format: 'text' },
      ...names.map((label) => ({ label, format: 'count' as const })),
      { label: 'all', format: 'count' },
    ],
    rows: names.map((name, at): Cell[] => [name, ...counts[at]!, sums[at]!]),
    note: null,
  };
  return [{ id: 'mixing-matrix', title, description, spec: mixingMatrix(cells, names, title, description), table }];
}

function furtherFigures({ check }: Scene): Figure[] {
  const figures: Figure[] = [
    {
      label: 'Assortativity',
      value: figureOf(check.measurement, 'assortativity'),
      format: 'signed',
      note: '+1: like names like; 0: chance',
    },
    {
      label: 'Modularity of the groups',
      value: figureOf(check.measurement, 'modularity'),
      format: 'signed',
      note: '0: chance; above 0.3: clear parts',
    },
    {
      label: 'Returned ties',
      value: figureOf(check.measurement, 'reciprocity'),
      format: 'share',
      note: `density ${decimal(figureOf(check.measurement, 'density') ?? 0, 3)}`,
    },
  ];
  return figures.filter(({ value }) => value !== null);
}

/** Which groups are not shown by themselves. */
function hiddenGroups({ groups, groupBy, smallest }: Scene): Table[] {
  const hidden = Object.entries(groups.protection).filter(([, kind]) => kind !== 'shown');
  if (hidden.length === 0) return [];
  return [
    {
      id: 'hidden-groups',
      title: 'Groups that are not shown by themselves',
      columns: [
        { label: groupBy ?? '', format: 'text' },
        { label: 'members', format: 'count' },
      ],
      rows: hidden.map(([name, kind]): Cell[] => [name, { suppressed: kind === 'fewer' ? 'fewer' : 'withheld' }]),
      note: `They are counted and drawn as “${JOINT_GROUP}”. “Not shown” hides a group so that another with fewer than ${smallest} members cannot be worked out.`,
    },
  ];
}
