import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawChart } from '../../analysis/charts/gallery/draw.ts';
import { readSource } from '../../data/exchange/index.ts';
import type { Checked } from '../../notebooks/check/check-notebooks.ts';
import type { NotebookFile } from '../../notebooks/check/notebook-file.ts';
import { dataBehind } from '../../notebooks/export/data-behind.ts';
import { type ExportFormat, exportNotebooks } from '../../notebooks/export/export-notebooks.ts';
import { findBrowser } from '../../notebooks/export/find-browser.ts';
import { bundlesOf } from '../../notebooks/lib/show/index.ts';
import { CHROMIUM, noBrowser, SOFTWARE_WEBGL } from './support/browser.ts';
import { hasPython, INSTALL_TIMEOUT_MILLISECONDS } from './support/has-python.ts';

const TEST_MS = 240_000;
const run = promisify(execFile);

const CELLS = [
  ['markdown', '# A page that lasts\n\nProse with an [address](https://example.org) that nobody is led to by itself.'],
  ['code', 'import { open, show } from "weft";\nconst network = await open("data/examples/three-regions");\nnetwork'],
  ['code', 'await network.chart("mixing-matrix", { wave: "2", groupBy: "region" })'],
  ['code', 'await network.map({ wave: "1", colour: "region", webgl: true })'],
  ['code', 'await network.asOf("2026-03-31").report()'],
] as const;

describe.skipIf(CHROMIUM === null || !hasPython)(
  noBrowser('Story: a notebook is handed on as a page, and as paper'),
  () => {
    let folder: string;
    let browser: Browser;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'weft-export-'));
      await writeFile(join(folder, 'lasting.ipynb'), notebookOf(CELLS));
      await writeFile(join(folder, 'faulty.ipynb'), notebookOf([['code', 'throw new Error("no");']]));
      browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', ...SOFTWARE_WEBGL] });
    }, INSTALL_TIMEOUT_MILLISECONDS);

    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function exported(name: string, format: ExportFormat): Promise<{ checked: Checked[]; written: string[] }> {
      const written: string[] = [];
      const checked = await exportNotebooks([join(folder, name)], {
        format,
        out: join(folder, format),
        cellTimeoutSeconds: 120,
        say: () => undefined,
        onExported: (_one, files) => written.push(...files),
      });
      return { checked, written };
    }

    it(
      'the page opens without a network: nothing is asked for, nothing fails, pictures are drawn, maps can be looked around in',
      async () => {
        const { checked, written } = await exported('lasting.ipynb', 'html');
        expect(checked[0]!.faults).toEqual([]);
        expect(written.map((file) => file.slice(folder.length + 1))).toEqual([
          'html/lasting.html',
          'html/lasting/mixing-matrix.csv',
          'html/lasting/network-map.csv',
        ]);

        const context = await browser.newContext({ offline: true, viewport: { width: 1100, height: 900 } });
        const page = await context.newPage();
        const [asked, problems]: [string[], string[]] = [[], []];
        context.on('request', (request) => asked.push(request.url()));
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('console', (message) => {
          // What a graphics driver thinks of its own speed is not of the page.
          if (!message.text().includes('GL Driver Message')) problems.push(message.text());
        });
        const address = pathToFileURL(join(folder, 'html', 'lasting.html')).href;
        await page.goto(address);
        const picture = (await page.locator('.picture svg').first().boundingBox())!;
        expect(Math.min(picture.width, picture.height)).toBeGreaterThan(100);
        const map = page.locator('iframe').first().contentFrame();
        // A frame out of sight draws when it comes into sight.
        await page.locator('iframe').first().scrollIntoViewIfNeeded();
        await map.locator('body.drawn').waitFor({ timeout: 60_000 });
        expect(await map.locator('#map canvas').count()).toBeGreaterThan(0);
        expect(await page.locator('iframe').nth(1).contentFrame().locator('h1').innerText()).toBe('three-regions');
        expect(problems).toEqual([]);
        expect(asked.filter((url) => url !== address && !url.startsWith('data:') && url !== 'about:srcdoc')).toEqual(
          [],
        );
        expect(await readFile(join(folder, 'html', 'lasting.html'), 'utf8')).not.toMatch(/<script|<link|@import/i);
        await context.close();
      },
      TEST_MS,
    );

    it('the data behind a picture is the picture’s own rows', async () => {
      const { records } = await readSource('data/examples/three-regions');
      const { rows } = drawChart(records, 'mixing-matrix', { wave: '2', groupBy: 'region', smallestGroup: 5 });
      const csv = parse(await readFile(join(folder, 'html', 'lasting', 'mixing-matrix.csv')), {
        columns: true,
      }) as object[];
      expect(csv).toEqual(
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])),
        ),
      );
    });

    it(
      'paper has the words and the pictures, and nothing that scrolls',
      async () => {
        const { checked, written } = await exported('lasting.ipynb', 'pdf');
        expect(checked[0]!.faults).toEqual([]);
        const pdf = written[0]!;
        expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
        if (!existsSync('/usr/bin/pdftotext')) return;
        const { stdout: text } = await run('pdftotext', ['-layout', pdf, '-']);
        expect(text).toContain('A page that lasts');
        expect(text).toMatch(/ties (stay within|stay inside|join)/);
        // The report's frame became its text.
        expect(text).toContain('How this was made');
        const { stdout: images } = await run('pdfimages', ['-list', pdf]);
        // The map's still picture; charts are drawn, not embedded.
        expect(images.trim().split('\n').length).toBeGreaterThan(2);
      },
      TEST_MS,
    );

    it(
      'a notebook with a fault is not handed on',
      async () => {
        const { checked, written } = await exported('faulty.ipynb', 'html');
        expect(checked[0]!.faults).toHaveLength(1);
        expect(written).toEqual([]);
        expect((await readdir(join(folder, 'html'))).sort()).toEqual(['lasting', 'lasting.html']);
      },
      TEST_MS,
    );
  },
);

