/**
 * What is wrong with a notebook that has been executed. Jupyter counts as failed only what throws; a notebook that one can
 * rely on also has no late errors, nothing on standard error, and shows something wherever it means to.
 *
 * A cell means to show something where it is the notebook's last, or where it ends with an expression and no semicolon, as
 * in `silos` or `march.map({ colour: "region" })`.
 */
import type { LateError } from '../kernel/late-errors.ts';
import { meansToShow } from './means-to-show.ts';
import { codeCells, type NotebookCell, type NotebookFile, type NotebookOutput, wholeText } from './notebook-file.ts';

export interface Fault {
  /** As Jupyter numbers code cells, from 1. */
  cell: number;
  words: string;
}

/** Jupyter's own tag for a cell that is there to show an error. */
const MEANT_TO_FAIL = 'raises-exception';

export function faultsOf(executed: NotebookFile, late: readonly LateError[]): Fault[] {
  const cells = codeCells(executed);
  const found = cells.flatMap((cell, index) =>
    faultsOfCell(cell, index === cells.length - 1).map((words) => ({ cell: index + 1, words })),
  );
  const later = late.map(({ count, lines }) => ({ cell: count, words: `failed after its end: ${lines.join('\n')}` }));
  return [...found, ...later].sort((a, b) => a.cell - b.cell);
}

function faultsOfCell(cell: NotebookCell, isLast: boolean): string[] {
  const outputs = cell.outputs ?? [];
  const errors = outputs.filter((output) => output.output_type === 'error');
  const isMeantToFail = cell.metadata.tags?.includes(MEANT_TO_FAIL) ?? false;
  if (isMeantToFail) return errors.length > 0 ? [] : [`is tagged ${MEANT_TO_FAIL} and does not fail`];
  if (errors.length > 0)
    return errors.map(({ traceback, evalue }) => (traceback.length > 0 ? traceback.join('\n') : evalue));
  const complaints = outputs.flatMap((output) =>
    output.output_type === 'stream' && output.name === 'stderr' ? [wholeText(output.text).trimEnd()] : [],
  );
  if (complaints.length > 0) return complaints.map((text) => `writes to standard error: ${text}`);
  const isEmpty = outputs.every(isEmptyOutput);
  if (outputs.length > 0 && outputs.some(isEmptyOutput)) return ['has an empty output'];
  if (!isEmpty) return [];
  const source = wholeText(cell.source);
  if (meansToShow(source))
    return ['shows nothing, though it ends with an expression; end it with ; where that is meant'];
  return isLast ? ['is the last and shows nothing'] : [];
}

/** Nothing that a reader could see: no text, no rows, no marks. */
function isEmptyOutput(output: NotebookOutput): boolean {
  if (output.output_type === 'error') return false;
  if (output.output_type === 'stream') return wholeText(output.text).trim() === '';
  const contents = Object.entries(output.data);
  return (
    contents.length === 0 ||
    contents.every(([type, content]) => isEmptyContent(type, content)) ||
    hasNoData(output.data)
  );
}

function isEmptyContent(type: string, content: unknown): boolean {
  if (typeof content === 'string' || Array.isArray(content)) {
    const text = wholeText(content as string | string[]).trim();
    return (
      text === '' || (type === 'text/plain' && ['[]', '{}', 'undefined', 'null', '[object Object]'].includes(text))
    );
  }
  return typeof content === 'object' && content !== null && Object.keys(content).length === 0;
}

/** A chart all of whose data is empty draws axes, at best. */
function hasNoData(data: Record<string, unknown>): boolean {
  const [, spec] = Object.entries(data).find(([type]) => type.startsWith('application/vnd.vegalite')) ?? [];
  const sets = spec === undefined ? [] : dataSetsIn(spec);
  return sets.length > 0 && sets.every((rows) => rows.length === 0);
}

function dataSetsIn(spec: unknown): unknown[][] {
  if (typeof spec !== 'object' || spec === null) return [];
  if (Array.isArray(spec)) return spec.flatMap(dataSetsIn);
  return Object.entries(spec).flatMap(([key, value]) => {
    if (key === 'data' && Array.isArray((value as { values?: unknown } | null)?.values)) {
      return [(value as { values: unknown[] }).values];
    }
    if (key === 'datasets') return Object.values(value as Record<string, unknown[]>).filter(Array.isArray);
    return dataSetsIn(value);
  });
}
