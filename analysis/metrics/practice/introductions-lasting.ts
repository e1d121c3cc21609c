/** Introductions that lasted: whether who met is in touch a quarter later. */
import type { IntroductionBody } from '../../../data/records/introduction.ts';
import { tieRows } from '../../../data/records/tie-table.ts';
import type { MetricContext } from '../context.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { exampleIntroductions, introductionShare, introductionsOf } from './introductions.ts';

const AFTER_MS = 90 * 86_400_000;

export const introductionsLasting: Metric = {
  id: 'introductions-lasting',
  family: 'practice',
  scopes: ['network'],
  title: 'Introductions still there after 90 days',
  question: 'Are those who were introduced and met still in touch a quarter later?',
  definition:
    'Of the pairs that met, and of whom the first survey wave that opened 90 days later or more tells, the share in which either names the other. A wave tells of a pair where either names the other, or where both answered. Details: how many pairs met, of how many it is too early to say or not known, and the 95 % interval (Wilson).',
  direction:
    'Either direction is enough; ties that no wave asked for are not read: the introduction’s own would always be there.',
  normalization: '0 to 1.',
  edgeCases: 'Nobody met, no wave opened 90 days after a meeting, or those told of are fewer than five members: null.',
  cost: 'O(i·w + m) for i introductions, w waves and m ties.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  // Of the survey it reads what was said of these pairs alone, and says itself of whom nothing is known.
  laws: READS_NO_TIES,
  reading:
    'What an introduction is for. Compare with how many ties last at all (tie stability): half of all contacts are gone after some months anywhere.',
  example: {
    network: 'a b c',
    practices: { introduction: exampleIntroductions(['met', 'met', 'met']) },
    gives: null,
  },
  options: [],
  needs: 'practice',
  reads: 'introduction',
  readsTies: false,
  compute(context) {
    const met = introductionsOf(context).filter(({ status, metAt }) => status === 'met' && metAt !== undefined);
    const fates = met.map((introduction) => ({ introduction, lasts: lastsOf(context, introduction) }));
    const known = fates.filter(({ lasts }) => lasts !== null);
    return introductionShare(
      context,
      introductionsLasting,
      {
        all: known.map(({ introduction }) => introduction),
        those: known.filter(({ lasts }) => lasts === true).map(({ introduction }) => introduction),
        none:
          met.length === 0
            ? 'nobody who was introduced has met yet'
            : 'no survey wave that opened 90 days after a meeting tells of those who met',
      },
      { met: met.length, notKnown: met.length - known.length },
    );
  },
};

/** Null where no wave tells yet. */
function lastsOf(context: MetricContext, { members: [a, b], metAt }: IntroductionBody): boolean | null {
  const { records } = context;
  const since = new Date(Date.parse(metAt as string) + AFTER_MS).toISOString();
  const later = records.waves.filter(({ opens }) => opens >= since).sort((x, y) => (x.opens < y.opens ? -1 : 1));
  for (const { wave } of later) {
    if (namedIn(context, wave).has(`${a} ${b}`) || namedIn(context, wave).has(`${b} ${a}`)) return true;
    const answered = answeredIn(context, wave);
    if (answered.has(a) && answered.has(b)) return false;
  }
  return null;
}

function namedIn(context: MetricContext, wave: string): ReadonlySet<string> {
  return context.shared(`named in wave ${wave}`, () => {
    const ties = tieRows(context.records.ties).filter((tie) => tie.wave === wave);
    return new Set(ties.map(({ from, to }) => `${from} ${to}`));
  });
}

function answeredIn({ records, shared }: MetricContext, wave: string): ReadonlySet<string> {
  return shared(`answered in wave ${wave}`, () => {
    const responses = records.responses.filter((response) => response.wave === wave && response.status === 'answered');
    return new Set(responses.map(({ member }) => member));
  });
}
