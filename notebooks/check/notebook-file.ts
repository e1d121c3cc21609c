/** A notebook as it lies in its file (nbformat 4), as far as Weft looks at it. */
import { readFile } from 'node:fs/promises';

export interface NotebookFile {
  cells: NotebookCell[];
  metadata: {
    kernelspec?: { name?: string };
    /**
     * What it needs besides files, in words of ours: `running` asks for a Weft that runs, `lived` for the demonstration's
     * network at its end.
     */
    weft?: { needs?: string };
  };
  nbformat: number;
}

export interface NotebookCell {
  cell_type: 'code' | 'markdown' | 'raw';
  source: string | string[];
  metadata: { tags?: string[] };
  outputs?: NotebookOutput[];
}

export type NotebookOutput =
  | { output_type: 'stream'; name: string; text: string | string[] }
  | { output_type: 'display_data' | 'execute_result'; data: Record<string, unknown> }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** @throws where the file holds no notebook, with its name. */
export async function readNotebook(file: string): Promise<NotebookFile> {
  let found: Partial<NotebookFile>;
  try {
    found = JSON.parse(await readFile(file, 'utf8')) as Partial<NotebookFile>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new NoNotebook(`${file} holds no JSON; a notebook is what JupyterLab saves as .ipynb`);
  }
  if (found.nbformat !== 4 || !Array.isArray(found.cells)) {
    throw new NoNotebook(`${file} is no notebook of format 4; open it in JupyterLab and save it anew`);
  }
  return found as NotebookFile;
}

export class NoNotebook extends Error {
  override readonly name = 'NoNotebook';
}

/** Text of a file may be one string, or its lines. */
export function wholeText(text: string | string[]): string {
  return Array.isArray(text) ? text.join('') : text;
}

export function codeCells({ cells }: NotebookFile): NotebookCell[] {
  return cells.filter(({ cell_type: type, source }) => type === 'code' && wholeText(source).trim() !== '');
}
