/**
 * What of a cell's outputs lasts: of each media bundle the one form that a page without scripts, servers and networks
 * shows. Charts become their pictures. Maps keep their frame in a page, where one can look around in them, and become
 * their still picture on paper; a report's frame becomes its text there.
 */
import type { NotebookCell, NotebookFile, NotebookOutput } from '../check/notebook-file.ts';
import { wholeText } from '../check/notebook-file.ts';

export type Medium = 'page' | 'paper';

const SVG = 'image/svg+xml';

/** The richest first. */
const FORMS = [SVG, 'image/png', 'image/jpeg', 'text/html', 'text/markdown', 'text/latex', 'text/plain'];

export function withLastingOutputs(notebook: NotebookFile, medium: Medium): NotebookFile {
  return { ...notebook, cells: notebook.cells.map((cell) => lasting(cell, medium)) };
}

function lasting(cell: NotebookCell, medium: Medium): NotebookCell {
  if (cell.outputs === undefined) return cell;
  return { ...cell, outputs: cell.outputs.map((output) => inOneForm(output, medium)) };
}

function inOneForm(output: NotebookOutput, medium: Medium): NotebookOutput {
  if (output.output_type !== 'display_data' && output.output_type !== 'execute_result') return output;
  const { data } = output;
  const isFrame = /^\s*<iframe\b/.test(textIn(data, 'text/html'));
  const order = isFrame
    ? medium === 'page'
      ? ['text/html', ...FORMS]
      : FORMS.filter((form) => form !== 'text/html')
    : FORMS;
  const form = order.find((type) => Object.hasOwn(data, type));
  if (form === undefined) return { ...output, data: {} };
  // Within the page, not as a picture in it: its words can be found, copied and read aloud.
  if (form === SVG) return { ...output, data: { 'text/html': `<div class="picture">${textIn(data, SVG)}</div>` } };
  const alt = textIn(data, 'text/plain');
  const described = form.startsWith('image/') && alt !== '' ? { metadata: { [form]: { alt } } } : {};
  return { ...output, ...described, data: { [form]: data[form] } };
}

function textIn(data: Record<string, unknown>, type: string): string {
  const text = data[type];
  return typeof text === 'string' || Array.isArray(text) ? wholeText(text as string | string[]) : '';
}
