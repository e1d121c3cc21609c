/**
 * `weft notebook --export`: each notebook is executed from a fresh kernel, and only one without a fault becomes a page, or
 * paper, with the data behind each of its pictures beside it:
 *
 *   DIR/02-where-are-the-silos.html
 *   DIR/02-where-are-the-silos/mixing-matrix.csv
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Checked, type CheckOptions, checkNotebooks } from '../check/check-notebooks.ts';
import type { NotebookFile } from '../check/notebook-file.ts';
import { dataBehind } from './data-behind.ts';
import { findBrowser } from './find-browser.ts';
import { pageOf } from './page.ts';
import { printPage } from './print-page.ts';

export type ExportFormat = 'html' | 'pdf';

export interface ExportOptions extends Omit<CheckOptions, 'onChecked' | 'onSound'> {
  format: ExportFormat;
  /** The folder that is written to. */
  out: string;
  /** Told of each notebook when it is done, with the files that were written of it. */
  onExported(checked: Checked, written: string[]): void;
}

/** @throws NoBrowser before anything is executed, where paper is asked for and nothing can print. */
export async function exportNotebooks(files: readonly string[], options: ExportOptions): Promise<Checked[]> {
  const { format, out, onExported, ...check } = options;
  if (format === 'pdf') findBrowser();
  let written: string[] = [];
  return checkNotebooks(files, {
    ...check,
    onSound: async (file, notebook) => {
      written = await exportNotebook(notebook, file, format, out);
    },
    onChecked: (checked) => onExported(checked, written.splice(0)),
  });
}

async function exportNotebook(
  notebook: NotebookFile,
  file: string,
  format: ExportFormat,
  out: string,
): Promise<string[]> {
  const name = basename(file, '.ipynb');
  await mkdir(out, { recursive: true });
  const scratch = await mkdtemp(join(out, '.unfinished-'));
  try {
    const page = join(scratch, `${name}.html`);
    await writeFile(page, await pageOf(notebook, file, format === 'pdf' ? 'paper' : 'page'));
    const result = join(scratch, `${name}.${format}`);
    if (format === 'pdf') await printPage(page, result);
    const data = await writeData(notebook, join(scratch, name));
    const document = join(out, basename(result));
    await rename(result, document);
    // The data of an export before are not those of this one.
    await rm(join(out, name), { recursive: true, force: true });
    if (data.length > 0) await rename(join(scratch, name), join(out, name));
    return [document, ...data.map((csv) => join(out, name, csv))];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function writeData(notebook: NotebookFile, folder: string): Promise<string[]> {
  const files = dataBehind(notebook);
  if (files.size > 0) await mkdir(folder);
  for (const [name, csv] of files) await writeFile(join(folder, name), csv);
  return [...files.keys()];
}
