/** Claims supported: whether what the network claims for itself stands up to somebody else's look. */
import type { ContributionClaimBody } from '../../../data/records/contribution-claim.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const claimsSupported: Metric = {
  id: 'claims-supported',
  family: 'practice',
  scopes: ['network'],
  title: 'Contribution claims that were supported',
  question: 'Does what we claim for the network stand up to somebody else’s look?',
  definition:
    'Of the contribution claims that somebody else than the claimant reviewed, the share that was supported. Details: claims, reviewed, supported, in review, unreviewed, rival explanations, those that still stand, Wilson’s 95 % interval, and each claim with its confidence, its review and its rivals, without words and people.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No claim was reviewed: null. A review by who claims it (in a file) counts as none.',
  nulls: { interval: 'no claim has been reviewed' },
  cost: 'O(c) for c claims.',
  reference:
    'rival explanations: Yin 2000, Rival explanations as an alternative to reforms as experiments; contribution analysis: Mayne 2012, doi:10.1177/1356389012451663; interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'It is no share of an effect, and there is none anywhere: a claim says that the network was among the causes. All supported is a reason to ask whether reviewers look for what speaks against a claim.',
  example: {
    network: 'a b c',
    practices: { 'contribution-claim': [claim(1, 'supported'), claim(2, 'not-supported'), claim(3, 'in-review')] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'contribution-claim',
  readsTies: false,
  compute(context) {
    const claims = [...(context.records.practices?.['contribution-claim'] ?? [])].sort(byNumber);
    const reviewed = claims.filter(
      ({ status, member, reviewedBy }) =>
        (status === 'supported' || status === 'not-supported') && reviewedBy !== null && reviewedBy !== member,
    );
    const supported = reviewed.filter(({ status }) => status === 'supported').length;
    const rivals = claims.flatMap((one) => one.rivals);
    const details = {
      ...{ claims: claims.length, reviewed: reviewed.length, supported },
      inReview: claims.filter(({ status }) => status === 'in-review').length,
      unreviewed: claims.filter(({ status }) => status === 'unreviewed').length,
      ...{ rivals: rivals.length, standing: rivals.filter(({ standing }) => standing === 'stands').length },
      interval: reviewed.length === 0 ? null : wilsonInterval(supported, reviewed.length),
      each: claims.map(({ claim: id, confidence, status, rivals: own }) => ({
        ...{ claim: id, confidence, status },
        rivals: own.map(({ rival, standing }) => ({ rival, standing })),
      })),
    };
    const given =
      reviewed.length === 0 ? { reason: 'no claim has been reviewed' } : { value: supported / reviewed.length };
    return [figure(context, claimsSupported, 'network', given, { details })];
  },
};

/** claim-2 before claim-10. */
function byNumber({ claim: a }: ContributionClaimBody, { claim: b }: ContributionClaimBody): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function claim(number: number, status: ContributionClaimBody['status']): ContributionClaimBody {
  const words = 't-0123456789abcdef';
  return {
    ...{ claim: `claim-${number}`, member: 'a', outcome: words, contribution: words, evidence: words, because: words },
    ...{ confidence: 'low', rivals: [{ rival: 'chance', text: words, standing: 'stands' }], rivalsBy: ['a'], status },
    ...{ claimedAt: '2026-09-02T09:00:00.000Z', reviewedBy: 'b', reason: words, endedAt: null },
  };
}
