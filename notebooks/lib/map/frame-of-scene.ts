/** A map's scene as the frame takes it: every dot and line with the look it has in each picture. */
import {
  areaOf,
  figureText,
  LINES,
  type LineKind,
  type MapScene,
  mapScales,
  rangeOf,
  type SceneFrame,
  shadeOf,
  UNKNOWN,
  wordsOf,
} from '../../../analysis/charts/map/index.ts';
import { MAIN } from '../../../analysis/charts/theme.ts';
import {
  type FrameData,
  type FrameLegend,
  type FramePicture,
  HIGHLIGHTED,
  type LineLook,
  SHAPES,
  UNANSWERED,
} from './frame-data.ts';

/** Shades between which nobody sees a difference. */
const SHADES = 64;
const LINE_NAMES: Record<LineKind, string> = {
  within: 'within a group',
  tie: 'tie',
  between: 'between groups',
  highlighted: 'highlighted',
  proposed: 'proposed',
};
const LINE_KINDS = Object.keys(LINES) as LineKind[];

interface Looks {
  looks: FrameData['looks'];
  legend: FrameLegend;
  lookOf: (frame: SceneFrame, dot: number) => number;
}

export function frameOfScene(scene: MapScene): FrameData {
  const { dots, options, size } = scene;
  const words = wordsOf(scene);
  const { looks, legend, lookOf } = looksOf(scene);
  return {
    title: words.title,
    notes: words.notes,
    x: dots.map(({ x }) => x),
    y: dots.map(({ y }) => y),
    labels: options.labels === 'none' ? null : dots.map(({ label }) => label!),
    looks,
    lineLooks: lineLooks(scene),
    legend,
    sizeTitle: size?.title ?? null,
    pictures: scene.frames.map((frame, at) =>
      pictureOf(scene, frame, words.captions[at]!, (dot) => lookOf(frame, dot)),
    ),
  };
}

function pictureOf(scene: MapScene, frame: SceneFrame, caption: string, lookOf: (dot: number) => number): FramePicture {
  const dotAreaPx = dotArea(scene.dots.length);
  const ordered = LINE_KINDS.flatMap((kind) => frame.lines.filter((line) => line.kind === kind));
  return {
    name: frame.label ?? '',
    caption,
    look: frame.members.map((_, dot) => lookOf(dot)),
    radiusPx: frame.members.map(({ size }) => Math.round(Math.sqrt(areaOf(scene, { dotAreaPx }, size)) * 5) / 10),
    marks: frame.members.map(
      ({ answered, highlighted }) => (answered ? 0 : UNANSWERED) + (highlighted ? HIGHLIGHTED : 0),
    ),
    said: frame.members.map((_, dot) => saidOf(scene, frame, dot)),
    lines: ordered.flatMap(({ a, b, kind, toA, toB }) => {
      const isArrow = scene.hasArrows && toA !== toB;
      return [...(isArrow && toA ? [b, a] : [a, b]), LINE_KINDS.indexOf(kind), isArrow ? 1 : 0];
    }),
  };
}

/** The more dots, the smaller: they cover each other less, and can be zoomed. */
function dotArea(members: number): number {
  return Math.max(8, 160 * Math.min(1, (300 / Math.max(members, 1)) ** 0.75));
}

function looksOf({ colour }: MapScene): Looks {
  if (colour === null || (colour.kind === 'groups' && colour.names.length < 2)) {
    return { looks: [{ colour: MAIN, shape: 0 }], legend: null, lookOf: () => 0 };
  }
  if (colour.kind === 'groups') {
    const scales = mapScales(colour.names);
    const items = colour.names.map((name, at) => ({
      name,
      colour: scales.color.range[at]!,
      shape: Math.max(0, SHAPES.indexOf(scales.shape.range[at]!)),
    }));
    const position = new Map(colour.names.map((name, at) => [name, at]));
    return {
      looks: items.map(({ colour: own, shape }) => ({ colour: own, shape })),
      legend: { kind: 'groups', title: colour.title, items },
      lookOf: (frame, dot) => position.get(frame.members[dot]!.group!)!,
    };
  }
  const range = rangeOf(colour.values);
  const step = (range[1] - range[0]) / (SHADES - 1);
  const shades = Array.from({ length: SHADES }, (_, at) => shadeOf(range[0] + at * step, range));
  return {
    looks: [...shades, UNKNOWN].map((shade) => ({ colour: shade, shape: 0 })),
    legend: {
      kind: 'figure',
      title: colour.title,
      low: figureText(range[0]),
      high: figureText(range[1]),
      colours: [shades[0]!, shades[SHADES >> 1]!, shades[SHADES - 1]!],
    },
    lookOf: (frame, dot) => {
      const value = frame.members[dot]!.colour;
      return value === null ? SHADES : Math.round((value - range[0]) / step);
    },
  };
}

function lineLooks({ frames }: MapScene): LineLook[] {
  const used = new Set(frames.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  return LINE_KINDS.map((kind) => ({
    name: used.has(kind) ? LINE_NAMES[kind] : '',
    colour: LINES[kind].color,
    widthPx: LINES[kind].strokeWidth,
  }));
}

function saidOf({ colour, size }: MapScene, frame: SceneFrame, dot: number): string {
  const member = frame.members[dot]!;
  const figure = (title: string, value: number | null): string =>
    `${title} ${value === null ? 'not known' : figureText(value)}`;
  return [
    ...(colour?.kind === 'groups' ? [`${colour.title} ${member.group}`] : []),
    ...(colour?.kind === 'figure' ? [figure(colour.title, member.colour)] : []),
    ...(size === null || size.title === colour?.title ? [] : [figure(size.title, member.size)]),
    `tied to ${member.ties}`,
    ...(member.answered ? [] : ['did not answer']),
  ].join(' · ');
}
