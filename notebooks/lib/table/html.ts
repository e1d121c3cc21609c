/**
 * A table as HTML for a notebook: it scrolls within its cell, takes the notebook's own colours (light, dark, printed), and
 * says why a figure is missing where the pointer rests on the dash. No script and no style sheet, so that it looks the
 * same in an exported page.
 */
import { html, type SafeHtml } from '../../../analysis/report/render/safe-html.ts';
import type { Shown, ShownCell } from './shown.ts';

/** More rows make a notebook slow; the CSV has all. */
const ROWS_SHOWN = 500;

const LEFT = 'text-align: left; padding: 2px 10px; white-space: nowrap';
const RIGHT = 'text-align: right; padding: 2px 10px; white-space: nowrap; font-variant-numeric: tabular-nums';
/** Sentences wrap; figures and names do not. */
const PROSE = 'text-align: left; padding: 2px 10px; min-width: 20em; max-width: 45em; white-space: normal';
const PROSE_CHARACTERS = 60;
const SMALL = 'font-size: 0.85em; opacity: 0.8; margin: 2px 0';

export function tableHtml({ caption, columns, rows, notes }: Shown): SafeHtml {
  const styleOf = (at: number): string => (columns[at]?.isNumeric === true ? RIGHT : LEFT);
  const heads = columns.map(({ name }, at) => html`<th scope="col" style="${styleOf(at)}">${name}</th>`);
  const body = rows
    .slice(0, ROWS_SHOWN)
    .map((cells) => html`<tr>${cells.map((cell, at) => cellHtml(cell, styleOf(at)))}</tr>`);
  const words = [...cutNote(rows.length), ...notes].map((note) => html`<p style="${SMALL}">${note}</p>`);
  const title = caption === '' ? null : html`<p style="margin: 2px 0"><strong>${caption}</strong></p>`;
  return html`<div>${title}<div style="max-height: 30em; overflow: auto" tabindex="0"><table style="margin: 4px 0; border-collapse: collapse"><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>${words}</div>`;
}

function cellHtml({ text, reason }: ShownCell, usual: string): SafeHtml {
  const style = text.length > PROSE_CHARACTERS ? PROSE : usual;
  if (reason === null) return html`<td style="${style}">${text}</td>`;
  return html`<td style="${style}" title="${reason}">${text}</td>`;
}

function cutNote(rows: number): string[] {
  return rows > ROWS_SHOWN ? [`The first ${ROWS_SHOWN} of ${rows} rows; .csv('file.csv') writes all.`] : [];
}
