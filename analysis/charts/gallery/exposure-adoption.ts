/** Whether those whose contacts have taken a practice up follow more often: chance of adopting by exposure, period by period. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { contextFor, type MeasureOptions, measure } from '../../measure.ts';
import { type Adopters, adoptersOf } from '../../metrics/adopters.ts';
import type { MetricContext } from '../../metrics/context.ts';
import { exposureAt } from '../../metrics/exposures.ts';
import type { MetricResult } from '../../metrics/metric.ts';
import { count, percent, pValue } from '../../report/words.ts';
import { resultOf } from '../../tables.ts';
import type { Chart } from '../chart.ts';
import { type ExposureRate, exposureAdoption as picture } from '../exposure-adoption.ts';
import { type GalleryEntry, measureOptions, SMALLEST_GROUP } from './entry.ts';
import { isTold, notesOf, titled } from './notes.ts';
import { nothingToDraw } from './nothing-to-draw.ts';

const BANDS = ['none', 'up to ½', 'over ½'] as const;
/** Contacts must have come first: what is seen in the same period may have been the other way round. */
const USUAL_LAG_PERIODS = 1;

export const exposureAdoption: GalleryEntry = {
  id: 'exposure-adoption',
  question: 'Do people follow their contacts?',
  reading:
    'Each column: of all members and periods in which somebody could still take it up and so many of their contacts had before, the share in which they did. Columns that rise with bars that do not overlap fit spread by contact. They do not prove it: people who are alike name each other and may act alike for reasons of their own. The test asks whether other contacts, as many for each, would have looked the same.',
  needs: ['adoptions', 'one-practice'],
  takes: ['practice', 'lagPeriods', 'permutations'],
  draw(records, options, execute): Chart {
    const { smallestGroup = SMALLEST_GROUP, lagPeriods = USUAL_LAG_PERIODS } = options;
    const asked: MeasureOptions = { ...measureOptions(options), lagPeriods, metrics: ['structural-dependence'] };
    const measured = measure(records, asked, execute);
    const notes = notesOf(measured);
    const nothing = (reason: string): Chart =>
      nothingToDraw(exposureAdoption.id, exposureAdoption.question, reason, notes);
    const test = resultOf(measured, 'structural-dependence', 'network');
    const context = contextFor(records, asked, execute);
    const adopters = adoptersOf(context)[0];
    if (test === undefined || adopters === undefined) return nothing('no adoptions were measured');
    if (test.reason?.startsWith('not estimable') === true) return nothing(test.reason);
    if (context.graph.m === 0) return nothing('nobody names anybody');
    if (adopters.time.length <= lagPeriods) return nothing('all who took it up did so within one period');

    const rows = spells(context, adopters, lagPeriods)
      .map((spell, band) => rateOf(BANDS[band]!, spell, smallestGroup))
      .filter(({ atRisk }) => atRisk >= smallestGroup);
    if (rows.every(({ rate }) => rate === null))
      return nothing(`fewer than ${smallestGroup} members followed in any band`);
    const title = titled(findingOf(adopters.practice, rows, test), measured);
    const description = `A column for each of ${rows.length} bands of exposure: the share of members who took up ${adopters.practice} in the next period, with a 95 per cent interval.`;
    return {
      id: exposureAdoption.id,
      title,
      description,
      spec: picture(rows, title, description),
      rows: rows.map((row) => ({ practice: adopters.practice, ...row })),
      notes: [
        ...notes,
        `Exposure: the share of those a member names who had taken it up ${lagPeriods === 1 ? 'one period' : `${lagPeriods} periods`} before. Only members who answered and name somebody are in it.`,
        `Bars: 95 % intervals by Wilson, as if periods were independent, which within a person they are not quite.`,
        testNote(test, measured.options.seed),
        `“<” marks fewer people than may be shown.`,
      ],
    };
  },
};

interface Spell {
  atRisk: number;
  adopting: number;
}

/** Members times periods at risk, by band of exposure before. */
function spells(context: MetricContext, adopters: Adopters, lag: number): Spell[] {
  const { known } = context.selected.response;
  const bands = BANDS.map((): Spell => ({ atRisk: 0, adopting: 0 }));
  for (const [v, when] of adopters.adopted.entries()) {
    if (known[v] === 0) continue;
    const last = when >= 0 ? when : adopters.observedUntil[v]!;
    for (let period = lag; period <= last; period++) {
      const exposure = exposureAt(context, adopters, v, period - lag);
      if (exposure === null) break;
      const band = bands[exposure === 0 ? 0 : exposure <= 0.5 ? 1 : 2]!;
      band.atRisk++;
      if (period === when) band.adopting++;
    }
  }
  return bands;
}

function rateOf(exposure: string, { atRisk, adopting }: Spell, smallest: number): ExposureRate {
  if (adopting < smallest) {
    return { exposure, atRisk, adopting: null, rate: null, low: null, high: null, text: `< ${smallest} people` };
  }
  const [low, high] = wilsonInterval(adopting, atRisk);
  return { exposure, atRisk, adopting, rate: adopting / atRisk, low, high, text: rateText(adopting / atRisk) };
}

function rateText(rate: number): string {
  return rate < 0.01 ? 'under 1\u00a0%' : percent(rate);
}

function findingOf(practice: string, rows: ExposureRate[], test: MetricResult): string {
  const told = rows.filter((row) => row.rate !== null);
  const ends = told.length < 2 ? told : [told[0]!, told.at(-1)!];
  const rates = ends.map(({ exposure, rate }) => `${rateText(rate!)} where ${wordsOf(exposure)}`);
  const p = test.details.p;
  const chance =
    typeof p !== 'number'
      ? ''
      : isTold(p)
        ? `; other contacts would not have looked so (${pValue(p)})`
        : `; other contacts would have looked much the same (${pValue(p)})`;
  return `${practice} was taken up in a period by ${rates.join(', by ')}${chance}`;
}

function wordsOf(exposure: string): string {
  return { none: 'no contact had', 'up to ½': 'up to half of the contacts had', 'over ½': 'more than half had' }[
    exposure
  ]!;
}

function testNote({ value, reason, details }: MetricResult, seed: number): string {
  if (typeof value !== 'number') return `No test against other contacts: ${reason}.`;
  const { rewires, observed, expected } = details as { rewires: number; observed: number; expected: number };
  return `Test: mean share of contacts at adoption ${percent(observed)}, ${percent(expected)} on average in ${count(rewires)} networks with other contacts, as many for each; ${pValue(Number(details.p))}, seed ${seed}.`;
}
