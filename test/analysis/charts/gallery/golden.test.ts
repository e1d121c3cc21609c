import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../analysis/charts/chart.ts';
import { GALLERY } from '../../../../analysis/charts/gallery/index.ts';
import { renderSvg } from '../../../../analysis/charts/render.ts';
import { canonical } from '../../../../analysis/metrics/digest.ts';
import { CASES, chartIdOf, drawCase } from './cases.ts';
import { threeRegionsRecords } from './records.ts';

const GOLDEN = fileURLToPath(new URL('../../../golden/charts/', import.meta.url));
const records = threeRegionsRecords();

describe('every chart of the gallery looks as it was agreed (UPDATE_GOLDEN=1 writes it anew)', () => {
  it('has a golden picture of each', () => {
    expect([...new Set(Object.keys(CASES).map(chartIdOf))].sort()).toEqual(GALLERY.map(({ id }) => id).sort());
  });

  it.each(Object.keys(CASES))('%s', async (name) => {
    const chart = drawCase(records, name);
    const files = { 'vl.json': specOf(chart), svg: await pictureOf(chart) };
    for (const [extension, written] of Object.entries(files)) {
      const path = `${GOLDEN}${name}.${extension}`;
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(path, written);
      }
      expect(existsSync(path), `${name}.${extension} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
      expect(written).toBe(readFileSync(path, 'utf8'));
    }
  });
});

/** Keys in order, numbers to six digits: the last bits of a logarithm are not the same on every machine. */
function specOf({ spec, rows, notes }: Chart): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  const ordered = JSON.parse(canonical(JSON.parse(JSON.stringify({ notes, rows, spec }, rounded))));
  return `${JSON.stringify(ordered, null, 1)}\n`;
}

async function pictureOf({ id, title, description, spec }: Chart): Promise<string> {
  const svg = await renderSvg(spec, { id, title, description, drawTitle: true });
  const rounded = (number: string): string => String(Number(Number(number).toFixed(1)));
  // Places only: what is written stays as it reads.
  return `${svg.replace(/<[^>]*>/g, (tag) => tag.replace(/-?\d+\.\d{2,}/g, rounded))}\n`;
}
