/**
 * Every trusted record of every layer of every data set, against ours: the same comparison as `weft metrics
 * --conformance`, read by the same reader as `weft measure`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { conform, conformance, groupingsOf, type Outcome, readOracle } from '../../analysis/conformance/index.ts';
import { METRICS } from '../../analysis/index.ts';
import { readSource } from '../../data/exchange/read-source.ts';
import {
  DATASETS,
  type Dataset,
  datasetsFolder,
  datasetsPresent,
  needsDatasets,
  readJson,
} from '../support/datasets.ts';

/** Of each data set; read once for all that is asked of it here. */
const compared = new Map<Dataset, Promise<Outcome[]>>();

function outcomesOf(dataset: Dataset): Promise<Outcome[]> {
  const outcomes = compared.get(dataset) ?? compareAll(dataset);
  compared.set(dataset, outcomes);
  return outcomes;
}

async function compareAll(dataset: Dataset): Promise<Outcome[]> {
  const oracle = readOracle(readJson(dataset, 'oracle.json'));
  const folder = fileURLToPath(new URL(dataset, datasetsFolder));
  const { records } = await readSource(folder, { attributes: groupingsOf(oracle) });
  return conform({ name: dataset, records, oracle });
}

describe.skipIf(!datasetsPresent)(needsDatasets('our figures are those of the tools that people trust'), () => {
  for (const dataset of datasetsPresent ? DATASETS : []) {
    it(dataset, async () => {
      const outcomes = await outcomesOf(dataset);
      const wrong = outcomes.filter(({ verdict }) => ['differs', 'refused', 'unknown'].includes(verdict));
      expect(wrong.map(words)).toEqual([]);
      for (const layer of new Set(outcomes.map((one) => one.layer))) {
        if (layer.includes(', ')) continue;
        const agreeing = outcomes.filter((one) => one.layer === layer && one.verdict === 'agrees');
        expect(agreeing.length, layer).toBeGreaterThan(40);
      }
    }, 120_000);
  }

  it('has no gap: every metric has an oracle, or a proof in a test that is there and speaks of it', async () => {
    const outcomes = (await Promise.all(DATASETS.map(outcomesOf))).flat();
    const { rows, gaps, ok } = conformance(outcomes, ({ file }, metric) =>
      readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes(`'${metric}'`),
    );
    expect(gaps).toEqual([]);
    expect(rows.map(({ metric }) => metric)).toEqual(METRICS.map(({ id }) => id));
    expect(ok).toBe(true);
  }, 120_000);
});

function words({ layer, record, tool, words: said }: Outcome): string {
  return `${layer}: ${record.metric} | ${record.variant} | ${tool}: ${said.slice(0, 3).join('; ')}`;
}
