/**
 * A scene in Vega-Lite: lines, arrowheads, dots, rings, labels, in this order from back to front. What it uses is the same
 * in Vega-Lite 5.6 (JupyterLab's) and 6.
 *
 * One picture can be zoomed and moved, with a slider where it has several states; pictures side by side stand still.
 */
import { CHART_WIDTH_PX, chart, INK, MAIN, PAPER, QUIET, type Spec, wrap } from '../theme.ts';
import type { FigureLook } from './look.ts';
import { MOST_TIES_DRAWN } from './options.ts';
import { FIGURE_COLOURS, LINES, mapScales, UNKNOWN } from './palette.ts';
import { extentOf } from './places.ts';
import { areaRange, arrowRows, type Drawing, dotRows, lineRows, rangeOf } from './rows.ts';
import type { LineKind, MapScene } from './scene.ts';
import type { MapWords } from './words.ts';

const FRAME_WIDTH_PX = CHART_WIDTH_PX - 20;
const GAP_PX = 16;
const CAPTION_LINE_PX = 15;
const MARGIN = 0.06;
const MOST_LABELS = 60;
/** The default also listens to the window, which a picture drawn without a browser does not have. */
const DRAG = '[mousedown, mouseup] > mousemove!';

export function specOf(scene: MapScene, words: MapWords): Spec {
  const isMany = scene.frames.length > 1 && scene.options.arrange === 'multiples';
  return isMany ? multiples(scene, words) : single(scene, words);
}

function single(scene: MapScene, words: MapWords): Spec {
  const drawing = drawingOf(scene, FRAME_WIDTH_PX);
  const { frames } = scene;
  const last = frames.length - 1;
  const hasSlider = frames.length > 1;
  const slider = {
    name: 'picture',
    value: last,
    bind: { input: 'range', min: 0, max: last, step: 1, name: sliderName(scene) },
  };
  return {
    ...titled(words),
    ...(hasSlider ? { params: [slider] } : {}),
    width: drawing.widthPx,
    height: drawing.heightPx,
    datasets: datasetsOf(scene, drawing),
    layer: [
      ...layersOf(scene, drawing, hasSlider ? [{ filter: 'datum.picture === picture' }] : [], true),
      ...(hasSlider ? [pictureName(scene)] : []),
      caption(words.captions, drawing.heightPx + 6),
    ],
  } as unknown as Spec;
}

function multiples(scene: MapScene, words: MapWords): Spec {
  const { frames } = scene;
  const columns = frames.length <= 4 ? 2 : 3;
  const drawing = drawingOf(scene, Math.floor((FRAME_WIDTH_PX - GAP_PX * (columns - 1)) / columns));
  return {
    ...titled(words),
    datasets: datasetsOf(scene, drawing),
    spacing: 8,
    vconcat: [
      {
        columns,
        spacing: GAP_PX,
        concat: frames.map((frame, at) => ({
          title: {
            text: `${frame.label}: ${frame.pairs} pairs`,
            fontSize: 12,
            fontWeight: 'normal',
            color: INK,
            offset: 4,
          },
          width: drawing.widthPx,
          height: drawing.heightPx,
          layer: layersOf(scene, drawing, [{ filter: `datum.picture === ${at}` }], false),
        })),
      },
      {
        width: FRAME_WIDTH_PX,
        height: CAPTION_LINE_PX,
        view: { stroke: null },
        ...caption(words.captions.slice(-1), 0),
      },
    ],
  } as unknown as Spec;
}

/** A map's title may be longer than a line of the theme's width holds in bold. */
function titled({ title, description }: MapWords) {
  const start = chart(title, description);
  return { ...start, title: { ...(start.title as object), text: wrap(title, 56) } };
}

/** How large the picture is, and how large dots in it are: the more, the smaller, so that lines stay visible. */
function drawingOf({ dots, options }: MapScene, widthPx: number): Drawing {
  const { low, high } = extentOf(dots);
  const middle = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
  const beside = options.labels === 'none' ? MARGIN : 3 * MARGIN;
  const width = Math.max(high.x - low.x, 0.4) + 2 * beside;
  const height = Math.max(high.y - low.y, 0.4) + MARGIN + beside;
  // The same scale in both directions, at most a little higher than wide.
  const perPx = Math.max(width / widthPx, height / (widthPx * 1.25));
  const heightPx = Math.max(Math.round(height / perPx), Math.round(widthPx * 0.5));
  const half = { x: (perPx * widthPx) / 2, y: (perPx * heightPx) / 2 };
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return {
    widthPx,
    heightPx,
    x: [round(middle.x - half.x), round(middle.x + half.x)],
    y: [round(middle.y - half.y), round(middle.y + half.y)],
    dotAreaPx: Math.round(
      Math.max(8, 110 * Math.min(1, Math.sqrt(60 / Math.max(dots.length, 1))) * (widthPx / FRAME_WIDTH_PX)),
    ),
  };
}

