import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS } from '../../notebooks/environment/folders.ts';
import { ensureEnvironment } from '../../notebooks/environment/install.ts';
import { CHROMIUM, noBrowser, SOFTWARE_WEBGL } from './support/browser.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from './support/has-python.ts';
import { kernelIs, type Lab, openNotebook, runAll, SLOW_MS, startLab, typeInto } from './support/lab.ts';
import { LARGEST_SHARE, shareOfDifference } from './support/same-picture.ts';

const GOLDEN = new URL('../golden/notebooks/', import.meta.url);
const SILOS = '02-where-are-the-silos.ipynb';
/** Pictures of the silos notebook, by their place among its charts. */
const PICTURES = { 'mixing-matrix': 0, 'cross-tier-flow': 2, 'network-map': 4 } as const;
const TEST_MS = 240_000;

const PROBE = [
  'import { open } from "weft";\nconst network = await open("data/examples/three-regions");',
  'await network.map({ wave: "1", colour: "region", webgl: true })',
  '',
];

describe.skipIf(CHROMIUM === null || !hasPython)(
  noBrowser('Story: an evaluator works in JupyterLab, in a real browser'),
  () => {
    let folder: string;
    let lab: Lab;
    let browser: Browser;

    beforeAll(async () => {
      await ensureEnvironment(() => undefined);
      folder = await mkdtemp(join(FOLDERS.home, 'lab-'));
      await cp(join('notebooks', SILOS), join(folder, SILOS));
      await writeFile(join(folder, 'probe.ipynb'), notebookOf(PROBE));
      lab = await startLab(folder);
      browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', ...SOFTWARE_WEBGL] });
    }, INSTALL_TIMEOUT_MILLISECONDS);

    afterAll(async () => {
      await browser?.close();
      await lab?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function onPage(notebook: string, work: (page: Page) => Promise<void>): Promise<void> {
      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      try {
        await openNotebook(page, lab, notebook);
        await work(page);
      } finally {
        await page.close();
      }
    }

    it(
      'runs all cells: no error, charts that answer the pointer, and the pictures that they should be',
      async () => {
        await onPage(SILOS, async (page) => {
          await runAll(page);
          expect(await page.locator('.jp-OutputArea-output[data-mime-type*="error"]').allTextContents()).toEqual([]);
          expect(await page.locator('.jp-OutputArea-output[data-mime-type*="stderr"]').allTextContents()).toEqual([]);
          const charts = page.locator('.jp-OutputArea-output .vega-embed');
          expect(await charts.count()).toBeGreaterThanOrEqual(5);

          for (const [id, place] of Object.entries(PICTURES)) {
            await expectGolden(id, await charts.nth(place).locator('canvas').screenshot());
          }

          const matrix = charts.nth(PICTURES['mixing-matrix']).locator('canvas');
          const { width, height } = (await matrix.boundingBox())!;
          await matrix.hover({ position: { x: width * 0.5, y: height * 0.6 } });
          await page.locator('#vg-tooltip-element.visible').waitFor({ timeout: SLOW_MS });
          expect(await page.locator('#vg-tooltip-element').innerText()).toMatch(/North/);
        });
      },
      TEST_MS,
    );

    it(
      'looks around in a WebGL map, completes words, reads what a method does, and stops a cell that never ends',
      async () => {
        await onPage('probe.ipynb', async (page) => {
          await runAll(page);
          const frame = page.locator('.jp-OutputArea-output iframe').contentFrame();
          await frame
            .locator('body.drawn #said:not(:empty), .drawn #said:not(:empty)')
            .first()
            .waitFor({ timeout: SLOW_MS });
          expect(await frame.locator('#map canvas').count()).toBeGreaterThan(0);

          const last = page.locator('.jp-Notebook .jp-CodeCell').last();
          await typeInto(page, last, 'network.me');
          await page.keyboard.press('Tab');
          const offered = page.locator('.jp-Completer .jp-Completer-item');
          await offered.first().waitFor({ timeout: SLOW_MS });
          expect((await offered.allInnerTexts()).map((text) => text.trim())).toEqual(
            expect.arrayContaining(['measure', 'members']),
          );
          await page.keyboard.press('Escape');

          await typeInto(page, last, 'network.measure');
          await page.keyboard.press('Shift+Tab');
          const tooltip = page.locator('.jp-Tooltip');
          await tooltip.waitFor({ timeout: SLOW_MS });
          expect(await tooltip.innerText()).toMatch(/Measures in a thread/);
          await page.keyboard.press('Escape');

          for (const endless of [
            'for (;;) {}',
            'await network.measure({ permutations: 100_000_000, groupBy: "region" });',
          ]) {
            const cells = page.locator('.jp-Notebook .jp-CodeCell');
            // By its place: running it puts another below.
            const cell = cells.nth((await cells.count()) - 1);
            await typeInto(page, cell, endless);
            await page.keyboard.press('Shift+Enter');
            await kernelIs(page, 'busy');
            await page.locator('[data-command="notebook:interrupt-kernel"]').first().click();
            await kernelIs(page, 'idle');
            expect(await cell.locator('.jp-OutputArea-output').first().innerText()).toMatch(/interrupted|stopped/i);
          }
        });
      },
      TEST_MS,
    );
  },
);

/** UPDATE_GOLDEN=1 writes what is there; look at it before it is committed. */
async function expectGolden(id: string, picture: Buffer): Promise<void> {
  const file = new URL(`${id}.png`, GOLDEN);
  if (process.env.UPDATE_GOLDEN === '1') {
    await mkdir(GOLDEN, { recursive: true });
    await writeFile(file, picture);
  }
  expect(existsSync(file), `no golden picture ${id}.png; UPDATE_GOLDEN=1 writes it`).toBe(true);
  const share = shareOfDifference(await readFile(file), picture);
  expect(
    share,
    `${id}: ${Math.round(share * 1000) / 10} % of what is drawn differs from the golden picture`,
  ).toBeLessThan(LARGEST_SHARE);
}

function notebookOf(sources: readonly string[]): string {
  const cells = sources.map((source, at) => {
    return { cell_type: 'code', execution_count: null, id: `c${at}`, metadata: {}, outputs: [], source };
  });
  const metadata = { kernelspec: { display_name: 'TypeScript (Weft)', language: 'typescript', name: 'weft' } };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
}
