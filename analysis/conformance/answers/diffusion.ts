/**
 * Which figures on adoption answer which records. Compared with the coding in which who has not adopted is missing; the
 * other coding counts them as adopting one period after the last.
 */
import { type Answer, answer, detail, type Figures, type More, nullAsZero, sizeOf, WEIGHTED } from '../answer.ts';

const details =
  (...names: string[]) =>
  (figures: Figures) =>
    names.map((name) => figures.detail(name));
const fields =
  (...names: string[]) =>
  (given: unknown) =>
    names.map((name) => (given as Record<string, unknown>)[name]);

const firstAndLast = (figures: Figures) => {
  const time = figures.detail('time') as number[];
  return [time[0], time.at(-1)];
};
const newAdopters = (figures: Figures) =>
  (figures.detail('count') as number[]).map((upTo, at, all) => upTo - (all[at - 1] ?? 0));

/** netdiffuseR leaves the first period's hazard at 0; ours is adopters/N. */
const hazardAfterFirst = (figures: Figures) => [0, ...(figures.detail('hazard') as unknown[]).slice(1)];

/** netdiffuseR says 0 where there are no contacts, and counts these members in its mean. */
const lastColumn = (given: unknown) => (given as number[][]).map((row) => row.at(-1));
const contactsWhoAdopted = (figures: Figures) => {
  const contacts = figures.members('out-degree') as number[];
  return nullAsZero(figures).map((share, at) => (share as number) * contacts[at]!);
};
const meanOfAll = (figures: Figures) => {
  const withContacts = figures.members().filter((one) => one !== null).length;
  return (figures.detail('mean') as (number | null)[]).map((mean) => ((mean ?? 0) * withContacts) / sizeOf(figures));
};
const thresholds = (figures: Figures) => {
  const { values, reasons } = figures.result('member');
  return figures.order.map((id) => (reasons?.[id] === 'no contacts' ? 0 : values?.[id]));
};

const CLASSES: Readonly<Record<string, string>> = {
  'early-adopter': 'Early Adopters',
  'early-majority': 'Early Majority',
  'late-majority': 'Late Majority',
  laggard: 'Laggards',
};
const classes = (figures: Figures) =>
  figures.members().map((one) => (one === null ? 'Non-Adopters' : CLASSES[String(one)]));
const THRESHOLD_CLASSES: Readonly<Record<string, string>> = {
  'very-low': 'Very Low Thresh.',
  low: 'Low Thresh.',
  high: 'High Thresh.',
  'very-high': 'Very High Thresh.',
};
const thresholdClasses = (figures: Figures) => {
  const { values } = figures.detail('threshold') as { values: Record<string, string | null> | null };
  const adopted = figures.members();
  return figures.order.map((id, at) => {
    const place = values?.[id] ?? null;
    return adopted[at] === null ? 'Non-Adopters' : place === null ? null : THRESHOLD_CLASSES[place];
  });
};
/** netdiffuseR takes an adopter who names nobody for one with a threshold of 0, which moves its cuts. */
const allHaveContacts: More = { when: (figures) => !thresholdClasses(figures).includes(null) };

const classSizes = (figures: Figures) => {
  const sizes: Record<string, number> = {};
  for (const name of ['Non-Adopters', ...Object.values(CLASSES)]) sizes[name] = 0;
  for (const name of classes(figures)) sizes[name!]!++;
  return sizes;
};
const degrees = (figures: Figures) => ({
  indegree: figures.members('in-degree'),
  outdegree: figures.members('out-degree'),
});
/** netdiffuseR says 0 where there is nothing to divide by; we say null, but for who has not adopted. */
const contagionBy = (of: (figures: Figures) => Record<string, unknown>) => (figures: Figures) => {
  const { reasons } = figures.result('member');
  const values = of(figures);
  return figures.order.map((id) => (reasons?.[id] === NOT_ADOPTED ? null : (values[id] ?? 0)));
};
const NOT_ADOPTED = 'has not adopted while observed';
const normalized = contagionBy((figures) => figures.result('member').values ?? {});
const shares = contagionBy((figures) => figures.detail('shares') as Record<string, unknown>);
const discounted = contagionBy(
  (figures) => (figures.detail('discounted') as { values: Record<string, unknown> }).values,
);

/** Where the missing are coded as adopting after the end, only who did adopt is compared. */
const ofAdopters: More = {
  theirs: (given, figures) => {
    const { reasons } = figures.result('member');
    return figures.order.map((id, at) => (reasons?.[id] === NOT_ADOPTED ? 'NA' : (given as unknown[])[at]));
  },
};

