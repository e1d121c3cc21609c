/** A scene as rows: those that the specification draws, and those that are exported beside the picture. */
import type { ChartRow } from '../chart.ts';
import type { MapScene } from './scene.ts';
import { figureText } from './words.ts';

type Cells = Record<string, string | number | boolean | null>;

/** The size of a picture in pixels and in the layout's units. */
export interface Drawing {
  widthPx: number;
  heightPx: number;
  x: [number, number];
  y: [number, number];
  dotAreaPx: number;
}

export function dotRows(scene: MapScene, drawing: Drawing): Record<string, unknown>[] {
  const { frames, dots, colour, size, options } = scene;
  const lowest = colour?.kind === 'figure' ? rangeOf(colour.values)[0] : 0;
  return frames.flatMap(({ members }, picture) =>
    members.map((member, at) => {
      const { x, y, label } = dots[at]!;
      return {
        x,
        y,
        ...(frames.length > 1 ? { picture } : {}),
        ...(options.labels === 'none' ? {} : { label }),
        // A dot without a figure would be left out: it is drawn at the scale's end, and says that it is not known.
        ...(colour === null
          ? {}
          : colour.kind === 'groups'
            ? { group: member.group }
            : { colour: member.colour ?? lowest }),
        ...(colour?.kind === 'figure' ? { known: member.colour !== null, figure: figureSaid(member.colour) } : {}),
        ...(size === null ? {} : { size: member.size ?? 0, area: figureSaid(member.size) }),
        ties: member.ties,
        answered: member.answered,
        said: member.answered ? 'yes' : 'no',
        ...(member.highlighted ? { ring: ringOf(areaOf(scene, drawing, member.size)) } : {}),
      };
    }),
  );
}

/** Around the dot, a little away from it. */
function ringOf(areaPx: number): number {
  return Math.round((Math.sqrt(areaPx) + 9) ** 2);
}

function figureSaid(value: number | null): string {
  return value === null ? 'not known' : figureText(value);
}

export function lineRows({ frames, dots }: MapScene): Record<string, unknown>[] {
  return frames.flatMap(({ lines }, picture) =>
    lines.map(({ a, b, kind }) => ({
      x: dots[a]!.x,
      y: dots[a]!.y,
      x2: dots[b]!.x,
      y2: dots[b]!.y,
      kind,
      ...(frames.length > 1 ? { picture } : {}),
    })),
  );
}

/** How large a dot is: by its figure in proportion, but nobody vanishes. */
export function areaRange({ dotAreaPx }: Pick<Drawing, 'dotAreaPx'>): [number, number] {
  return [dotAreaPx * 0.2, dotAreaPx * 5];
}

export function areaOf({ size }: MapScene, drawing: Pick<Drawing, 'dotAreaPx'>, value: number | null): number {
  if (size === null) return drawing.dotAreaPx;
  const [least, most] = areaRange(drawing);
  return value === null ? least : least + ((most - least) * value) / rangeOf(size.values)[1];
}

/** Arrowheads, just outside the dot of whom is named. Angles turn clockwise from straight up, as Vega's do. */
export function arrowRows(scene: MapScene, drawing: Drawing): Record<string, unknown>[] {
  const { frames, dots } = scene;
  const unitsPerPx = (drawing.x[1] - drawing.x[0]) / drawing.widthPx;
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return frames.flatMap(({ lines, members }, picture) => {
    const head = (from: number, to: number): Record<string, unknown> => {
      const [a, b] = [dots[from]!, dots[to]!];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = Math.sqrt(dx * dx + dy * dy) || 1;
      const gap = (Math.sqrt(areaOf(scene, drawing, members[to]!.size)) / 2 + 4) * unitsPerPx;
      return {
        x: round(b.x - (dx / length) * gap),
        y: round(b.y - (dy / length) * gap),
        angle: Math.round((Math.atan2(dx, dy) * 180) / Math.PI),
        ...(frames.length > 1 ? { picture } : {}),
      };
    };
    return lines.flatMap(({ a, b, toA, toB }) => [
      ...(toB && !toA ? [head(a, b)] : []),
      ...(toA && !toB ? [head(b, a)] : []),
    ]);
  });
}

export function rangeOf(values: readonly (readonly (number | null)[])[]): [number, number] {
  const known = values.flat().filter((value) => value !== null);
  if (known.length === 0) return [0, 1];
  const low = known.reduce((least, value) => Math.min(least, value), known[0]!);
  const high = known.reduce((most, value) => Math.max(most, value), known[0]!);
  return low === high ? [Math.min(low, 0), Math.max(high, 1)] : [low, high];
}

/** Dots first, then lines, in one table: a column that does not apply is empty. */
export function exportRows({ frames, dots, colour, size, options }: MapScene): ChartRow[] {
  const empty: Cells = {
    ...(frames.length > 1 ? { picture: null } : {}),
    row: null,
    dot: null,
    ...(options.labels === 'none' ? {} : { member: null }),
    x: null,
    y: null,
    'tied to': null,
    answered: null,
    highlighted: null,
    'to dot': null,
    tie: null,
    strength: null,
  };
  // An attribute may be called as one of ours is.
  const column = (title: string): string => (Object.hasOwn(empty, title) ? `${title} (attribute)` : title);
  return frames.flatMap(({ label, members, lines }): Cells[] => {
    const picture: Cells = frames.length > 1 ? { picture: label } : {};
    const start = (at: number): Cells => ({
      ...picture,
      dot: dots[at]!.dot,
      ...(options.labels === 'none' ? {} : { member: dots[at]!.label }),
    });
    const looks = (group: string | number | null, figure: number | null): Cells => ({
      ...(colour === null ? {} : { [column(colour.title)]: group }),
      ...(size === null || size.title === colour?.title ? {} : { [column(size.title)]: figure }),
    });
    return [
      ...members.map((member, at) => ({
        ...empty,
        ...start(at),
        ...looks(member.group ?? member.colour, member.size),
        row: 'member',
        x: dots[at]!.x,
        y: dots[at]!.y,
        'tied to': member.ties,
        answered: member.answered,
        highlighted: member.highlighted,
      })),
      ...lines.map(({ a, b, kind, strength }) => ({
        ...empty,
        ...start(a),
        ...looks(null, null),
        row: 'tie',
        'to dot': dots[b]!.dot,
        highlighted: kind === 'highlighted',
        tie: kind,
        strength: kind === 'proposed' ? null : strength,
      })),
    ];
  });
}
