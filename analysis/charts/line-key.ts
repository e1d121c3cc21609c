/**
 * A key to lines inside the picture's upper edge, told apart by dashes: a legend proper would need a scale of its own for
 * every mark, and would take the room of a column.
 */
import { textWidth } from './text-width.ts';
import { INK } from './theme.ts';

export interface KeyedLine {
  label: string;
  color: string;
  /** Lengths of strokes and gaps; none: an unbroken line. */
  dash?: number[];
  widthPx?: number;
}

const FONT_SIZE = 12;
const STROKE_PX = 26;
const GAP_PX = 8;

/** @param rightPx where the key ends. @param yPx from the upper edge, usually above it. */
export function lineKey(lines: readonly KeyedLine[], rightPx: number, yPx: number): object[] {
  let left = rightPx - lines.reduce((sum, line) => sum + lengthOf(line), 0);
  return lines.flatMap((line) => {
    const from = left;
    left += lengthOf(line);
    const { label, color, dash = [], widthPx = 2 } = line;
    return [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color, strokeWidth: widthPx, strokeDash: dash, aria: false },
        encoding: { x: { value: from }, x2: { value: from + STROKE_PX }, y: { value: yPx }, tooltip: null },
      },
      {
        data: { values: [{ label }] },
        mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: FONT_SIZE, color: INK, aria: false },
        encoding: {
          x: { value: from + STROKE_PX + GAP_PX },
          y: { value: yPx },
          text: { field: 'label', type: 'nominal' },
          tooltip: null,
        },
      },
    ];
  });
}

function lengthOf({ label }: KeyedLine): number {
  return STROKE_PX + GAP_PX + textWidth(label, FONT_SIZE) + 2 * GAP_PX;
}
