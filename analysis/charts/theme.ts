/**
 * One look for all charts: calm, printable in black and white, readable by those who see colours differently.
 *
 * Group colours are those of Okabe and Ito (2008, Color Universal Design), darkened where they would fall under 3:1 on
 * white; every group has a shape of its own as well, because a printer may have no colour at all.
 */
import type { TopLevelSpec } from 'vega-lite';

export type Spec = TopLevelSpec;

/** The version that JupyterLab's renderer understands (5.6.1 of the fifth series). */
export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';

/** Wide enough to read at full size on paper, narrow enough that a telephone need not shrink it past reading. */
export const CHART_WIDTH_PX = 480;

export const INK = '#1f2933';
export const QUIET = '#52606d';
export const FAINT = '#cbd2d9';
export const PAPER = '#ffffff';
export const ACCENT = '#b3400e';
export const MAIN = '#1d5b8f';

const GROUP_COLOURS = ['#0072b2', '#d55e00', '#00805b', '#b0558b', '#a66f00', '#2f8fbf', '#5b4b9a'];
const GROUP_SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right'];
/** More groups than this cannot be told apart in one picture. */
export const MOST_GROUPS = GROUP_COLOURS.length;

export const FONT = 'system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

/** Scales that give each group, in the order given, its colour and its shape. */
export function groupScales(groups: readonly string[]): {
  color: { domain: string[]; range: string[] };
  shape: { domain: string[]; range: string[] };
} {
  const pick = (list: readonly string[]): string[] => groups.map((_, at) => list[at % list.length]!);
  return {
    color: { domain: [...groups], range: pick(GROUP_COLOURS) },
    shape: { domain: [...groups], range: pick(GROUP_SHAPES) },
  };
}

/** What every specification starts with. The title is the finding, not the name of the figure. */
export function chart(
  title: string,
  description: string,
): Pick<Spec, '$schema' | 'title' | 'description' | 'config' | 'background' | 'padding'> {
  return {
    $schema: SCHEMA,
    title: { text: wrap(title, 68), anchor: 'start', fontSize: 15, fontWeight: 600, color: INK, offset: 14 },
    description,
    background: PAPER,
    padding: { left: 4, right: 8, top: 6, bottom: 6 },
    config: {
      font: FONT,
      view: { stroke: null },
      axis: {
        labelFontSize: 13,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        labelColor: INK,
        titleColor: QUIET,
        domainColor: FAINT,
        tickColor: FAINT,
        gridColor: '#e9edf1',
        labelLimit: 220,
        labelPadding: 6,
        titlePadding: 10,
      },
      legend: {
        columnPadding: 18,
        labelFontSize: 13,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        labelColor: INK,
        titleColor: QUIET,
        labelLimit: 200,
        symbolSize: 90,
      },
      header: { labelColor: INK, labelFontSize: 13 },
      text: { fontSize: 13, color: INK },
    },
  };
}

/** Breaks a title at blanks, for a picture does not wrap by itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
