/** Whether practice is spreading, how far it has come, and whether by announcement or from member to member. */
import { bassShare, fitBass } from '../../inference/bass-fit.ts';
import { type Measurement, measure } from '../../measure.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { decimal, list, percent } from '../../report/words.ts';
import { protectGrowth } from '../../suppression.ts';
import { practicesOf, resultOf } from '../../tables.ts';
import { type AdoptionPoint, adoptionBass, type FittedPoint } from '../adoption-bass.ts';
import type { Chart } from '../chart.ts';
import { MOST_GROUPS } from '../theme.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { membersNote } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** Bands of more than this hide each other. */
const MOST_FITS_DRAWN = 3;
const MOST_PERIODS_DRAWN = 120;
const NORMAL_95 = 1.96;
/** From fewer periods the intervals of two parameters are themselves a guess. */
const FEWEST_PERIODS_TO_TELL = 8;

export const adoptionCurve: GalleryEntry = {
  id: 'adoption-curve',
  question: 'Is practice spreading, and how fast?',
  reading:
    'A step up: that many more members have taken the practice up. Steep in the middle and flat at both ends is how things spread from person to person; steepest at the start is how announcements do. In Bass’s model p is the pull from outside, q that of those who have adopted. Having taken something up is not yet using it well, and a curve that fits proves no mechanism.',
  needs: ['adoptions'],
  takes: ['practice'],
  draw(records, options, execute): Chart {
    const { smallestGroup = SMALLEST_GROUP } = options;
    const measured = measure(records, { ...measureOptions(options), metrics: ['adoption-curve', 'bass'] }, execute);
    const curves = practicesOf(measured)
      .map((practice) => curveOf(measured, practice, smallestGroup))
      .toSorted((a, b) => b.last - a.last || (a.practice < b.practice ? -1 : 1));
    const shown = curves.filter(({ points }) => points.length > 0);
    const notes = [membersNote(measured), ...fewNote(curves, smallestGroup)];
    if (shown.length === 0) {
      return nothingToDraw(
        adoptionCurve.id,
        adoptionCurve.question,
        `fewer than ${smallestGroup} members have taken up any practice`,
        [membersNote(measured)],
      );
    }
    const drawn = shown.slice(0, MOST_GROUPS);
    const fitted = drawn.slice(0, MOST_FITS_DRAWN).flatMap(({ fit }) => fit.points);
    const title = `Taken up so far: ${list(drawn.slice(0, 3).map(({ practice, points }) => `${practice} by ${percent(points.at(-1)!.share)}`))} of members${mechanismOf(drawn)}`;
    const description = `Steps of the share of members who had taken up ${drawn.length === 1 ? 'the practice' : `each of ${drawn.length} practices`}, by time${fitted.length === 0 ? '' : ', with dashed curves of Bass’s model and their 95 per cent bands'}.`;
    const held = drawn.map(({ practice, points, end }) => ({ practice, time: end, share: points.at(-1)!.share }));
    const practices = drawn.map(({ practice }) => practice);
    return {
      id: adoptionCurve.id,
      title,
      description,
      spec: adoptionBass(
        drawn.flatMap(({ points }) => points),
        held,
        fitted,
        practices,
        title,
        description,
      ),
      rows: [
        ...shown
          .flatMap(({ points }) => points)
          .map((point) => ({ kind: 'observed', ...point, low: null, high: null })),
        ...fitted.map((point) => ({ kind: 'Bass model', ...point })),
      ],
      notes: [
        ...notes,
        `A point stands where at least ${smallestGroup} more members than at the point before had taken the practice up.`,
        ...drawn.map(({ practice, fit }) => `${practice}: ${fit.words}.`),
        ...(shown.length > drawn.length
          ? [
              `The ${drawn.length} practices that have spread furthest of ${shown.length} are drawn; all are in the data.`,
            ]
          : []),
      ],
    };
  },
};

interface Curve {
  practice: string;
  points: AdoptionPoint[];
  /** The last period. */
  end: number | string;
  last: number;
  fit: { points: FittedPoint[]; words: string; pull: 'contagion' | 'announcement' | null };
}

function curveOf(measured: Measurement, practice: string, smallest: number): Curve {
  const { details } = resultOf(measured, 'adoption-curve', 'network', practice)!;
  const {
    time = [],
    count = [],
    share = [],
  } = details as { time?: (number | string)[]; count?: number[]; share?: number[] };
  const all = time.map((at, period) => ({ practice, time: at, count: count[period]!, share: share[period]! }));
  const points = protectGrowth(all, (point) => point.count, smallest);
  return {
    practice,
    points: points.map(({ time: at, share: reached }) => ({ practice, time: at, share: reached })),
    end: time.at(-1) ?? 0,
    last: points.at(-1)?.share ?? 0,
    fit: fitOf(resultOf(measured, 'bass', 'network', practice)!, practice, time, share),
  };
}

/** The curve is drawn from the very fit that the metric reports. */
function fitOf(
  { value, reason, details }: MetricResult,
  practice: string,
  time: (number | string)[],
  shares: number[],
): Curve['fit'] {
  const fit = value === null ? null : fitBass(shares);
  if (fit === null) return { points: [], words: `no Bass curve, ${reason ?? 'none fits'}`, pull: null };
  const intervals = details.intervals as { p: [number, number]; q: [number, number] };
  const every = Math.ceil(time.length / MOST_PERIODS_DRAWN);
  const points = time.flatMap((at, period): FittedPoint[] => {
    if (period % every !== 0 && period !== time.length - 1) return [];
    const { share, error } = bassShare(fit, period + 1);
    const half = NORMAL_95 * error;
    return [{ practice, time: at, share, low: Math.max(0, share - half), high: Math.min(1, share + half) }];
  });
  const range = ([low, high]: [number, number]): string => `${decimal(low, 3)} to ${decimal(high, 3)}`;
  const words = `Bass’s p ${decimal(fit.p, 3)} (${range(intervals.p)}), q ${decimal(fit.q, 3)} (${range(intervals.q)}) a period, 95 % intervals from ${time.length} periods`;
  const told = `${words}: too few to tell the two apart`;
  if (time.length < FEWEST_PERIODS_TO_TELL) return { points, words: told, pull: null };
  const pull = intervals.q[0] > intervals.p[1] ? 'contagion' : intervals.p[0] > intervals.q[1] ? 'announcement' : null;
  return { points, words, pull };
}

/** Said only where the intervals of p and q lie apart. */
function mechanismOf(curves: readonly Curve[]): string {
  const by = (pull: Curve['fit']['pull']): string[] =>
    curves.filter(({ fit }) => fit.pull === pull).map(({ practice }) => practice);
  const parts = [
    ...(by('contagion').length === 0 ? [] : [`${list(by('contagion'))} as if from member to member`]),
    ...(by('announcement').length === 0 ? [] : [`${list(by('announcement'))} as if by announcement`]),
  ];
  return parts.length === 0 ? '' : `; ${list(parts)}`;
}

function fewNote(curves: readonly Curve[], smallest: number): string[] {
  const few = curves.filter(({ points }) => points.length === 0).map(({ practice }) => practice);
  return few.length === 0 ? [] : [`Fewer than ${smallest} members have taken up ${list(few)}.`];
}
