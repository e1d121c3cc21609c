/**
 * What a value looks like in a notebook: one media bundle, of which every reader takes the richest form that it knows.
 * JupyterLab shows the chart and lets one hover; an exported page, a PDF and a code host show the picture; a terminal and
 * a screen reader the words. All three lie in the file, so that it lasts without a network and without Weft.
 */
import { createHash } from 'node:crypto';
import type { Chart } from '../../../analysis/charts/chart.ts';
import { type RenderOptions, renderSvg } from '../../../analysis/charts/render.ts';
import type { Spec } from '../../../analysis/charts/theme.ts';
import { type ArqueroTable, isArqueroTable, tableBundle } from './arquero-table.ts';
import { dataEntry } from './data-entry.ts';
import { escapeHtml } from './escape-html.ts';
import { type MediaBundle, SHOW, type ShowsItself, showsItself } from './shows-itself.ts';

/**
 * JupyterLab 4.6 renders Vega-Lite up to 5.6.1 and knows it by this name; a specification that says it is of version 6
 * under a name that says so is shown by nothing.
 */
export const VEGA_LITE_5 = 'application/vnd.vegalite.v5+json';
const SCHEMA_5 = 'https://vega.github.io/schema/vega-lite/v5.json';

/** A specification that cannot be drawn as it stands. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

export type Showable = ShowsItself | Chart | Spec | ArqueroTable;

export function isShowable(value: unknown): value is Showable {
  return showsItself(value) || isChart(value) || isSpec(value) || isArqueroTable(value);
}

/** One bundle, or two where notes belong below a picture. @throws where Vega-Lite warns: the picture would mislead. */
export async function bundlesOf(value: Showable): Promise<MediaBundle[]> {
  if (showsItself(value)) return [await value[SHOW]()];
  if (isChart(value)) return chartBundles(value);
  if (isArqueroTable(value)) return [tableBundle(value)];
  const title = titleOf(value);
  return [await pictureBundle(value, { id: 'picture', title, description: title })];
}

/** The chart as JupyterLab draws it, the picture of it, and its words. */
export async function pictureBundle(
  spec: Spec,
  { id, title, description }: Pick<Chart, 'id' | 'title' | 'description'>,
): Promise<MediaBundle> {
  const svg = await rendered(spec, { id: `${id}-${addressOf(spec)}`, title, description, drawTitle: true });
  return {
    [VEGA_LITE_5]: { ...spec, $schema: SCHEMA_5 },
    'image/svg+xml': svg,
    'text/plain': title === description ? title : `${title}\n${description}`,
  };
}

/** What Vega-Lite says about a specification is for whoever wrote it, not a mistake of whoever draws it. */
async function rendered(spec: Spec, options: RenderOptions): Promise<string> {
  try {
    return await renderSvg(spec, options);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PictureError(`${why} Change the specification, so that it is drawn as it is meant.`);
  }
}

async function chartBundles(chart: Chart): Promise<MediaBundle[]> {
  const picture = { ...(await pictureBundle(chart.spec, chart)), ...dataEntry(chart) };
  return chart.notes.length === 0 ? [picture] : [picture, notesBundle(chart.notes)];
}

function notesBundle(notes: readonly string[]): MediaBundle {
  const items = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('');
  return {
    'text/html': `<ul style="margin:0;padding-left:1.2em;color:#555;font-size:smaller">${items}</ul>`,
    'text/plain': notes.map((note) => `- ${note}`).join('\n'),
  };
}

function isChart(value: unknown): value is Chart {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, spec, notes } = value as Partial<Chart>;
  return typeof id === 'string' && typeof title === 'string' && typeof spec === 'object' && Array.isArray(notes);
}

/** By its `$schema`, or by what only a specification has together. */
function isSpec(value: unknown): value is Spec {
  if (typeof value !== 'object' || value === null) return false;
  const spec = value as { $schema?: unknown; data?: unknown; datasets?: unknown };
  if (typeof spec.$schema === 'string') return spec.$schema.includes('/vega-lite/');
  const composed = ['mark', 'layer', 'facet', 'concat', 'hconcat', 'vconcat', 'repeat'].some((key) => key in spec);
  return composed && (spec.data !== undefined || spec.datasets !== undefined || 'layer' in spec || 'spec' in spec);
}

function titleOf(spec: Spec): string {
  const { title } = spec as { title?: unknown };
  const text = typeof title === 'object' && title !== null ? (title as { text?: unknown }).text : title;
  if (Array.isArray(text)) return text.join(' ');
  return typeof text === 'string' ? text : 'Vega-Lite chart';
}

/** Two pictures on one page may not share the ids within them: the same picture has the same id, another another. */
function addressOf(spec: Spec): string {
  return createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 8);
}
