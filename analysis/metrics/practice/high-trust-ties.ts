/** High-trust ties: how much of what connects members is trust. */
import { type NetworkRecords, SCALE_POINTS } from '../../../data/records/index.ts';
import { meanOf } from '../../inference/mean-interval.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { numberOf } from '../../number-of.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

/** Fewer who rated, and it would say of somebody whom they trust. */
const LEAST_RATERS = 5;
/** From 3 of 4 on a contact is one of high trust. */
const HIGH = 3;

type Rating = NonNullable<NonNullable<NetworkRecords['practices']>['tie-rating']>[number];

export const highTrustTies: Metric = {
  id: 'high-trust-ties',
  family: 'practice',
  scopes: ['network'],
  title: 'Ties of high trust',
  question: 'How much of what connects members is trust?',
  definition: `Of the contacts that members rated in the newest round that is closed, the share whose trust is ${HIGH} or 4 of 4. Details: the 95 % interval (Wilson), raters, ties, and of each item (trust, value) n, mean and how often each point was given; how many ties are mutual in high trust.`,
  direction: 'From who rates to who is rated. Ties of the survey are not read.',
  normalization: '0 to 1.',
  edgeCases: `Nobody rated, or fewer than ${LEAST_RATERS} members did: null. A round that is still open is left out.`,
  cost: 'O(r) for r ratings.',
  reference:
    'items: Levin & Cross 2004, doi:10.1287/mnsc.1030.0136; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Members name whom they know well enough, so it is high in most networks: watch how it moves, and whether value goes with it. Ratings of one member resemble each other, so the interval is rather too narrow. It is never shown of anybody.',
  example: {
    network: 'a b c d e f',
    practices: { 'tie-rating': [...'abcde'].map((from, at) => rating(from, 'f', at < 4 ? 3 : 2)) },
    gives: 0.8,
  },
  options: [],
  needs: 'practice',
  reads: 'tie-rating',
  readsTies: false,
  compute(context) {
    const ratings = newestRound(context.records);
    const trust = ratings.filter(({ item }) => item === 'trust');
    const raters = new Set(trust.map(({ from }) => from)).size;
    if (raters < LEAST_RATERS) {
      const reason = `fewer than ${LEAST_RATERS} members have rated their contacts in the newest round`;
      return [figure(context, highTrustTies, 'network', { reason })];
    }
    const high = trust.filter(({ rating }) => rating >= HIGH);
    const pairs = new Set(high.map(({ from, to }) => JSON.stringify([from, to])));
    const mutual = high.filter(({ from, to }) => from < to && pairs.has(JSON.stringify([to, from]))).length;
    const names = [...new Set(ratings.map(({ item }) => item))].sort();
    const items = names.map((item) => {
      const counts = Array.from({ length: SCALE_POINTS }, (_, at) => {
        return ratings.filter((one) => one.item === item && one.rating === at + 1).length;
      });
      return { item, n: meanOf(counts).n, mean: meanOf(counts).mean, counts };
    });
    const details = {
      ...{ raters, ties: trust.length, high: high.length, mutual, items },
      ...{ round: ratings[0]?.round ?? null, interval: wilsonInterval(high.length, trust.length) },
    };
    return [figure(context, highTrustTies, 'network', { value: high.length / trust.length }, { details })];
  },
};

/** Of what was rated about members who are there; rounds are numbered as they were begun. */
function newestRound({ practices, members }: Pick<NetworkRecords, 'practices' | 'members'>): Rating[] {
  const open = new Set(
    (practices?.['questionnaire-round'] ?? []).filter(({ status }) => status === 'open').map(({ round }) => round),
  );
  const known = new Set(members.map(({ member }) => member));
  const all = (practices?.['tie-rating'] ?? []).filter(
    ({ round, from, to }) => !open.has(round) && known.has(from) && known.has(to),
  );
  const newest = Math.max(...all.map(({ round }) => numberOf(round)));
  return all.filter(({ round }) => numberOf(round) === newest);
}

function rating(from: string, to: string, given: number): Rating {
  return { round: 'contacts-1', from, to, item: 'trust', rating: given };
}
