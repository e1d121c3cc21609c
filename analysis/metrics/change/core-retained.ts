/** Core retained: whether those who held the network together are still there. */
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { waveNamesOf } from '../waves.ts';
import { coreOf } from './membership-churn.ts';

const SMALLEST_CORE = 5;

export const coreRetained: Metric = {
  id: 'core-retained',
  family: 'change',
  scopes: ['network'],
  title: 'Core retained',
  question: 'Are those who held the network together still there?',
  definition:
    'Of the members of the earlier wave’s innermost core (those with the highest core number), the share who are active members now. Details: how many the core had, how many of them stayed, and the 95 % interval (Wilson).',
  direction: 'Directions are joined.',
  normalization: '0 (all of the core have left) to 1 (all are there).',
  edgeCases: `No ties before: null. A core of fewer than ${SMALLEST_CORE}: null, because it would say who left. Who did not answer is in the core only by what others named, which can make it smaller than it was.`,
  cost: 'O(n + m).',
  reference:
    'Seidman 1983 for the core, doi:10.1016/0378-8733(83)90028-X; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'as-reported',
  },
  reading:
    'Low: what the core knew and whom it connected may have left with it; look at succession and at what newcomers are tied to. High for years: the core may be closed to others.',
  example: { network: 'a>b b>c c>d d>e e>a e>f', later: 'a>b', gives: 1 },
  options: ['wave'],
  needs: 'two-waves',
  readsTies: true,
  compute(context) {
    const { earlier } = waveNamesOf(context);
    const core = coreOf(context, earlier);
    if (core.length < SMALLEST_CORE) {
      const reason =
        core.length === 0
          ? 'there were no ties in the earlier wave'
          : `the core has fewer than ${SMALLEST_CORE} members`;
      return [figure(context, coreRetained, 'network', { reason })];
    }
    const active = new Set(
      context.records.members.filter(({ status }) => status === 'active').map(({ member }) => member),
    );
    const retained = core.filter((member) => active.has(member)).length;
    const details = { core: core.length, retained, interval: wilsonInterval(retained, core.length) };
    return [figure(context, coreRetained, 'network', { value: retained / core.length }, { details })];
  },
};
