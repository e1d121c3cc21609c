import { describe, expect, it } from 'vitest';
import { GALLERY } from '../../../analysis/charts/gallery/index.ts';
import { AIM_IDS as AIMS_THERE_ARE } from '../../../analysis/matching/aims/aim.ts';
import { METRICS } from '../../../analysis/metrics/index.ts';
import { AIM_IDS, CHART_IDS, METRIC_IDS } from '../../../notebooks/lib/ids.ts';

describe('Law: what a cell may type is what there is', () => {
  it('metrics', () => expect(METRIC_IDS).toEqual(METRICS.map(({ id }) => id)));
  it('charts', () => expect(CHART_IDS).toEqual(GALLERY.map(({ id }) => id)));
  it('aims', () => expect(AIM_IDS).toEqual(AIMS_THERE_ARE));
});
