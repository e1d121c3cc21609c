/**
 * The data behind a picture, within its media bundle: no reader of notebooks shows it, and an export writes it as a CSV
 * file beside the page. Cells that a spreadsheet would run as a formula are guarded.
 */
import type { Chart } from '../../../analysis/charts/chart.ts';
import { writeCsvTable } from '../../../data/exchange/csv.ts';
import type { MediaBundle } from './shows-itself.ts';

export const DATA_BEHIND = 'application/vnd.weft.data+json';

export interface DataBehind {
  /** What the picture is called in the gallery, and its file in an export. */
  id: string;
  csv: string;
}

export function dataEntry({ id, rows }: Pick<Chart, 'id' | 'rows'>): MediaBundle {
  if (rows.length === 0) return {};
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  const data: DataBehind = { id, csv: writeCsvTable(columns, cells) };
  return { [DATA_BEHIND]: data };
}
