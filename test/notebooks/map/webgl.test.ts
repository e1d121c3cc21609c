import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { mapNetwork, type NetworkMapOptions } from '../../../notebooks/lib/map/network-map.ts';
import { type MediaBundle, SHOW, showsItself } from '../../../notebooks/lib/show/shows-itself.ts';
import { threeRegionsRecords } from '../../analysis/charts/gallery/records.ts';
import { member, noRecords, tie } from '../../support/networks.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (CHROMIUM === undefined)
  console.warn('webgl.test.ts: no browser at /usr/bin/chromium (apt-get install chromium); skipped');

const records = threeRegionsRecords();
/** Without a graphics card, and without the watchdog that takes a busy machine for a card that hangs. */
const SOFTWARE_WEBGL = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-watchdog',
  '--disable-domain-blocking-for-3d-apis',
];
/** WebGL without a graphics card, on a machine that is busy with other tests. */
const SLOW_MS = 90_000;
const TEST_MS = 300_000;
/** The theme's colours of the first three groups: red, green, blue. */
const GROUP_COLOURS = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 128, 91],
];

async function bundleOf(given: NetworkRecords, options: NetworkMapOptions): Promise<MediaBundle> {
  const map: unknown = await mapNetwork(given, { webgl: true, ...options });
  if (!showsItself(map)) throw new Error('a WebGL map shows itself');
  return map[SHOW]();
}

