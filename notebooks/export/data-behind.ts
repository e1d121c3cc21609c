/** The data behind a notebook's pictures, as the files they become: one CSV a picture, named after it. */
import { type NotebookFile, wholeText } from '../check/notebook-file.ts';
import { DATA_BEHIND, type DataBehind } from '../lib/show/index.ts';

/** File name to CSV, in the order of the pictures. The second picture of a name is `mixing-matrix-2.csv`. */
export function dataBehind({ cells }: NotebookFile): Map<string, string> {
  const files = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const output of cells.flatMap(({ outputs = [] }) => outputs)) {
    if (output.output_type !== 'display_data' && output.output_type !== 'execute_result') continue;
    const { [DATA_BEHIND]: data } = output.data as { [DATA_BEHIND]?: DataBehind };
    if (data === undefined) continue;
    const name = fileName(data.id);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    files.set(count === 1 ? `${name}.csv` : `${name}-${count}.csv`, wholeText(data.csv));
  }
  return files;
}

/** An output may be of anybody's making: its id names a file, and no folder. */
function fileName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'picture';
}
