import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checked, checkNotebooks } from '../../../notebooks/check/check-notebooks.ts';
import { ensureEnvironment } from '../../../notebooks/environment/install.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from '../support/has-python.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

async function check(...names: string[]): Promise<Checked[]> {
  const files = names.map((name) => fixture(`${name}.ipynb`));
  return checkNotebooks(files, { cellTimeoutSeconds: 60, say: () => undefined, onChecked: () => undefined });
}
const wordsOf = ({ faults }: Checked): string[] => faults.map(({ cell, words }) => `[${cell}] ${words}`);

describe.skipIf(!hasPython)(
  `Story: notebooks are checked without a browser, by Jupyter${hasPython ? '' : ' (skipped: no Python with venv, no uv)'}`,
  () => {
    beforeAll(async () => {
      await ensureEnvironment(console.log);
    }, INSTALL_TIMEOUT_MILLISECONDS);

    it('Law: one that is right passes, is not changed, and leaves nothing beside it', async () => {
      const before = await readFile(fixture('passes.ipynb'), 'utf8');
      const [passes] = await check('passes');
      expect(passes).toMatchObject({ cells: 5, faults: [] });
      expect(await readFile(fixture('passes.ipynb'), 'utf8')).toBe(before);
      expect(existsSync(fixture('left-behind.txt'))).toBe(false);
    }, 120_000);

    it('a throw is found, with its cell and line', async () => {
      const [throws] = await check('throws');
      expect(throws?.faults[0]).toEqual({
        cell: 2,
        begins: 'const rows = [fine];',
        words: 'no such wave: choose baseline\n  line 2: throw new Error("no such wave: choose baseline");',
      });
    }, 120_000);

    it('Law: what Jupyter lets pass is found: late errors, rejections, complaints, empty outputs, warnings of Vega-Lite', async () => {
      const checked = await check(
        'late-error',
        'unhandled-rejection',
        'standard-error',
        'empty-output',
        'vega-warning',
      );
      expect(checked.map(wordsOf)).toEqual([
        [expect.stringMatching(/^\[1\] failed after its end: came too late/)],
        [expect.stringMatching(/^\[1\] nobody listens/)],
        ['[1] writes to standard error: a complaint'],
        [expect.stringMatching(/^\[1\] shows nothing/), '[2] is the last and shows nothing'],
        [expect.stringMatching(/^\[1\] chart .*shape dropped/)],
      ]);
    }, 300_000);
  },
);
