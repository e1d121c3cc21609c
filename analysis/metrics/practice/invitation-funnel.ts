/** The invitation's funnel: of those who were reached, how many came. */
import type { InvitationBody } from '../../../data/records/invitation.ts';
import { wilsonInterval } from '../../inference/wilson-interval.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';
import { funnelBySegment, funnelOf } from './funnel.ts';

const LEAST_REACHED = 5;

export const invitationFunnel: Metric = {
  id: 'invitation-funnel',
  family: 'practice',
  scopes: ['network'],
  title: 'Reached and came',
  question: 'Of those whom the invitation reached, how many came, and from where?',
  definition:
    'Joined ÷ reached. Reached: the mail was taken, or they acted on the invitation. Details: reached, opened (those who showed it by looking it up, saying yes or saying no: mails carry no marks), applied, joined, declined, how many wait for a place, the 95 % interval (Wilson), and the same by segment where members are grouped.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: `Fewer than ${LEAST_REACHED} were reached: null. Segments in which fewer were reached stand together. Who opened it and did nothing is not known to have opened it.`,
  nulls: { bySegment: 'members were not grouped' },
  cost: 'O(i) for i invitations.',
  reference: 'interval: Wilson 1927, doi:10.1080/01621459.1927.10502953',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'The response to an invitation is a measure of need, and of who it spoke to: compare segments before it closes. Low in one segment may mean that nobody there was told in words of theirs.',
  example: {
    network: 'a b c',
    practices: { invitation: [...'abcde'].map((member, at) => invitation(member, at < 2)) },
    gives: 0.4,
  },
  options: ['groupBy'],
  needs: 'practice',
  reads: 'invitation',
  readsTies: false,
  compute(context) {
    const { records, settings } = context;
    const invitations = records.practices?.invitation ?? [];
    const funnel = funnelOf(invitations);
    const { reached, joined } = funnel;
    if (reached < LEAST_REACHED) {
      const reason = `fewer than ${LEAST_REACHED} were reached`;
      return [figure(context, invitationFunnel, 'network', { reason })];
    }
    const smallest = settings.smallestGroup ?? LEAST_REACHED;
    const details = {
      ...{ ...funnel, interval: wilsonInterval(joined, reached) },
      bySegment:
        settings.groupBy === null ? null : funnelBySegment(invitations, records.members, settings.groupBy, smallest),
    };
    return [figure(context, invitationFunnel, 'network', { value: joined / reached }, { details })];
  },
};

function invitation(member: string, came: boolean): InvitationBody {
  const at = '2026-02-02T09:00:00.000Z';
  const then = came ? at : null;
  return { member, reachedAt: at, openedAt: then, appliedAt: then, joinedAt: then, declinedAt: null };
}
