/** The thread of `stillPicture`: a chart in, a PNG out; the same bytes on every machine that has the same fonts. */
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { renderSvg } from '../../../analysis/charts/render.ts';
import type { Picture } from './still-picture.ts';

/** Sharp on fine screens and on paper. */
const SCALE = 2;

const { spec, ...words } = workerData as Picture;
const svg = await renderSvg(spec, { ...words, drawTitle: true });
const picture = new Resvg(svg, {
  fitTo: { mode: 'zoom', value: SCALE },
  // Names of families that differ from system to system all come to the one that is found.
  font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  background: '#ffffff',
});
parentPort?.postMessage(new Uint8Array(picture.render().asPng()));
