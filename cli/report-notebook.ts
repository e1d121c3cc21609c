/** A report as a notebook file: what the notebook opens is said as seen from where it lies, so that both can move. */
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { HealthReport } from './health-report.ts';
import { note } from './output.ts';
import { writeFileWhole } from './write-files.ts';

export interface ReportNotebookOptions {
  source: string;
  /** Whether the source is files; else it is a network of the running Weft. */
  isFiles: boolean;
  data: string;
  groupBy?: string;
  names?: boolean;
}

/** Found by `open` without a word. */
const USUAL_DATA = '.weft';

export async function writeReportNotebook(
  file: string,
  { report, groupBy }: HealthReport,
  { source, isFiles, data, groupBy: asked, names = false }: ReportNotebookOptions,
): Promise<void> {
  const { reportNotebook } = await import('../notebooks/report-notebook/notebook.ts');
  const folder = dirname(resolve(file));
  const asOf = report.asOf.endsWith('T23:59:59.999Z') ? report.asOf.slice(0, 10) : report.asOf;
  const dataFolder = seenFrom(folder, data);
  const text = reportNotebook(report, groupBy, {
    opened: isFiles ? seenFrom(folder, source) : source,
    data: isFiles || dataFolder === USUAL_DATA ? null : dataFolder,
    ...{ asOf, isFiles, names, groupBy: asked ?? null },
    madeBy: [
      'weft report',
      source,
      '--as-of',
      asOf,
      ...(asked === undefined ? [] : ['--group-by', asked]),
      '--notebook',
      basename(file),
    ].join(' '),
  });
  await writeFileWhole(file, text);
  note(`note: weft notebook ${file} opens it; run all of its cells`);
}

/** With slashes, so that the notebook opens the same on every machine. */
function seenFrom(folder: string, path: string): string {
  const seen = relative(folder, resolve(path)).split(sep).join('/');
  return seen === '' ? '.' : seen;
}
