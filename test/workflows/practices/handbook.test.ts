import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../analysis/index.ts';
import { KIND_NAMES, type PracticeName } from '../../../data/records/index.ts';
import { ACTION_NAMES, BY_QUESTIONNAIRE, HANDBOOK } from '../../../workflows/contract/index.ts';
import { MODULES } from '../../../workflows/definitions/practices/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('Law: a row of the handbook counts only where all that it names exists', () => {
  it.each(HANDBOOK.map((row) => [row.row, row.name, row] as const))('row %i, %s', (_number, name, row) => {
    expect(existsSync(join(root, row.module))).toBe(true);
    expect(existsSync(join(root, row.story))).toBe(true);
    expect(ACTION_NAMES).toEqual(expect.arrayContaining(row.messages));
    expect(KIND_NAMES).toEqual(expect.arrayContaining([...row.records]));
    expect(METRICS.map(({ id }) => id)).toEqual(expect.arrayContaining([...row.metrics]));
    if (row.kind === 'lifecycle') return;
    const { keeper, item } = MODULES[name as PracticeName];
    const byPort = row.messages.filter((message) => message === BY_QUESTIONNAIRE);
    expect([...keeper.actions, ...(item?.actions ?? []), ...byPort].sort()).toEqual([...row.messages].sort());
  });

  it('no row is there twice', () => {
    const rows = HANDBOOK.map(({ row }) => row);
    expect([...new Set(rows)]).toEqual(rows);
  });
});
