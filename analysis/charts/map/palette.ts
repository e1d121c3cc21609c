/** How lines, groups and figures look in every drawing of a map. */
import { JOINT_GROUP } from '../../suppression.ts';
import { ACCENT, FAINT, groupScales, INK, QUIET } from '../theme.ts';
import type { LineKind } from './scene.ts';

/** From low to high; the lowest still stands out from paper. */
export const FIGURE_COLOURS = ['#c9dcec', '#7ba6cc', '#0b3c66'] as const;
/** What is not known is neither low nor high. */
export const UNKNOWN = '#b8bcc2';

/** In the order of drawing: what matters lies on top. */
export const LINES: Record<LineKind, { color: string; strokeWidth: number; strokeDash?: number[] }> = {
  within: { color: FAINT, strokeWidth: 0.8 },
  tie: { color: '#aab4be', strokeWidth: 0.8 },
  between: { color: QUIET, strokeWidth: 1.1 },
  highlighted: { color: INK, strokeWidth: 1.8 },
  proposed: { color: ACCENT, strokeWidth: 2.4, strokeDash: [6, 3] },
};

/** Those without a name of their own are a quiet background to those who have one. */
export function mapScales(names: readonly string[]): ReturnType<typeof groupScales> {
  const { color, shape } = groupScales(names);
  const at = names.indexOf(JOINT_GROUP);
  if (at >= 0) {
    color.range[at] = UNKNOWN;
    shape.range[at] = 'circle';
  }
  return { color, shape };
}

/** The colour of a figure: between the scale's colours in equal steps of red, green and blue, as Vega-Lite mixes them. */
export function shadeOf(value: number, [low, high]: readonly [number, number]): string {
  const at = ((value - low) / (high - low || 1)) * (FIGURE_COLOURS.length - 1);
  const from = Math.min(Math.floor(at), FIGURE_COLOURS.length - 2);
  const [one, other] = [channels(FIGURE_COLOURS[from]!), channels(FIGURE_COLOURS[from + 1]!)];
  const mixed = one.map((part, channel) => Math.round(part + (other[channel]! - part) * (at - from)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
