/**
 * The picture of a question that has no answer yet: the reason in words, where axes without marks would look like zero.
 */
import type { Chart } from '../chart.ts';
import { CHART_WIDTH_PX, chart, QUIET, type Spec, wrap } from '../theme.ts';

export function nothingToDraw(id: string, subject: string, reason: string, notes: readonly string[]): Chart {
  const title = `${subject} Nothing can be said: ${reason}.`;
  const description = `No figure is drawn, because ${reason}.`;
  const spec = {
    ...chart(title, description),
    width: CHART_WIDTH_PX,
    height: 60,
    data: { values: [{ text: wrap(`Nothing to draw: ${reason}.`, 64).join('\n') }] },
    mark: { type: 'text', align: 'left', x: 0, fontSize: 13, color: QUIET, lineBreak: '\n' },
    encoding: { text: { field: 'text', type: 'nominal' } },
  } as Spec;
  return { id, title, description, spec, rows: [], notes };
}
