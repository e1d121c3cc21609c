import { describe, expect, it } from 'vitest';
import { GALLERY } from '../../../analysis/charts/gallery/index.ts';
import { AIM_IDS as AIMS_THERE_ARE } from '../../../analysis/matching/aims/aim.ts';
import { METRICS } from '../../../analysis/metrics/index.ts';
import { AIM_IDS, CHART_IDS, METRIC_IDS } from '../../../notebooks/lib/ids.ts';

/** Said where a metric or a chart was added, and the list for cells was not told. */
const WAY_OUT = 'list it in notebooks/lib/ids.ts, in the same place';

describe('Law: what a cell may type is what there is', () => {
  it('metrics', () => expect(METRIC_IDS, WAY_OUT).toEqual(METRICS.map(({ id }) => id)));
  it('charts', () => expect(CHART_IDS, WAY_OUT).toEqual(GALLERY.map(({ id }) => id)));
  it('aims', () => expect(AIM_IDS, WAY_OUT).toEqual(AIMS_THERE_ARE));
});
