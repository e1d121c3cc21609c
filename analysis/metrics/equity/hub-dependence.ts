/** Hub dependence: how much of the work and the contact runs through the coordinating team. */
import { forEachKnownTie } from '../../graph/known.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const hubDependence: Metric = {
  id: 'hub-dependence',
  family: 'equity',
  scopes: ['network'],
  title: 'Hub dependence',
  question: 'Would the network go on without its coordinating team?',
  definition:
    'The share of contributions that members of the hub made. Details: their share of answers (contributions that helped somebody), of the sessions that were held the share they led, and the share of ties that involve a hub member.',
  direction: 'A tie involves the hub when either end is in it. Strength is ignored.',
  normalization: '0 to 1.',
  edgeCases:
    'No contributions: null, with the share of ties in the details. Nobody is marked as hub: null. Rows that were not answered leave the share of ties.',
  nulls: {
    answerShare: 'nobody answered anybody',
    sessionShare: 'no session was held of which it is known who led it',
    tieShare: 'no ties',
  },
  cost: 'O(n + m).',
  reference: 'Valente 2012, doi:10.1126/science.1217330, on who should carry change',
  oracle: 'worked by hand',
  laws: {
    relabel: 'same',
    reorder: 'same',
    isolate: 'same',
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'High at the start is normal; it should fall as members answer each other. A hub of many members has a large share by size alone.',
  example: { network: 'a>h h>a a>b', contributions: 'h h a b', hub: 'h', gives: 0.5 },
  options: [],
  needs: 'ties',
  readsTies: false,
  compute(context) {
    const { graph, records } = context;
    const hub = new Set(records.members.filter((member) => member.hub).map((member) => member.member));
    const inHub = Uint8Array.from(graph.ids, (id) => (hub.has(id) ? 1 : 0));
    const hubMembers = inHub.reduce((sum, one) => sum + one, 0);
    if (hubMembers === 0) return [figure(context, hubDependence, 'network', { reason: 'no member is marked as hub' })];

    const taking = new Set(graph.ids);
    const contributions = records.contributions.filter((contribution) => taking.has(contribution.member));
    const answers = contributions.filter((contribution) => contribution.helped !== null);
    // Of a meeting that nobody had taken it is not known who led it.
    const sessions = (records.practices?.session ?? []).flatMap(({ status, facilitator }) =>
      status === 'held' && facilitator !== null ? [facilitator] : [],
    );
    let ties = 0;
    let hubTies = 0;
    forEachKnownTie(graph, context.selected.response.known, (from, to) => {
      ties++;
      if (inHub[from] === 1 || inHub[to] === 1) hubTies++;
    });
    const details = {
      hubMembers,
      hubShareOfMembers: hubMembers / graph.n,
      contributions: contributions.length,
      answers: answers.length,
      answerShare: shareOf(answers, ({ member }) => hub.has(member)),
      sessions: sessions.length,
      sessionShare: shareOf(sessions, (facilitator) => hub.has(facilitator)),
      ties,
      tieShare: ties === 0 ? null : hubTies / ties,
    };
    const value = shareOf(contributions, ({ member }) => hub.has(member));
    const given = value === null ? { reason: 'no contributions by members' } : { value };
    return [figure(context, hubDependence, 'network', given, { details })];
  },
};

function shareOf<T>(items: T[], counts: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(counts).length / items.length;
}
