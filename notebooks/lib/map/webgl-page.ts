/**
 * A map as one page that needs nothing else, in a frame: the frame is sandboxed, may run the one script that is in it and
 * nothing more, and reaches no network. A still picture lies in it for browsers without WebGL, and for paper.
 */
import { createHash } from 'node:crypto';
import { html, jsonData, SafeHtml } from '../../../analysis/report/render/safe-html.ts';
import { browserBundle } from './browser-bundle.ts';
import type { FrameData } from './frame-data.ts';

const FRAME_HEIGHT_PX = 720;

/** @param pictureBase64 the still picture, a PNG. */
export async function webglFrame(data: FrameData, pictureBase64: string): Promise<string> {
  const page = await webglPage(data, pictureBase64);
  return html`<iframe title="${data.title}" sandbox="allow-scripts" style="width: 100%; height: ${FRAME_HEIGHT_PX}px; border: 1px solid #cbd2d9" srcdoc="${page}"></iframe>`
    .markup;
}

/** The page in the frame, by itself. */
export async function webglPage(data: FrameData, pictureBase64: string): Promise<string> {
  const script = await browserBundle();
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(STYLE)}'`,
    // Sigma sets the sizes of its layers one by one, as attributes.
    "style-src-attr 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${data.title}</title>
${raw(`<style>${STYLE}</style>`)}
</head>
<body>
<h1>${data.title}</h1>
<div id="controls">
<label>Find <input id="search" type="search" autocomplete="off" size="14" placeholder="${data.labels === null ? 'member’s number' : 'member'}"></label><button type="button" id="find">Find</button>
<span class="zoom" role="group" aria-label="Zoom"><button type="button" id="closer" aria-label="Closer">+</button><button type="button" id="further" aria-label="Further away">−</button><button type="button" id="whole">Whole map</button></span>
${sliderOf(data)}
</div>
<p id="said" role="status"></p>
<div id="map" tabindex="0" role="application" aria-label="Map. Arrow keys move, plus and minus zoom, 0 shows the whole map, Escape lets go of a member."></div>
<img id="still" alt="${data.title}" src="data:image/png;base64,${pictureBase64}">
<div id="key">${legendOf(data)}${linesOf(data)}</div>
<details><summary>How to read it</summary><ul>${data.notes.map((note) => html`<li>${note}</li>`)}</ul></details>
<script type="application/json" id="map-data">${jsonData(data)}</script>
${raw(`<script>${script}</script>`)}
</body>
</html>`.markup;
}

function sliderOf({ pictures }: FrameData): SafeHtml | null {
  if (pictures.length < 2) return null;
  const last = pictures.length - 1;
  const { name } = pictures[last]!;
  return html`<label class="slider"><span>${pictures[0]!.name}</span><input id="picture" type="range" min="0" max="${last}" step="1" value="${last}" aria-label="Picture" aria-valuetext="${name}"><output id="picture-name" for="picture">${name}</output></label>`;
}

/** Groups become buttons when the script runs. */
function legendOf({ legend, sizeTitle }: FrameData): SafeHtml {
  const size = sizeTitle === null ? null : html`<p>Area: ${sizeTitle}</p>`;
  if (legend === null) return html`${size}`;
  if (legend.kind === 'groups') return html`<p id="legend"><b>${legend.title}</b> </p>${size}`;
  const [low, middle, high] = legend.colours;
  const shade = (colour: string | undefined): SafeHtml =>
    html`<svg width="40" height="12" aria-hidden="true"><rect width="40" height="12" fill="${colour ?? ''}"></rect></svg>`;
  return html`<p id="legend"><b>${legend.title}</b> ${legend.low} ${shade(low)}${shade(middle)}${shade(high)} ${legend.high}</p>${size}`;
}

function linesOf({ lineLooks }: FrameData): SafeHtml | null {
  const used = lineLooks.filter(({ name }) => name !== '' && name !== 'tie');
  if (used.length === 0) return null;
  return html`<p>${used.map(
    ({ name, colour, widthPx }) =>
      html`<span class="line"><svg width="26" height="8" aria-hidden="true"><path d="M1,4H25" stroke="${colour}" stroke-width="${widthPx + 0.6}"></path></svg>${name}</span>`,
  )}</p>`;
}

/** Markup of our own making, whole: the policy names its hash, so that not a blank may differ. */
function raw(markup: string): SafeHtml {
  return new SafeHtml(markup);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const STYLE = `
body { margin: 0; padding: 8px 12px; font: 14px system-ui, sans-serif; color: #1f2933; background: #fff; }
h1 { font-size: 16px; margin: 0 0 6px; }
#controls { display: none; flex-wrap: wrap; gap: 6px 14px; align-items: center; }
.drawn #controls { display: flex; }
button { font: inherit; padding: 3px 9px; border: 1px solid #9aa5b1; border-radius: 3px; background: #fff; color: inherit; cursor: pointer; }
button:hover { background: #eef3f8; }
button[aria-pressed="true"] { background: #1f2933; color: #fff; }
:focus-visible { outline: 3px solid #1d5b8f; outline-offset: 1px; }
input { font: inherit; }
.zoom button + button { margin-left: 4px; }
.slider { display: flex; gap: 8px; align-items: center; }
#said { min-height: 1.4em; margin: 4px 0; color: #52606d; }
#map { display: none; height: 520px; border: 1px solid #e4e8ec; }
.drawn #map { display: block; }
#still { display: block; max-width: 100%; }
.drawn #still { display: none; }
#key p { margin: 6px 0; }
#legend button { display: inline-flex; gap: 5px; align-items: center; margin: 0 4px 4px 0; border-color: transparent; }
.line { margin-right: 14px; }
svg { vertical-align: middle; }
details { color: #52606d; margin-top: 4px; }
@media print { #map, .drawn #map, #controls, .drawn #controls { display: none; } #still, .drawn #still { display: block; } }
`;
