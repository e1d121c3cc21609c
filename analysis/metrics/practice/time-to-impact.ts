/** Time to impact: how long it takes from framing something until something has become better by it. */
import type { MeasurableRecords, PracticeRecords } from '../../../data/records/index.ts';
import type { Case } from '../../inference/median-survival.ts';
import { survivalCurve } from '../../inference/survival-curve.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

const DAY_MS = 86_400_000;

export type Framed = PracticeRecords['framing'][number]['what'];

/** What was framed, and how long until its first impact, or for how long it has been waited for. */
export interface Wait extends Case {
  what: Framed;
}

export const timeToImpact: Metric = {
  id: 'time-to-impact',
  family: 'practice',
  scopes: ['network'],
  title: 'Time to impact',
  question: 'How long does it take until something has become better by what we work on?',
  definition:
    'The days after which half of what was framed (items of the agenda, cycles, experiments) has had its first impact, by Kaplan and Meier: what has had none counts as waited for until the newest framing, impact, story or end of an experiment that is known. Details: framed, realised, the median’s 95 % interval (Brookmeyer and Crowley on Greenwood’s band, log(−log)), and framed, realised and median by what was framed.',
  direction: 'Ties are not read.',
  normalization: 'Days, from 0.',
  edgeCases:
    'Nothing framed: null. Fewer than half have had an impact: null, because the median lies beyond what was seen. An upper end that the band does not reach is null. Trials that were stopped go on being waited for: they are among what was framed and came to nothing so far.',
  nulls: {
    interval: 'that end of the band lies beyond what was seen',
    byWhat: 'nothing of the kind was framed, or fewer than half of it came to anything so far',
  },
  cost: 'O(f log f) for f framings.',
  reference: 'Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Brookmeyer & Crowley 1982, doi:10.2307/2530286',
  oracle: 'worked by hand; R survival 3.x survfit on the aml data, survival and standard errors to four digits',
  laws: READS_NO_TIES,
  reading:
    'Short says that what is framed comes home soon, not that it is large, nor that the network alone brought it about (look at contribution claims). An item of the agenda and the cycle that works on it are both counted; look at each kind by itself.',
  example: {
    network: 'a b c',
    practices: {
      framing: [framing(1, '01'), framing(2, '01'), framing(3, '01')],
      impact: [impact(1, '11'), impact(2, '21')],
    },
    gives: 20,
  },
  options: [],
  needs: 'practice',
  reads: 'framing',
  readsTies: false,
  compute(context) {
    const waits = waitsOf(context.records);
    const { median, interval } = survivalCurve(waits);
    const kinds: Framed[] = ['agenda-item', 'cycle', 'experiment'];
    const byWhat = kinds.map((what) => {
      const own = waits.filter((wait) => wait.what === what);
      return [what, { ...countsOf(own), median: survivalCurve(own).median }] as const;
    });
    const details = { ...countsOf(waits), interval, byWhat: Object.fromEntries(byWhat) };
    const given =
      median === null
        ? { reason: waits.length === 0 ? 'nothing has been framed' : 'fewer than half have had an impact so far' }
        : { value: median };
    return [figure(context, timeToImpact, 'network', given, { details })];
  },
};

export function waitsOf({ practices }: Pick<MeasurableRecords, 'practices'>): Wait[] {
  const { framing = [], impact: impacts = [], story = [], experiment = [] } = practices ?? {};
  const first = new Map<string, string>();
  for (const { about, realisedAt } of impacts) {
    const known = first.get(about);
    if (known === undefined || realisedAt < known) first.set(about, realisedAt);
  }
  const seenUntil = [
    ...framing.map(({ framedAt }) => framedAt),
    ...impacts.map(({ realisedAt }) => realisedAt),
    ...story.map(({ at }) => at),
    ...experiment.map(({ endedAt }) => endedAt ?? ''),
  ].reduce((latest, instant) => (instant > latest ? instant : latest), '');
  return framing.map(({ about, what, framedAt }) => {
    const realisedAt = first.get(about);
    const days = (Date.parse(realisedAt ?? seenUntil) - Date.parse(framedAt)) / DAY_MS;
    return { what, time: Math.max(0, days), cameAbout: realisedAt !== undefined };
  });
}

function countsOf(waits: readonly Wait[]): { framed: number; realised: number } {
  return { framed: waits.length, realised: waits.filter(({ cameAbout }) => cameAbout).length };
}

function framing(number: number, day: string) {
  return { about: `cycle-${number}`, what: 'cycle' as const, framedAt: `2026-03-${day}T09:00:00.000Z` };
}

function impact(number: number, day: string) {
  return {
    ...{ impact: `impact-${number}`, about: `cycle-${number}`, member: 'a', story: null, measure: null },
    ...{ realisedAt: `2026-03-${day}T09:00:00.000Z`, baseline: null, value: null, better: null, evidence: null },
  };
}
