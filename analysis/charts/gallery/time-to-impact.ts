/**
 * How long it takes from framing until something has become better, with bands and numbers still waited for. A line for
 * all that was framed; the picture of `time-to-adoption`, whose clock is of members, is another.
 */
import { survivalCurve } from '../../inference/survival-curve.ts';
import { measure } from '../../measure.ts';
import { waitsOf } from '../../metrics/practice/time-to-impact.ts';
import { many, percent } from '../../report/words.ts';
import type { Chart } from '../chart.ts';
import { BEYOND_END, survival as picture, type SurvivalPoint } from '../survival.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { membersNote } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

/** Short enough to stand whole beside the numbers. */
const ALL = 'all framed';
const NUMBERS = 6;

export const timeToImpact: GalleryEntry = {
  id: 'time-to-impact',
  question: 'How long does it take until something has become better by what we work on?',
  reading:
    'The line falls as agenda items, cycles and experiments have their first impact; where it crosses one half, half of them have. Numbers below are those still waited for: where they are few the line is a guess. An impact says that something became better, not that the network alone brought it about.',
  needs: [],
  takes: [],
  draw(records, options, execute): Chart {
    const { smallestGroup = SMALLEST_GROUP } = options;
    const measured = measure(records, { ...measureOptions(options), metrics: ['time-to-impact'] }, execute);
    const notes = [membersNote(measured)];
    const waits = waitsOf(records);
    const realised = waits.filter(({ cameAbout }) => cameAbout).length;
    if (waits.length < smallestGroup || realised === 0) {
      const why =
        waits.length < smallestGroup ? `fewer than ${smallestGroup} matters were framed` : 'no impact is known';
      return nothingToDraw(timeToImpact.id, timeToImpact.question, why, notes);
    }
    const { steps, median, interval } = survivalCurve(waits);
    const days = Math.max(1, ...waits.map(({ time }) => time));
    const start: SurvivalPoint = { group: ALL, period: 0, share: 1, low: 1, high: 1 };
    const moved = steps.map(({ time, share, low, high }) => ({ group: ALL, period: time, share, low, high }));
    const points = [start, ...moved, { ...(moved.at(-1) ?? start), period: days * (1 + BEYOND_END) }];
    const atRisk = Array.from({ length: NUMBERS }, (_, at) => {
      const period = Math.round((at * days) / NUMBERS);
      return { group: ALL, period, members: waits.filter(({ time }) => time >= period).length };
    });
    const title =
      median === null
        ? `Within ${many(Math.round(days), 'day')} ${percent(1 - (steps.at(-1)?.share ?? 1))} of what was framed had an impact; half has not`
        : `Half of what was framed had an impact after ${many(Math.round(median), 'day')}`;
    const description = `A falling line: the share of ${many(waits.length, 'matter')} that had no impact yet, with a 95 per cent band, over ${many(Math.round(days), 'day')}.`;
    const labels = { x: 'Days since it was framed', y: 'No impact yet' };
    return {
      id: timeToImpact.id,
      title,
      description,
      spec: picture(points, atRisk, [ALL], days, labels, title, description),
      rows: points.filter(({ period }) => period <= days).map((point) => ({ ...point })),
      notes: [
        ...notes,
        `${many(waits.length, 'matter')} framed, ${realised} with an impact. Kaplan and Meier’s estimate; band: 95 %, Greenwood.`,
        median === null
          ? 'The median lies beyond what was seen.'
          : `The median’s 95 % interval: ${interval[0] === null ? 'not known' : Math.round(interval[0])} to ${interval[1] === null ? 'beyond what was seen' : Math.round(interval[1])} days.`,
      ],
    };
  },
};
