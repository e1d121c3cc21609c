/** Who answered, and how far missing answers could move what the report says. */
import { protectCounts } from '../../suppression.ts';
import { resultOf } from '../../tables.ts';
import type { Cell, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { many, percent } from '../words.ts';
import { written } from '../written.ts';
import { formatOf, mainKeys, metricOf, quantityOf, titleOf } from './figure-words.ts';
import { type SectionOf, section } from './section.ts';

export const response: SectionOf = (scene) => {
  const bands = bandTable(scene);
  return section('response', 'Who answered, and how sure we are', {
    paragraphs: [answered(scene), ...sure(scene)],
    tables: [...(bands.rows.length > 0 ? [bands] : []), ...byGroup(scene)],
  });
};

function answered({ check }: Scene): string {
  const { asked, response: rate, policy, wave } = check;
  if (wave === null) return 'No survey has been answered yet; ties come from what was recorded as the network worked.';
  if (rate === null) {
    return `Survey wave ${wave} came without a record of whom it asked. Every member's answers count as known, and how many are missing cannot be said.`;
  }
  const enough = rate >= policy.smallestResponse ? 'which is enough' : 'which is too few';
  return `In survey wave ${wave}, ${check.answered} of ${many(asked, 'member')} who were asked have answered: ${percent(rate)}, ${enough} for the ${percent(policy.smallestResponse)} that the charter asks for. Whoever did not answer has unknown ties, not none: what they might have said is left out of every figure.`;
}

function sure(scene: Scene): string[] {
  const { check, smallest } = scene;
  return mainKeys(check.figures)
    .filter((key) => metricOf(key) === 'e-i-index')
    .flatMap((key) => {
      const result = resultOf(check.measurement, metricOf(key), 'network');
      if (result === undefined || result.low === null || result.high === null) return [];
      const format = formatOf(key);
      const [low, high] = [written(result.low, format, smallest), written(result.high, format, smallest)];
      return [`Had everybody answered, ${titleOf(key)} would most likely lie between ${low} and ${high}.`];
    });
}

function bandTable({ check }: Scene): Table {
  const rows = mainKeys(check.figures).flatMap((key): Cell[][] => {
    const result = resultOf(check.measurement, metricOf(key), 'network');
    const value = check.figures[key];
    if (result === undefined || value === undefined || (result.low === null && value !== null)) return [];
    const numbers = [value, result.low, result.high].map((number) => quantityOf(key, number));
    return [[titleOf(key), ...numbers, result.reason ?? '']];
  });
  const hasReasons = rows.some((row) => row.at(-1) !== '');
  return {
    id: 'bands',
    title: 'Figures, with the range in which missing answers leave them',
    columns: [
      { label: 'figure', format: 'text' },
      { label: 'measured', format: 'decimal' },
      { label: 'from', format: 'decimal' },
      { label: 'to', format: 'decimal' },
      ...(hasReasons ? [{ label: 'why not', format: 'text' as const }] : []),
    ],
    rows: hasReasons ? rows : rows.map((row) => row.slice(0, -1)),
    note: 'From and to: the middle 95 % of what comes out when missing answers are drawn from those given, and when as many again are left out.',
  };
}

function byGroup(scene: Scene): Table[] {
  const { groups, groupBy, picture, smallest } = scene;
  if (groupBy === null || groups.nothingByGroup || picture.records.responses.length === 0) return [];
  const active = new Set(scene.members);
  const responses = picture.records.responses.filter(({ member }) => active.has(member));
  const count = (name: string, test: (status: string) => boolean): number =>
    responses.filter(({ member, status }) => scene.groupOf(member) === name && test(status)).length;
  const asked = groups.names.map((name) => count(name, () => true));
  const protection = protectCounts(asked, { smallest, atLeast: 0 });
  const rows = groups.names.map((name, at): Cell[] => {
    if (protection[at] !== 'shown') return [name, { suppressed: protection[at]! }, { suppressed: protection[at]! }];
    return [name, asked[at]!, count(name, (status) => status === 'answered') / asked[at]!];
  });
  return [
    {
      id: 'response-by-group',
      title: `Answers by ${groupBy}`,
      columns: [
        { label: groupBy, format: 'text' },
        { label: 'asked', format: 'count' },
        { label: 'answered', format: 'share' },
      ],
      rows,
      note: null,
    },
  ];
}
