/** Whether everybody can take part: needs met, stipends, and which groups take part less than others. */
import { resultOf } from '../../../tables.ts';
import type { Cell, Table } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';
import { count, list, percent } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { metricFigure } from './figure.ts';

export const access: SectionOf = (scene) => {
  const withInterval =
    (of: string) =>
    (details: Record<string, unknown>): string => {
      const [low, high] = details.interval as [number, number];
      return `of ${details[of]}; 95 % interval ${percent(low)} to ${percent(high)}`;
    };
  const needs = metricFigure(scene, 'access-needs-met', {
    ...{ label: 'Access needs met', format: 'share', note: withInterval('settled') },
  });
  const stipends = metricFigure(scene, 'stipends-approved', {
    ...{ label: 'Stipends approved', format: 'share', note: withInterval('decided') },
  });
  const ratios = ratioTable(scene);
  return section('access', 'Can everybody take part?', {
    paragraphs: stipends.isKnown ? [sumsInWords(stipends.details)] : [],
    figures: [needs.figure, stipends.figure],
    tables: ratios === null ? [] : [ratios],
    notes: ['Who needs what is not shown anywhere: those who see to it know.'],
  });
};

function sumsInWords({ sums, decided }: Record<string, unknown>): string {
  const each = (sums as { currency: string; asked: number; approved: number }[]).map(
    ({ currency, asked, approved }) => `${currency} ${count(approved)} of ${currency} ${count(asked)}`,
  );
  return `Of the ${decided} stipends that were decided on, ${list(each)} was approved.`;
}

/** An interval that leaves out 1 is more than chance; one group against all others. */
function ratioTable({ check, groupBy, groups }: Scene): Table | null {
  const result = resultOf(check.measurement, 'participation-rate-ratios', 'group');
  if (groupBy === null || groups.nothingByGroup || result?.values === undefined) return null;
  const details = result.details.groups as Record<string, { rate: number; interval: [number, number] | null }>;
  // A group that is hidden anywhere in a report is hidden everywhere in it.
  const shown = Object.entries(result.values).filter(([name]) => groups.protection[name] === 'shown');
  const rows = shown.map(([name, value]): Cell[] => {
    const { interval = null } = details[name] ?? {};
    return [name, typeof value === 'number' ? value : null, interval?.[0] ?? null, interval?.[1] ?? null];
  });
  if (rows.every(([, ratio]) => ratio === null)) return null;
  return {
    id: 'participation-by-group',
    title: `Taking part, by ${groupBy}: how often for each time that the others do`,
    columns: [
      { label: groupBy, format: 'text' },
      { label: 'ratio', format: 'decimal' },
      { label: 'from', format: 'decimal' },
      { label: 'to', format: 'decimal' },
    ],
    rows,
    note: '1: as often as the others. From and to: 95 %; where 1 lies between them, chance may explain it.',
  };
}
