/** Several tables with a line or two between them, shown as one: a measurement, a status, a simulation. */
import { html, type SafeHtml } from '../../../analysis/report/render/safe-html.ts';
import type { MediaBundle } from '../show/shows-itself.ts';
import type { Table } from './table.ts';

/** Lines of text and tables, from the top. */
export type Page = readonly (string | Table)[];

export function pageBundle(page: Page): MediaBundle {
  const parts = page.filter((part) => part !== '');
  return {
    'text/html': html`<div>${parts.map(partHtml)}</div>`.markup,
    'text/plain': parts.map(String).join('\n\n'),
  };
}

function partHtml(part: string | Table): SafeHtml {
  if (typeof part !== 'string') return part.toHtml();
  return html`<p style="margin: 4px 0; white-space: pre-line">${part}</p>`;
}
