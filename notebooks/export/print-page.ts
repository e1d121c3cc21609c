/** A page on paper, by a Chromium of this machine that reaches no network. */
import { pathToFileURL } from 'node:url';
import { findBrowser } from './find-browser.ts';

/** Chromium's own sandbox cannot be made by the root user, as in most containers. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** @param page the HTML file. @param pdf where the PDF goes. @throws NoBrowser */
export async function printPage(page: string, pdf: string): Promise<void> {
  const executablePath = findBrowser();
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: AS_ROOT });
  try {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const sheet = await context.newPage();
    await sheet.goto(pathToFileURL(page).href, { waitUntil: 'load' });
    await sheet.pdf({
      path: pdf,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="width: 100%; font: 8px sans-serif; color: #52606d; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
    });
  } finally {
    await browser.close();
  }
}
