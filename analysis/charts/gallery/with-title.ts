/**
 * A title that is drawn, and so must not be wider than its picture: broken at blanks by the width of its letters. In a
 * report the title is text of the page, and breaks there.
 */
import type { Chart } from '../chart.ts';
import { textWidth } from '../text-width.ts';
import { CHART_WIDTH_PX, type Spec } from '../theme.ts';

const TITLE_SIZE_PX = 15;

export function withTitle(drawn: Chart): Chart {
  const title = { ...(drawn.spec.title as object), text: linesOf(drawn.title) };
  return { ...drawn, spec: { ...drawn.spec, title } as Spec };
}

function linesOf(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/ +/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, TITLE_SIZE_PX, true) <= CHART_WIDTH_PX) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
