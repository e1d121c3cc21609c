/** The project's own JupyterLab, started as people start it, and a browser's page on it. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { WEFT } from '../../cli/weft-process.ts';

export interface Lab {
  /** With its token. */
  address: string;
  close(): Promise<void>;
}

const STARTS_WITHIN_MS = 120_000;
/** A busy machine of two cores, that draws without a graphics card. */
export const SLOW_MS = 120_000;

/** `weft notebook FOLDER --no-browser --port …`, until its address is known. */
export async function startLab(folder: string): Promise<Lab> {
  const port = await freePort();
  const args = [WEFT, 'notebook', folder, '--no-browser', '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no JupyterLab in time:\n${said}`)), STARTS_WITHIN_MS);
    const listen = (text: string): void => {
      said += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/lab\S*token=\w+/.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.on('close', (code) => reject(new Error(`ended with ${code}:\n${said}`)));
  });
  return {
    address,
    async close() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

export async function openNotebook(page: Page, lab: Lab, name: string): Promise<void> {
  const { origin, searchParams } = new URL(lab.address);
  await page.goto(
    `${origin}/lab/workspaces/${name.replace(/\W.*$/, '')}/tree/${name}?token=${searchParams.get('token')}`,
  );
  await page.locator('.jp-NotebookPanel .jp-CodeCell').first().waitFor({ timeout: SLOW_MS });
  // Before its kernel is there a notebook calls itself idle, and asks which kernel is meant.
  await page.getByText('TypeScript (Weft) | Idle').waitFor({ timeout: SLOW_MS });
}

/** Run → Run All Cells, until the kernel has nothing left to do. */
export async function runAll(page: Page): Promise<void> {
  await page.locator('.lm-MenuBar-itemLabel', { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-itemLabel', { hasText: /^Run All Cells$/ }).click();
  await expect.poll(() => cellsToRun(page), { timeout: SLOW_MS, interval: 200 }).toBe(0);
  await kernelIs(page, 'idle');
}

/** Cells with code that have no number yet; a notebook that is not drawn yet has one. */
async function cellsToRun(page: Page): Promise<number> {
  const cells = page.locator('.jp-Notebook .jp-CodeCell');
  const [sources, prompts] = await Promise.all([
    cells.locator('.cm-content').allTextContents(),
    cells.locator('.jp-InputArea-prompt').allTextContents(),
  ]);
  if (prompts.length === 0) return 1;
  return prompts.filter((prompt, at) => sources[at]?.trim() !== '' && !/\[\d+\]/.test(prompt)).length;
}

export async function kernelIs(page: Page, status: 'idle' | 'busy'): Promise<void> {
  await page.locator(`.jp-Notebook-ExecutionIndicator[data-status="${status}"]`).waitFor({ timeout: SLOW_MS });
}

/** Replaces what stands in a cell, as somebody types it. */
export async function typeInto(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