function datasetsOf(scene: MapScene, drawing: Drawing): Record<string, object[]> {
  return {
    dots: dotRows(scene, drawing),
    ties: lineRows(scene),
    ...(scene.hasArrows ? { arrows: arrowRows(scene, drawing) } : {}),
  };
}

function layersOf(scene: MapScene, drawing: Drawing, transform: object[], isZoomable: boolean): object[] {
  const at = (field: string, domain: number[]) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  });
  const place = { x: at('x', drawing.x), y: at('y', drawing.y) };
  const kinds = new Set(scene.frames.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  const { highlight } = scene.options;
  const mostDrawn = Math.max(...scene.frames.map(({ drawn }) => drawn));
  const thinner = Math.min(1, Math.sqrt(MOST_TIES_DRAWN / Math.max(mostDrawn, 1)));
  const lines = (Object.keys(LINES) as LineKind[])
    .filter((kind) => kinds.has(kind))
    .map((kind) => ({
      data: { name: 'ties' },
      transform: [...transform, { filter: `datum.kind === '${kind}'` }],
      mark: { type: 'rule', clip: true, tooltip: null, ...LINES[kind], strokeWidth: LINES[kind].strokeWidth * thinner },
      encoding: { ...place, x2: { field: 'x2' }, y2: { field: 'y2' } },
    }));
  const arrows = {
    data: { name: 'arrows' },
    transform,
    mark: { type: 'point', shape: 'triangle', filled: true, clip: true, color: QUIET, size: 26, opacity: 1 },
    encoding: { ...place, angle: { field: 'angle', type: 'quantitative', scale: null } },
  };
  const layers = [
    ...lines,
    ...(scene.hasArrows ? [arrows] : []),
    ...dotLayers(scene, drawing, transform, place),
    ...(highlight !== undefined && highlight !== 'bridges'
      ? [{ data: { name: 'dots' }, ...ring(transform, place) }]
      : []),
    ...(scene.options.labels === 'none' ? [] : labels(scene, transform, place)),
  ];
  if (!isZoomable) return layers;
  const zoom = { name: 'zoom', select: { type: 'interval', translate: DRAG, zoom: 'wheel!' }, bind: 'scales' };
  return layers.map((layer, index) => (index === 0 ? { ...layer, params: [zoom] } : layer));
}

/** One layer for those who answered, one for those who did not: a legend takes its look from one that has no exceptions. */
function dotLayers(scene: MapScene, drawing: Drawing, transform: object[], place: object): object[] {
  const isFigure = scene.colour?.kind === 'figure';
  const isUsed = (answered: boolean): boolean =>
    scene.frames.some(({ members }) => members.some((member) => member.answered === answered));
  // A rim of paper parts dots from lines; around the smallest it would leave nothing of them.
  const thinRim = drawing.dotAreaPx < 20 ? 0.2 : isFigure ? 0.5 : 0.8;
  const rim = isFigure ? { strokeWidth: 0.5 } : { strokeWidth: drawing.dotAreaPx > 40 ? 1.8 : 1.1 };
  const layer = (test: string, mark: object, encoding: object) => ({
    data: { name: 'dots' },
    transform: [...transform, { filter: test }],
    mark: { type: 'point', clip: true, opacity: 1, size: drawing.dotAreaPx, ...mark },
    encoding: {
      ...place,
      ...encoding,
      ...(scene.size === null ? {} : { size: sizeEncoding(scene, scene.size, drawing) }),
      tooltip: tooltipOf(scene),
    },
  });
  const { solid, hollow } = colourEncodings(scene);
  return [
    // The first of them gives the legends their look.
    ...(isUsed(true) || !isUsed(false)
      ? [layer('datum.answered', { strokeWidth: thinRim, ...solid.mark }, solid.encoding)]
      : []),
    ...(isUsed(false) ? [layer('!datum.answered', { ...rim, ...hollow.mark }, hollow.encoding)] : []),
  ];
}

interface Ink {
  mark: object;
  encoding: object;
}

