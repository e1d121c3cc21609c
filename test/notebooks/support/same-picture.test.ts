import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../../analysis/charts/chart.ts';
import { drawChart } from '../../../analysis/charts/gallery/draw.ts';
import { mapOfScene, sceneOf } from '../../../analysis/charts/map/index.ts';
import { renderSvg } from '../../../analysis/charts/render.ts';
import { readSource } from '../../../data/exchange/index.ts';
import { CHROMIUM, noBrowser } from './browser.ts';
import { LARGEST_SHARE, shareOfDifference } from './same-picture.ts';

const { records } = await readSource('data/examples/three-regions');
const now = { wave: '2', groupBy: 'region' };

describe.skipIf(CHROMIUM === null)(
  noBrowser('Law: a golden picture is met by the right picture and by no wrong one'),
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());

    async function pictureOf({ spec, id, title, description }: Chart, font: string, change = (svg: string) => svg) {
      const svg = await renderSvg(spec, { id, title, description, drawTitle: true });
      const page = await browser.newPage();
      await page.setContent(
        `<style>body { margin: 0 } svg, svg * { font-family: ${font} !important }</style>${change(svg)}`,
      );
      const picture = await page.locator('svg').first().screenshot();
      await page.close();
      return picture;
    }

    const CHARTS = ['mixing-matrix', 'cross-tier-flow', 'network-map'] as const;
    const chartOf = (id: (typeof CHARTS)[number], options: typeof now): Chart =>
      id === 'network-map'
        ? mapOfScene(sceneOf(records, { wave: options.wave, colour: options.groupBy }))
        : drawChart(records, id, options);

    for (const id of CHARTS) {
      it(`${id}: the same in another font passes; other data, other colours and no marks fail`, async () => {
        const golden = await pictureOf(chartOf(id, now), 'sans-serif');
        const difference = async (other: Promise<Buffer>) => shareOfDifference(golden, await other);
        expect(await difference(pictureOf(chartOf(id, now), 'sans-serif'))).toBe(0);
        for (const font of ['serif', "'DejaVu Sans'", "'Liberation Sans'"]) {
          expect(await difference(pictureOf(chartOf(id, now), font)), font).toBeLessThan(LARGEST_SHARE);
        }
        const wrong = {
          'other groups': pictureOf(chartOf(id, { ...now, groupBy: 'role' }), 'sans-serif'),
          'other colours': pictureOf(chartOf(id, now), 'sans-serif', (svg) =>
            svg.replaceAll(/#[0-9a-f]{6}/gi, '#e8c000'),
          ),
          'no marks': pictureOf(chartOf(id, now), 'sans-serif', (svg) => svg.replaceAll(/<path[^>]*>/g, '')),
        };
        for (const [what, picture] of Object.entries(wrong)) {
          expect(await difference(picture), what).toBeGreaterThan(LARGEST_SHARE);
        }
      });
    }
  },
);
