/**
 * Contact across places and across concerns: the E-I index by each grouping that the charter names, each against chance,
 * the p-values corrected together because there are several. Null where only one grouping is looked at.
 */
import { benjaminiHochberg } from '../../inference/benjamini-hochberg.ts';
import { resultOf } from '../../tables.ts';
import type { Cell, Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { list, pValue, signed } from '../words.ts';
import { section } from './section.ts';

export function tiesAcross({ check }: Scene): Section | null {
  const wanted = new Set([check.policy.groupBy, ...(check.policy.alsoGroupBy ?? [])]);
  const found = [check.measurement, ...check.byAttribute].flatMap((measurement) => {
    const { groupBy } = measurement.options;
    if (groupBy === null || !wanted.has(groupBy)) return [];
    const result = resultOf(measurement, 'e-i-index', 'network');
    const skipped = measurement.skipped.find(({ metric }) => metric === 'e-i-index')?.reason;
    const value = typeof result?.value === 'number' ? result.value : null;
    const { p, expected } = result?.details ?? {};
    return [
      {
        ...{ groupBy, value, reason: result?.reason ?? skipped ?? null },
        p: typeof p === 'number' ? p : null,
        expected: typeof expected === 'number' ? expected : null,
      },
    ];
  });
  if (found.length < 2) return null;
  const tested = found.filter(({ p }) => p !== null);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p as number));
  const rows = found.map((one) => ({ ...one, adjusted: one.p === null ? null : adjusted[tested.indexOf(one)]! }));
  const known = rows.filter(({ value }) => value !== null);
  const closed = known.filter(
    ({ value, expected, adjusted: p }) => p !== null && p <= 0.05 && expected !== null && value! < expected,
  );
  return section('ties-across', 'Contact across places and concerns', {
    paragraphs: [
      ...known.map(
        ({ groupBy, value, adjusted: p }) =>
          `E-I by ${groupBy}: ${signed(value!)}${p === null ? '' : ` (${pValue(p)}, corrected for ${tested.length} tests)`}.`,
      ),
      ...(known.length < 2
        ? []
        : [
            closed.length === 0
              ? 'By none of them is there less contact across than chance would give.'
              : `There is less contact across than chance would give by ${list(closed.map(({ groupBy }) => groupBy))}.`,
          ]),
    ],
    tables: [
      {
        id: 'ties-across',
        title: 'E-I index by each grouping, against chance',
        columns: [
          { label: 'by', format: 'text' },
          { label: 'E-I index', format: 'signed' },
          { label: 'by chance', format: 'signed' },
          { label: 'test', format: 'p' },
          { label: 'corrected', format: 'p' },
          { label: 'why not', format: 'text' },
        ],
        rows: rows.map(({ groupBy, value, expected, p, adjusted: q, reason }): Cell[] => [
          ...[groupBy, value, expected, p, q, value === null ? reason : null],
        ]),
        note: 'Corrected: Benjamini and Hochberg 1995, for the number of groupings.',
      },
    ],
  });
}
