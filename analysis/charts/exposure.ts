/**
 * Whether practice travels along ties: of the members whose contacts had taken a practice up to this share, how many had
 * taken it up themselves. Rising bars fit spread by contact; they do not prove it, for the like-minded name each other.
 */
import { CHART_WIDTH_PX, chart, MAIN, type Spec } from './theme.ts';

export interface ExposureBar {
  practice: string;
  /** "none", "up to a half" … in order. */
  exposure: string;
  /** Share of the band's members who had taken it up, 0 to 1; null where it may not be shown. */
  share: number | null;
  /** What is written over the bar, or in its place. */
  text: string;
}

export function exposureBars(bars: ExposureBar[], bands: string[], title: string, description: string): Spec {
  const practices = [...new Set(bars.map((bar) => bar.practice))];
  const width = Math.floor((CHART_WIDTH_PX - 90) / Math.max(1, practices.length)) - 12;
  return {
    ...chart(title, description),
    data: { values: bars.map((bar) => ({ ...bar, height: bar.share ?? 0 })) },
    facet: {
      column: {
        field: 'practice',
        type: 'nominal',
        sort: practices,
        title: null,
        header: { labelFontSize: 13, labelAnchor: 'start' },
      },
    },
    spacing: 16,
    spec: {
      width,
      height: 190,
      encoding: {
        x: {
          field: 'exposure',
          type: 'ordinal',
          sort: bands,
          scale: { paddingInner: 0.4, paddingOuter: 0.2 },
          title: 'Contacts who had taken it up',
          axis: { labelAngle: 0, labelLimit: 80 },
        },
        y: {
          field: 'height',
          type: 'quantitative',
          title: 'Took it up themselves',
          scale: { domain: [0, 1] },
          axis: { format: '.0%', tickCount: 5 },
        },
      },
      layer: [
        { mark: { type: 'bar', color: MAIN } },
        { mark: { type: 'text', dy: -8 }, encoding: { text: { field: 'text', type: 'nominal' } } },
      ],
    },
  } as Spec;
}
