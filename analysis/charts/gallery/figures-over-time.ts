/** Whether the network as a whole has moved: its main figures in every wave, with the range that missing answers leave. */
import { waveNames } from '../../graph/select.ts';
import { measure } from '../../measure.ts';
import { MeasureError } from '../../measure-error.ts';
import { METRICS } from '../../metrics/index.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { decimal, list, many, percent } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type FigurePoint, figuresOverTime as lines } from '../figures-over-time.ts';
import { withTooltip } from '../tooltip.ts';
import { type GalleryEntry, measureOptions } from './entry.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const USUAL_METRICS = ['density', 'reciprocity', 'transitivity'];
const MOST_WAVES = 60;

export const figuresOverTime: GalleryEntry = {
  id: 'figures-over-time',
  question: 'Has the network as a whole moved?',
  reading:
    'Each small line has a scale of its own, with its first and last value written, and pale bars for the range that missing answers leave: read its direction, not its height. A figure that moves less than the range that missing answers leave has not been seen to move. Waves are other answers of other people as well as another time.',
  needs: ['several-waves'],
  takes: ['groupBy', 'metrics'],
  draw(records, options, execute): Chart {
    const metrics = options.metrics ?? [...(options.groupBy === undefined ? [] : ['e-i-index']), ...USUAL_METRICS];
    if (options.wave !== undefined && options.wave !== 'all') {
      throw new MeasureError('figures over time are of all waves; leave wave out');
    }
    const waves = inOrder(waveNames(records), new Map(records.waves.map(({ wave, opens }) => [wave, opens]))).slice(
      -MOST_WAVES,
    );
    const found = waves.map(({ wave, date }) => {
      const measured = measure(records, { ...measureOptions(options), metrics, wave, permutations: 1 }, execute);
      return { wave, date, measured };
    });
    const points = metrics.flatMap((id) =>
      found.flatMap(({ wave, date, measured }): (FigurePoint & Band & { wave: string; metric: string })[] => {
        const result = resultOf(measured, id, 'network');
        if (result === undefined || typeof result.value !== 'number') return [];
        const { value } = result;
        const title = METRICS.find((metric) => metric.id === id)!.title;
        return [
          { ...{ figure: title, metric: id, wave, date, value }, text: decimal(value, 3), ...bandOf(result, value) },
        ];
      }),
    );
    const drawn = metrics.filter((id) => points.filter(({ metric }) => metric === id).length > 1);
    const answers = found.map(
      ({ wave, measured: { input } }) =>
        `wave ${wave} ${input.response === null ? 'not recorded' : percent(input.response)}`,
    );
    const notes = [`${many(found.at(-1)!.measured.input.members, 'member')}. Answered: ${list(answers)}.`];
    if (drawn.length === 0) {
      return nothingToDraw(figuresOverTime.id, figuresOverTime.question, 'no figure is known in two waves', notes);
    }
    const shown = points.filter(({ metric }) => drawn.includes(metric));
    const title = findingOf(
      drawn.map((id) => shown.filter(({ metric }) => metric === id)),
      waves.length,
    );
    const description = `Small lines of ${list(drawn.map((id) => METRICS.find((metric) => metric.id === id)!.title))} over ${many(waves.length, 'wave')}, each on its own scale, with the first and the last value written.`;
    return {
      id: figuresOverTime.id,
      title,
      description,
      spec: withTooltip(lines(shown, title, description), [
        { field: 'figure', title: 'figure' },
        { field: 'wave', title: 'wave' },
        { field: 'value', title: 'value', format: '.3f' },
        { field: 'low', title: 'from', format: '.3f' },
        { field: 'high', title: 'to', format: '.3f' },
      ]),
      rows: shown.map(({ metric, wave, date, value, low, high }) => ({ metric, wave, date, value, low, high })),
      notes: [
        ...notes,
        'A figure is said to have moved where the ranges that missing answers leave in the first and the last wave lie apart. Chance, and people remembering otherwise, come on top; without a record of who answered, nothing is known of that range.',
      ],
    };
  },
};

interface Band {
  low: number | null;
  high: number | null;
}

/** Where everybody answered, nothing is missing that could move it. */
function bandOf({ low, high, response }: MetricResult, value: number): Band {
  return response === 1 ? { low: low ?? value, high: high ?? value } : { low, high };
}

/** By the day on which they opened; where no day is known of one of them, by number or name. */
function inOrder(waves: string[], opens: ReadonlyMap<string, string>): { wave: string; date: string }[] {
  if (waves.every((wave) => opens.has(wave))) {
    return waves
      .map((wave) => ({ wave, date: opens.get(wave)!.slice(0, 10) }))
      .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  }
  const isNumbered = waves.every((wave) => Number.isFinite(Number(wave)));
  return waves.toSorted(isNumbered ? (a, b) => Number(a) - Number(b) : undefined).map((wave) => ({ wave, date: wave }));
}

function findingOf(figures: (FigurePoint & Band)[][], waves: number): string {
  const moved = figures.flatMap((points) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    if (first.low === null || first.high === null || last.low === null || last.high === null) return [];
    if (first.low <= last.high && last.low <= first.high) return [];
    return [`${first.figure} ${last.value > first.value ? 'rose' : 'fell'} from ${first.text} to ${last.text}`];
  });
  if (moved.length > 0) return `Over ${many(waves, 'wave')}, ${list(moved)}, by more than missing answers could`;
  const isKnown = figures.some((points) => points.every(({ low }) => low !== null));
  return isKnown
    ? `Over ${many(waves, 'wave')} no figure has moved by more than missing answers could`
    : `Figures over ${many(waves, 'wave')}; how far missing answers could move them is not known`;
}