/** nls stops when a step would gain less than 1e-5 of what is left. */
const NLS = { relative: 1e-5, absolute: 1e-9 };
const standardErrors = (figures: Figures) => {
  const { p, q } = figures.detail('standardErrors') as { p: number; q: number };
  return [figures.detail('p'), figures.detail('q'), p, q, figures.detail('residualSumOfSquares')];
};

const LAG: More = { options: { lagPeriods: 1 } };
const WEIGHTED_LAG: More = { options: { strength: true, lagPeriods: 1 } };
const MATRIX = 'normalized=TRUE lags=0 ; n x T by row';
const MEAN = 'normalized=TRUE lags=0 ; mean over nodes per period';

export const DIFFUSION: readonly Answer[] = [
  answer('periods', '', 'adoption-curve', firstAndLast),
  answer('cumulative_adopt', 'count', 'adoption-curve', detail('count')),
  answer('cumulative_adopt', 'proportion of n', 'adoption-curve', detail('share')),
  answer('cumulative_adopt', 'rate of growth', 'adoption-curve', detail('growth')),
  answer('new_adopters', 'count per period', 'adoption-curve', newAdopters),
  answer('hazard_rate', 'new_t/(n - cum_{t-1}); first period is 0 by construction', 'hazard', hazardAfterFirst),
  answer('exposure', `outgoing=TRUE valued=FALSE ${MATRIX}`, 'exposure', nullAsZero, { theirs: lastColumn }),
  answer('exposure', `outgoing=TRUE valued=TRUE ${MATRIX}`, 'exposure', nullAsZero, WEIGHTED, { theirs: lastColumn }),
  answer('exposure', 'outgoing=TRUE normalized=FALSE (counts)', 'exposure', contactsWhoAdopted, {
    reads: ['out-degree'],
    theirs: lastColumn,
  }),
  answer('mean_exposure', `outgoing=TRUE valued=FALSE ${MEAN}`, 'exposure', meanOfAll),
  answer('mean_exposure', `outgoing=TRUE valued=TRUE ${MEAN}`, 'exposure', meanOfAll, WEIGHTED),
  answer('threshold', 'outgoing=TRUE valued=FALSE normalized=TRUE lags=0', 'threshold', thresholds),
  answer('threshold', 'outgoing=TRUE valued=TRUE normalized=TRUE lags=0', 'threshold', thresholds, WEIGHTED),
  answer('threshold', 'outgoing=TRUE valued=FALSE lags=1', 'threshold', thresholds, LAG),
  answer('threshold', 'outgoing=TRUE valued=TRUE lags=1', 'threshold', thresholds, WEIGHTED_LAG),
  answer('classify_adopters', 'toa category', 'adopter-class', classes),
  answer('classify_adopters', 'toa cut points: mean +- 1 sd', 'adopter-class', classSizes),
  answer('classify_adopters', 'threshold category', 'adopter-class', thresholdClasses, allHaveContacts),
  answer(
    'moran_toa',
    'toa on adopters only, binary W row-normalised',
    'morans-i',
    (figures) => [figures.value(), figures.detail('expected')],
    { theirs: fields('observed', 'expected') },
  ),
  answer('bass', 'nls on cumulative proportion of n, t=1..T', 'bass', standardErrors, NLS, {
    theirs: fields('p', 'q', 'se_p', 'se_q', 'rss'),
  }),
  answer(
    'kaplan_meier',
    'survival at event times, censored at t1',
    'time-to-adoption',
    details('time', 'atRisk', 'adopting', 'survival'),
    { theirs: fields('time', 'n_risk', 'n_event', 'surv') },
  ),
  answer('infection', 'normalize=TRUE K=1 outgoing=TRUE', 'infectiousness', normalized),
  answer('infection', 'normalize=FALSE K=1 outgoing=TRUE', 'infectiousness', shares),
  answer('infection', 'normalize=TRUE K=3', 'infectiousness', discounted),
  answer('dgr', 'indegree/outdegree of slice 1', 'in-degree', degrees, { reads: ['out-degree'] }),
];

/** Of the coding in which who has not adopted adopts one period after the last. */
export const DIFFUSION_CODED_LATE: readonly Answer[] = [
  answer('susceptibility', 'normalize=TRUE K=1 outgoing=TRUE', 'susceptibility', normalized, ofAdopters),
  answer('susceptibility', 'normalize=FALSE K=1 outgoing=TRUE', 'susceptibility', shares, ofAdopters),
  answer('susceptibility', 'normalize=TRUE K=3', 'susceptibility', discounted, ofAdopters),
];
