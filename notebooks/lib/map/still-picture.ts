/**
 * A picture of thousands as PNG: as SVG it would weigh megabytes, and pages that hold several of them would not open. The
 * same bytes on every machine that has the same fonts.
 */
import { Resvg } from '@resvg/resvg-js';

const SCALE = 2;

export function pngOf(svg: string): Buffer {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    // Names of families that differ from system to system all come to the one that is found.
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
    background: '#ffffff',
  });
  return picture.render().asPng();
}