describe('Law: files of an export are safe to open', () => {
  it('guards what a spreadsheet would run, and lets no picture name a folder', async () => {
    const rows = [
      { group: '=HYPERLINK("x")', share: -0.5 },
      { group: '@sum', share: null },
    ];
    const chart = (id: string) => ({
      ...{ id, title: 'T', description: 'D', notes: [], rows },
      spec: { data: { values: [{ a: 1 }] }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } },
    });
    const outputs = (
      await Promise.all(['silos', 'silos', '../../etc/x'].map((id) => bundlesOf(chart(id) as never)))
    ).map(([data]) => ({ output_type: 'display_data' as const, data: data! }));
    const notebook: NotebookFile = {
      cells: [{ cell_type: 'code', source: '', metadata: {}, outputs }],
      metadata: {},
      nbformat: 4,
    };
    const files = dataBehind(notebook);
    expect([...files.keys()]).toEqual(['silos.csv', 'silos-2.csv', 'etc-x.csv']);
    expect(files.get('silos.csv')).toBe(`group,share\n"'=HYPERLINK(""x"")",-0.5\n'@sum,\n`);
  });

  it('where nothing can print, says what to install', () => {
    expect(() => findBrowser({}, () => false, 'linux')).toThrow(/apt-get install -y chromium.*WEFT_BROWSER/s);
    expect(() => findBrowser({ WEFT_BROWSER: '/nowhere' }, () => false, 'linux')).toThrow(
      'WEFT_BROWSER names /nowhere',
    );
  });
});

function notebookOf(cells: readonly (readonly ['markdown' | 'code', string])[]): string {
  const metadata = { kernelspec: { display_name: 'TypeScript (Weft)', language: 'typescript', name: 'weft' } };
  const made = cells.map(([type, source], at) => ({
    ...{ cell_type: type, id: `c${at}`, metadata: {}, source },
    ...(type === 'code' ? { execution_count: null, outputs: [] } : {}),
  }));
  return JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 });
}
