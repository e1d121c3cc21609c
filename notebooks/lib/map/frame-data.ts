/** What the WebGL frame is given: a scene in numbers, colours already chosen. Both sides of the frame read this file. */

/** Where a dot's look is `colour` and `shape`, as in the legend. */
export interface LegendItem {
  name: string;
  colour: string;
  shape: number;
}

export type FrameLegend =
  | { kind: 'groups'; title: string; items: LegendItem[] }
  | { kind: 'figure'; title: string; low: string; high: string; colours: string[] }
  | null;

export interface LineLook {
  name: string;
  colour: string;
  widthPx: number;
}

export interface FramePicture {
  /** "wave 2"; empty where there is one picture. */
  name: string;
  caption: string;
  /** Per dot, the position in `looks`. */
  look: number[];
  /** Per dot, the radius in pixels. */
  radiusPx: number[];
  /** Per dot: 1 did not answer, 2 highlighted, 3 both. */
  marks: number[];
  /** Per dot, what is said of it besides its number: "region North · betweenness 0.12 · tied to 5". */
  said: string[];
  /** Four numbers a line: dot, dot, position in `lineLooks`, 1 for an arrowhead at the second. */
  lines: number[];
}

export interface FrameData {
  title: string;
  notes: string[];
  x: number[];
  y: number[];
  /** Per dot, what stands beside it; null where the map shows no labels and dots are known by their numbers. */
  labels: string[] | null;
  /** Colour and shape; dots refer to them by position. */
  looks: { colour: string; shape: number }[];
  lineLooks: LineLook[];
  legend: FrameLegend;
  sizeTitle: string | null;
  pictures: FramePicture[];
}

/** In the order of the theme's shapes; the shader draws them by these numbers. */
export const SHAPES: readonly string[] = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
];

export const UNANSWERED = 1;
export const HIGHLIGHTED = 2;