describe.skipIf(CHROMIUM === undefined)('a map of thousands works in a real browser, and harms nobody', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', ...SOFTWARE_WEBGL],
    });
    folder = await mkdtemp(join(tmpdir(), 'weft-map-'));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(bundle: MediaBundle, by = browser) {
    const path = join(folder, 'map.html');
    await writeFile(path, `<!doctype html><meta charset="utf-8"><body>${bundle['text/html']}</body>`);
    const page = await by.newPage({ viewport: { width: 900, height: 760 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      // What a graphics driver thinks of its own speed is not of the page.
      if (['error', 'warning'].includes(message.type()) && !message.text().includes('GL Driver Message'))
        problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) problems.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    const frame = page.frames()[1]!;
    await frame.waitForSelector('#said:not(:empty)', { timeout: SLOW_MS });
    // Not a failure by itself, but what follows would only say that something is not visible.
    if (by === browser) expect(await frame.textContent('#said')).not.toContain('still picture');
    return { page, frame, problems };
  }

  it(
    'draws every group in its colour, asks no network, and says nothing to the console',
    async () => {
      const { page, frame, problems } = await open(await bundleOf(records, { colour: 'region', over: 'waves' }));
      await frame.waitForSelector('.drawn #map canvas', { timeout: SLOW_MS });
      await settled(page);
      const pixels = await pixelsOf(page, GROUP_COLOURS);
      for (const count of pixels) expect(count).toBeGreaterThan(150);
      expect(await frame.locator('#still').isVisible()).toBe(false);
      expect(await frame.textContent('h1')).toContain('join two regions');
      expect(problems).toEqual([]);
      await page.close();
    },
    TEST_MS,
  );

  it(
    'is worked by search, legend, slider and keys alone',
    async () => {
      const { page, frame, problems } = await open(
        await bundleOf(records, { colour: 'region', over: 'waves', labels: 'ids' }),
      );
      await frame.fill('#search', 'p12');
      await frame.press('#search', 'Enter');
      expect(await frame.textContent('#said')).toMatch(/^p12: region North · tied to \d+/);
      await settled(page);
      // The others are faded: of the regions in which p12 knows few, hardly a dot is left.
      const [, north, south] = await pixelsOf(page, GROUP_COLOURS);
      expect(north).toBeGreaterThan(south!);
      await frame.fill('#search', 'nobody');
      await frame.press('#search', 'Enter');
      expect(await frame.textContent('#said')).toBe('Nobody here is called “nobody”.');
      await frame.focus('#map');
      await page.keyboard.press('Escape');
      expect(await frame.textContent('#said')).toContain('244 tied pairs');
      await frame.focus('#picture');
      await page.keyboard.press('ArrowLeft');
      expect(await frame.textContent('#picture-name')).toBe('wave 1');
      expect(await frame.textContent('#said')).toContain('237 tied pairs');
      await frame.focus('#legend button:nth-of-type(1)');
      await page.keyboard.press('Enter');
      expect(await frame.getAttribute('#legend button:nth-of-type(1)', 'aria-pressed')).toBe('true');
      await frame.focus('#map');
      await page.keyboard.press('0');
      await settled(page);
      const [east, others] = await pixelsOf(page, GROUP_COLOURS);
      expect(east).toBeGreaterThan(150);
      expect(others).toBeLessThan(20);
      const before = await page.screenshot();
      await frame.focus('#map');
      for (const key of ['+', '+', 'ArrowRight']) {
        await page.keyboard.press(key);
        await settled(page);
      }
      expect((await page.screenshot()).equals(before)).toBe(false);
      expect(problems).toEqual([]);
      await page.close();
    },
    TEST_MS,
  );

  it(
    'shows who is pointed at, by a number where the map has no labels',
    async () => {
      const { page, frame } = await open(await bundleOf(records, { colour: 'in-degree', size: 'in-degree' }));
      await frame.fill('#search', '17');
      await frame.click('#find');
      expect(await frame.textContent('#said')).toMatch(/^member 17: In-degree \d+ · tied to \d+/);
      await settled(page);
      const box = (await frame.locator('#map').boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(() => frame.textContent('#said')).toMatch(/^member 17: /);
      await page.close();
    },
    TEST_MS,
  );

  it(
    'runs nothing that ids, labels or attributes say',
    async () => {
      const hostile = [
        '</script><script>window.ran=1</script>',
        '"><img src=x onerror="window.ran=1">',
        "' onmouseover='window.ran=1",
        '<!--<script>window.ran=1//-->',
        '__proto__',
        'constructor',
        '{{constructor.constructor("window.ran=1")()}}',
        '&lt;script&gt;window.ran=1&lt;/script&gt;',
        '\u2028\u202e</iframe><script>parent.ran=1</script>',
      ];
      const given = {
        ...noRecords(),
        members: hostile.map((id) => member(id, id)),
        ties: hostile.map((id, at) => tie(id, hostile[(at + 1) % hostile.length]!)),
      };
      const bundle = await bundleOf(given, { colour: 'region', labels: 'ids', smallestGroup: null });
      const { page, frame, problems } = await open(bundle);
      for (const id of hostile.slice(0, 4)) {
        await frame.fill('#search', id);
        await frame.press('#search', 'Enter');
        expect(await frame.textContent('#said')).toContain(id);
      }
      await settled(page);
      for (const where of [page.mainFrame(), frame]) {
        expect(await where.evaluate('typeof window.ran')).toBe('undefined');
      }
      expect(await frame.locator('img').count()).toBe(1);
      expect(problems).toEqual([]);
      await page.close();
    },
    TEST_MS,
  );

  it(
    'leaves the still picture where there is no WebGL',
    async () => {
      const without = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-3d-apis'] });
      const { page, frame, problems } = await open(await bundleOf(records, {}), without);
      expect(await frame.textContent('#said')).toContain('still picture');
      expect(await frame.locator('#still').isVisible()).toBe(true);
      expect(
        await frame.locator('#still').evaluate((image: { naturalWidth: number }) => image.naturalWidth),
      ).toBeGreaterThan(400);
      expect(problems).toEqual([]);
      await page.close();
      await without.close();
    },
    TEST_MS,
  );
});

/** How many pixels of the map are of each colour, nearly. */
async function pixelsOf(page: Page, colours: number[][]): Promise<number[]> {
  const map = page.frames()[1]!.locator('#map');
  const picture = (await map.screenshot()).toString('base64');
  const reader = await page.context().browser()!.newPage();
  const counts = await reader.evaluate(`(${COUNT_PIXELS})(${JSON.stringify({ picture, colours })})`);
  await reader.close();
  return counts as number[];
}

/** Runs in the browser, which is the one here who can read a PNG. */
const COUNT_PIXELS = `async ({ picture, colours }) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = colours.map(() => 0);
  for (let at = 0; at < data.length; at += 4) {
    colours.forEach((colour, which) => {
      if (colour.every((part, channel) => Math.abs(part - data[at + channel]) < 24)) counts[which]++;
    });
  }
  return counts;
}`;

/** Until two pictures of the page are the same: the camera has come to rest. */
async function settled(page: Page): Promise<void> {
  let before = await page.screenshot();
  await expect
    .poll(
      async () => {
        const now = await page.screenshot();
        const isSame = now.equals(before);
        before = now;
        return isSame;
      },
      { timeout: SLOW_MS, interval: 150 },
    )
    .toBe(true);
}
