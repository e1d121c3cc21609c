/** What charts there are: each with the question it answers and how its answer is read. */
import { tableOf } from './records-tables.ts';
import type { Row, Table } from './table/table.ts';

/**
 * The gallery: every chart, its question, what it needs and how to read it.
 * @example await charts()
 */
export async function charts(): Promise<Table> {
  const { GALLERY } = await import('../../analysis/charts/gallery/index.ts');
  const rows = GALLERY.map(({ id, question, needs, takes, reading }): Row => {
    return { chart: id, question, needs: needs.join(', '), takes: takes.join(', '), 'how to read it': reading };
  });
  return tableOf(['chart', 'question', 'needs', 'takes', 'how to read it'], rows, {
    caption: 'Charts: await network.chart(id, { … })',
  });
}

/**
 * Every metric: its question, what it needs and how to read it. `weft metrics ID` says more.
 * @example (await metrics()).filter((d) => d.family === 'silo')
 */
export async function metrics(): Promise<Table> {
  const { METRICS } = await import('../../analysis/metrics/index.ts');
  const rows = METRICS.map(({ id, family, question, needs, scopes, reading }): Row => {
    return { metric: id, family, question, needs, of: scopes.join(', '), 'how to read it': reading };
  });
  return tableOf(['metric', 'family', 'question', 'needs', 'of', 'how to read it'], rows, { caption: 'Metrics' });
}
