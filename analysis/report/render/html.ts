/**
 * The report as one page that needs nothing else: no script, no font, no picture from outside. It opens offline, prints on
 * paper, and reads on a telephone; pictures come with their tables behind them.
 *
 * The content security policy forbids everything but the page's own styles: even if a text slipped through the escaping, it
 * could not run, load or send anything.
 */
import { renderSvg } from '../../charts/render.ts';
import type { Chart, Figure, Format, Report, Section, Table } from '../report-model.ts';
import { date } from '../words.ts';
import { written } from '../written.ts';
import { html, jsonData, type SafeHtml, trustedSvg } from './safe-html.ts';
import { STYLE } from './style.ts';

/** Charts are designed for a telephone's width; a desktop and paper have more room. */
const SCALE = 1.25;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export async function renderHtml(report: Report): Promise<string> {
  const sections: SafeHtml[] = [];
  // One after the other: pictures share the library's counters.
  for (const section of report.sections) sections.push(await sectionHtml(section, report.smallestGroup));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>${report.title}: health report as of ${date(report.asOf)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#headline">Skip to the short version</a>
<header>
<p class="kind">Health report</p>
<h1 dir="auto">${report.title}</h1>
<p class="facts"><time datetime="${report.asOf}">As of ${date(report.asOf)}</time>${report.phase === null ? null : html` · <span dir="auto">${report.phase}</span>`}</p>
${report.challenge === null ? null : html`<p class="challenge" dir="auto">${report.challenge}</p>`}
</header>
<main>
${sections}
</main>
<footer>
<p>${report.check} · digest ${report.inputDigest.slice(0, 16)} · seed ${report.seed}</p>
</footer>
<script type="application/json" id="report">${jsonData(report)}</script>
</body>
</html>
`;
  return page.markup;
}

async function sectionHtml(section: Section, smallest: number): Promise<SafeHtml> {
  const charts: SafeHtml[] = [];
  for (const chart of section.charts) charts.push(await chartHtml(chart, smallest));
  const { id, title, paragraphs, figures, tables, notes } = section;
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading" dir="auto">${title}</h2>
${paragraphs.map((paragraph) => html`<p dir="auto">${paragraph}</p>\n`)}
${figures.length === 0 ? null : html`<dl class="figures">${figures.map((figure) => figureHtml(figure, smallest))}</dl>`}
${charts}
${tables.map((table) => html`<div class="block">${tableHtml(table, smallest, 'h3')}</div>`)}
${notes.length === 0 ? null : html`<div class="notes">${notes.map((note) => html`<p dir="auto">${note}</p>`)}</div>`}
</section>
`;
}

function figureHtml({ label, value, format, note }: Figure, smallest: number): SafeHtml {
  return html`<div><dt dir="auto">${label}</dt><dd><span class="value">${written(value, format, smallest)}</span>${note === null ? null : html`<span class="note" dir="auto">${note}</span>`}</dd></div>`;
}

async function chartHtml({ id, title, description, spec, table }: Chart, smallest: number): Promise<SafeHtml> {
  const svg = await renderSvg(spec, { id, title, description, drawTitle: false, scale: SCALE });
  return html`<figure>
<figcaption dir="auto">${title}</figcaption>
<div class="picture">${trustedSvg(svg)}</div>
<p class="described" dir="auto">${description}</p>
<details><summary>The numbers behind the picture</summary>${tableHtml(table, smallest, 'h4')}</details>
</figure>
`;
}

function tableHtml({ id, title, columns, rows, note }: Table, smallest: number, level: 'h3' | 'h4'): SafeHtml {
  const heading =
    level === 'h3'
      ? html`<h3 id="${id}-title" dir="auto">${title}</h3>`
      : html`<h4 id="${id}-title" dir="auto">${title}</h4>`;
  const isText = (format: Format): boolean => format === 'text' || format === 'date';
  const side = (at: number): string => (isText(columns[at]!.format) ? 'words' : 'number');
  const cells = (row: Table['rows'][number]): SafeHtml[] =>
    row.map((cell, at) => {
      const text = written(cell, columns[at]!.format, smallest);
      return at === 0
        ? html`<th scope="row" class="${side(at)}" dir="auto">${text}</th>`
        : html`<td class="${side(at)}" dir="auto">${text}</td>`;
    });
  return html`${heading}
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-title"><table>
<thead><tr>${columns.map(({ label }, at) => html`<th scope="col" class="${side(at)}" dir="auto">${label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody>
</table></div>
${note === null ? null : html`<p class="note" dir="auto">${note}</p>`}`;
}
