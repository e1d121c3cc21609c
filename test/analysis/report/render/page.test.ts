import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml, renderMarkdown } from '../../../../analysis/report/render/index.ts';
import type { Report } from '../../../../analysis/report/report.ts';
import { reportOf, secondCheck } from './fixture.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (CHROMIUM === undefined)
  console.warn('page.test.ts: no browser at /usr/bin/chromium (apt-get install chromium); skipped');

/** Each tries to run `ran` in another way. */
const HOSTILE = [
  '<script>window.ran=1</script>',
  '</script><script>window.ran=1</script>',
  '</title><img src=x onerror="window.ran=1">',
  '"><svg onload=window.ran=1>',
  "' onmouseover='window.ran=1' x='",
  '<!--<script>window.ran=1//-->',
  '</style><script>window.ran=1</script>',
  '<a href="javascript:window.ran=1">x</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<img src="https://example.invalid/beacon.png">',
  '<link rel=stylesheet href=//example.invalid/x.css>',
  '<meta http-equiv=refresh content="0;url=https://example.invalid">',
  '\u202Etxt.exe <b>right to left</b> אבג',
  ']]><script>window.ran=1</script>',
  '{{constructor.constructor("window.ran=1")()}}',
  'javascript:window.ran=1',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
  '\u2028</script\u00a0><script >window.ran=1</script>',
  'null\u0000 half\ud800 \u001b[31m\u2029\n# heading\n| a | b |',
  '"\\); window.ran=1; //',
];

/** A report whose every text, wherever people or files may write, is hostile; and one in which every string is. */
function hostileReports(text: string): Report[] {
  const told = secondCheck({
    region: (name) => `${text} ${name}`,
    organisation: (name) => `${name} ${text}`,
    practice: text.slice(0, 60),
  });
  const label = (member: string): string => `${text} ${member}`;
  const report = reportOf(told, { title: text, challenge: text, phase: text, versions: { [text]: text }, label });
  return [report, poisoned(report, text)];
}

/** Every text that a renderer writes, also those that no person can reach today. Ids, formats and specifications stay. */
function poisoned(report: Report, text: string): Report {
  const kept = new Set(['id', 'format', 'spec', 'asOf', 'suppressed']);
  const walk = (value: unknown, key: string): unknown => {
    if (kept.has(key)) return value;
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(report, '') as Report;
}

describe.skipIf(CHROMIUM === undefined)('a report is safe and readable in a real browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    folder = await mkdtemp(join(tmpdir(), 'weft-report-'));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(html: string, width = 1024): Promise<{ page: Page; problems: string[] }> {
    const path = join(folder, `${width}.html`);
    await writeFile(path, html);
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const problems: string[] = [];
    const own = pathToFileURL(path).href;
    page.on('request', (request) => request.url() !== own && problems.push(`asked for ${request.url().slice(0, 80)}`));
    page.on('console', (message) => problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
    await page.goto(own);
    return { page, problems };
  }

  it('runs no script, asks for nothing and says nothing on the console, whatever people write', async () => {
    for (const text of HOSTILE) {
      for (const report of hostileReports(text)) {
        const { page, problems } = await open(await renderHtml(report));
        await page.hover('h1');
        expect(await page.evaluate('window.ran ?? 0'), text).toBe(0);
        expect(problems, text).toEqual([]);
        const count = (selector: string): Promise<number> => page.locator(selector).count();
        expect(await count('script'), text).toBe(1);
        expect(await count('iframe, img, link, a[href^="javascript"], [onload], [onerror], [onmouseover]'), text).toBe(
          0,
        );
        const data: unknown = JSON.parse((await page.locator('script#report').textContent()) ?? '');
        expect(data, text).toEqual(JSON.parse(JSON.stringify(report)));
        await page.close();
      }
    }
  }, 300_000);

  it('writes Markdown in which no HTML is left', () => {
    for (const text of HOSTILE) {
      for (const report of hostileReports(text)) {
        const written = renderMarkdown(report);
        expect(written).not.toMatch(/<[a-z/!]/i);
        expect(written).not.toMatch(/\]\(|javascript:window/i);
      }
    }
  });

  it.each([320, 375, 1024])('does not scroll sideways at %i px', async (width) => {
    const { page } = await open(await renderHtml(reportOf(secondCheck())), width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('has one first heading, sections with headings in order, a language, and a name for every picture', async () => {
    const { page } = await open(await renderHtml(reportOf(secondCheck())));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').count()).toBe(1);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
    levels.forEach((level, at) => {
      // A table behind a picture is one level further in, below its section's heading and picture's caption.
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(2);
    });
    const pictures = page.locator('svg');
    expect(await pictures.count()).toBeGreaterThan(4);
    for (const picture of await pictures.all()) {
      expect(await picture.getAttribute('role')).toBe('img');
      expect((await picture.locator('> title').textContent())?.length).toBeGreaterThan(10);
      expect((await picture.locator('> desc').textContent())?.length).toBeGreaterThan(10);
    }
    expect(await page.locator('figure').count()).toBe(await page.locator('figure details table').count());
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.close();
  });

  it('keeps a contrast of at least 4.5 to 1 in every text', async () => {
    const { page } = await open(await renderHtml(reportOf(secondCheck())));
    const colours: string[] = await page.evaluate(
      '[...new Set([...document.querySelectorAll("body *")].map((element) => getComputedStyle(element).color))]',
    );
    expect(colours.length).toBeGreaterThan(2);
    for (const colour of colours) expect(contrastOnWhite(colour), colour).toBeGreaterThanOrEqual(4.5);
    await page.close();
  });

  it('prints the numbers behind the pictures, though they are closed on the screen', async () => {
    const { page } = await open(await renderHtml(reportOf(secondCheck())));
    await page.emulateMedia({ media: 'print' });
    const heights = await page
      .locator('details table')
      .evaluateAll((all) => all.map((table) => table.getBoundingClientRect().height));
    for (const height of heights) expect(height).toBeGreaterThan(20);
    await page.close();
  });
});

function contrastOnWhite(colour: string): number {
  const [r, g, b] = (colour.match(/\d+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
}