function colourEncodings(scene: MapScene): { solid: Ink; hollow: Ink } {
  const { colour } = scene;
  const legend = { orient: 'bottom', title: colour?.title, offset: legendOffset(scene) };
  if (colour?.kind === 'figure') {
    const fill = {
      condition: { test: '!datum.known', value: UNKNOWN },
      ...{ field: 'colour', type: 'quantitative', scale: { domain: rangeOf(colour.values), range: FIGURE_COLOURS } },
      legend: { ...legend, gradientLength: 180, tickCount: 4 },
    };
    // A hollow dot would not show its figure, and who is named by others has one without having answered.
    return {
      solid: { mark: { stroke: INK, shape: 'circle' }, encoding: { fill } },
      hollow: { mark: { stroke: INK, shape: 'diamond' }, encoding: { fill } },
    };
  }
  if (colour === null || colour.names.length < 2) {
    return {
      solid: { mark: { fill: MAIN, stroke: PAPER }, encoding: {} },
      hollow: { mark: { fill: PAPER, stroke: MAIN }, encoding: {} },
    };
  }
  const scales = mapScales(colour.names);
  // Title and columns of all legends agree, or Vega-Lite draws one for colour and one for shape.
  const group = { field: 'group', type: 'nominal', legend: { ...legend, columns: 4 } };
  const shape = { ...group, scale: scales.shape };
  const color = { ...group, scale: scales.color };
  return {
    solid: { mark: { stroke: PAPER }, encoding: { fill: color, shape } },
    hollow: { mark: { fill: PAPER }, encoding: { stroke: color, shape } },
  };
}

function tooltipOf({ colour, size, options }: MapScene): object[] {
  const nominal = (field: string, title: string) => ({ field, type: 'nominal', title });
  return [
    ...(options.labels === 'none' ? [] : [nominal('label', 'member')]),
    ...(colour === null ? [] : [nominal(colour.kind === 'groups' ? 'group' : 'figure', colour.title)]),
    ...(size === null || size.title === colour?.title ? [] : [nominal('area', size.title)]),
    { field: 'ties', type: 'quantitative', title: 'tied to' },
    nominal('said', 'answered'),
  ];
}

function sizeEncoding(scene: MapScene, size: FigureLook, drawing: Drawing): object {
  const [, high] = rangeOf(size.values);
  return {
    field: 'size',
    type: 'quantitative',
    scale: { domain: [0, high], range: areaRange(drawing), nice: false, zero: true },
    legend: {
      orient: 'bottom',
      title: size.title,
      offset: legendOffset(scene),
      tickCount: 3,
      symbolType: 'circle',
      symbolFillColor: '#7b8794',
      symbolStrokeColor: PAPER,
    },
  };
}

function ring(transform: object[], place: object): object {
  return {
    transform: [...transform, { filter: 'isValid(datum.ring)' }],
    mark: { type: 'point', shape: 'circle', filled: false, clip: true, stroke: INK, strokeWidth: 1.8, opacity: 1 },
    encoding: { ...place, size: { field: 'ring', type: 'quantitative', scale: null } },
  };
}

/** All of them where they can be read, otherwise those of whom the map is about. */
/** All of them where they can be read, otherwise those of whom the map is about; on a rim of paper, to cross lines. */
function labels({ dots, options }: MapScene, transform: object[], place: object): object[] {
  const some =
    dots.length <= MOST_LABELS ? [] : [{ filter: options.highlight === undefined ? 'false' : 'isValid(datum.ring)' }];
  const layer = (mark: object) => ({
    data: { name: 'dots' },
    transform: [...transform, ...some],
    mark: { type: 'text', clip: true, fontSize: 10, dy: -11, ...mark },
    encoding: { ...place, text: { field: 'label', type: 'nominal' } },
  });
  return [layer({ color: PAPER, stroke: PAPER, strokeWidth: 3 }), layer({ color: INK })];
}

function pictureName({ frames }: MapScene): object {
  return {
    data: { values: frames.map(({ label, pairs }, picture) => ({ picture, name: `${label}: ${pairs} pairs` })) },
    transform: [{ filter: 'datum.picture === picture' }],
    mark: { type: 'text', align: 'left', baseline: 'bottom', fontSize: 13, color: INK, x: 0, y: -4, clip: false },
    encoding: { text: { field: 'name', type: 'nominal' } },
  };
}

function caption(captions: readonly string[], y: number): object {
  return {
    data: { values: captions.map((text, picture) => ({ picture, text: wrap(text, 84).join('\n') })) },
    transform: captions.length > 1 ? [{ filter: 'datum.picture === picture' }] : [],
    mark: {
      ...{ type: 'text', align: 'left', baseline: 'top', lineBreak: '\n', lineHeight: CAPTION_LINE_PX },
      // A picture that can be zoomed cuts off what lies outside, and so would the words under it be.
      ...{ fontSize: 11, color: QUIET, x: 0, y, clip: false },
    },
    encoding: { text: { field: 'text', type: 'nominal' } },
  };
}

function legendOffset(scene: Pick<MapScene, 'options' | 'frames'>): number {
  return scene.frames.length > 1 && scene.options.arrange === 'multiples' ? 10 : 14 + 2 * CAPTION_LINE_PX;
}

function sliderName({ frames }: MapScene): string {
  return `${frames[0]!.label} to ${frames.at(-1)!.label} `;
}
