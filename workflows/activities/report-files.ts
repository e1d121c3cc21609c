/**
 * Reports where people find them: `<reports>/<network>/<check>.html|.md|.json`, and the newest as `latest.html`. Copies
 * of what the store keeps, so they can be written again; each appears whole or not at all.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface RenderedReport {
  html: Uint8Array;
  markdown: Uint8Array;
  json: Uint8Array;
}

export async function writeReportFiles(
  reportsDir: string,
  { network, check, isNewest }: { network: string; check: string; isNewest: boolean },
  { html, markdown, json }: RenderedReport,
): Promise<void> {
  const folder = join(reportsDir, network);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeWhole(join(folder, `${check}.html`), html);
  await writeWhole(join(folder, `${check}.md`), markdown);
  await writeWhole(join(folder, `${check}.json`), json);
  if (isNewest) await writeWhole(join(folder, 'latest.html'), html);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, bytes, { mode: 0o600 });
  await rename(aside, path);
}
