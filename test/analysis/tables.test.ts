import { describe, expect, it } from 'vitest';
import { measure } from '../../analysis/measure.ts';
import { figureOf, practicesOf, resultOf, tidy, tidyRows } from '../../analysis/tables.ts';
import { exampleRecords } from './report/render/fixture.ts';

const measurement = measure(exampleRecords(['1']), { groupBy: 'region', permutations: 99 });
const of = { network: 'shorter-waits', asOf: '2026-02-28' };

describe('every figure of a measurement is one row of one table', () => {
  it('has a row for each member, group and network figure, with its reason where it is unknown', () => {
    const rows = tidyRows(measurement, of);
    const density = rows.find((row) => row.metric === 'density');
    expect(density).toMatchObject({ ...of, scope: 'network', subject: '', value: figureOf(measurement, 'density') });
    expect(rows.filter((row) => row.metric === 'betweenness')).toHaveLength(32);
    expect(rows.filter((row) => row.metric === 'e-i-index' && row.scope === 'group').map((row) => row.subject)).toEqual(
      ['Isles', 'North', 'South'],
    );
    for (const row of rows) if (row.value === null) expect(row.reason, `${row.metric} ${row.subject}`).toBeTruthy();
  });

  it('leaves lists and objects out, and writes yes and no as 1 and 0', () => {
    const rows = tidyRows(measurement, of);
    expect(rows.some((row) => row.metric === 'mixing-matrix')).toBe(false);
    const cutPoints = rows.filter((row) => row.metric === 'cut-point').map((row) => row.value);
    expect(cutPoints.every((value) => value === 0 || value === 1)).toBe(true);
  });

  it('is an arquero table with its columns even when it has no rows', () => {
    expect(tidy({ ...measurement, results: [] }, of).columnNames()).toContain('practice');
    expect(tidy(measurement, of).numRows()).toBe(tidyRows(measurement, of).length);
  });

  it('finds results by metric, scope and practice', () => {
    expect(practicesOf(measurement)).toEqual(['shared-intake']);
    expect(resultOf(measurement, 'exposure', 'member', 'shared-intake')?.values).toBeDefined();
    expect(resultOf(measurement, 'exposure', 'member', 'another')).toBeUndefined();
    expect(figureOf(measurement, 'mixing-matrix')).toBeNull();
  });
});
