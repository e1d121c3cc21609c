/** Give and take: who helps, who is helped, and whether the two balance. */
import type { MetricContext } from '../context.ts';
import { memberFigures } from '../member-figures.ts';
import type { Metric, MetricResult } from '../metric.ts';
import { figures } from '../result.ts';

export const giveAndTake: Metric = {
  id: 'give-and-take',
  family: 'equity',
  scopes: ['member', 'group'],
  title: 'Give and take',
  question: 'Who gives help, who receives it, and do organisations get back what they put in?',
  definition:
    'given: contributions that say they helped another member; received: contributions of others that helped this member; net: given − received. A group’s are the sums of its members’, help within it counting on both sides.',
  direction:
    'From who helped to who was helped. Ties are not read: whom people say they turn to is in- and out-degree.',
  normalization: 'Counts. Over all members net adds up to 0, up to help given to those who have left (in the details).',
  edgeCases:
    'Who neither gave nor received has zeros. No contribution says whom it helped: null. Help to oneself does not count. Groups only where members are grouped; details give help from group to group.',
  nulls: { between: 'no contribution says whom it helped', outside: 'no contribution says whom it helped' },
  cost: 'O(n + c) for c contributions.',
  reference: 'Blau 1964, Exchange and Power in Social Life; Wasserman & Faust 1994, doi:10.1017/CBO9780511815478',
  oracle: 'worked by hand; net adds up to 0',
  laws: {
    relabel: 'renamed',
    reorder: 'same',
    isolate: { byScope: { member: { others: 'same', own: { given: 0, received: 0, net: 0 } }, group: 'same' } },
    reverse: 'same',
    scale: 'same',
    double: 'same',
    noAnswer: 'not-read',
  },
  reading:
    'A net far above 0 is a load that somebody carries; far below, a newcomer or a guest. Balance is wanted for organisations over years, not for people in a month. Only help that was recorded counts.',
  example: {
    network: 'a b c d',
    contributions: 'a>b a>c b>a c',
    gives: {
      a: { given: 2, received: 1, net: 1 },
      b: { given: 1, received: 1, net: 0 },
      c: { given: 0, received: 1, net: -1 },
      d: { given: 0, received: 0, net: 0 },
    },
  },
  options: ['groupBy'],
  needs: 'contributions',
  readsTies: false,
  compute(context) {
    const help = helpOf(context);
    const obstacle = help === null ? 'no contribution says whom it helped' : null;
    const members = memberFigures(context, giveAndTake, {
      obstacle,
      of: (v) => balance(help!.given[v]!, help!.received[v]!),
      details: { outside: help?.outside ?? null },
    });
    return context.groups === null ? members : [...members, ofGroups(context, help)];
  },
};

interface Help {
  given: Float64Array;
  received: Float64Array;
  /** Help between two members, from the first to the second. */
  pairs: [number, number][];
  /** Help to somebody who does not take part (any more). */
  outside: number;
}

function balance(given: number, received: number) {
  return { given, received, net: given - received };
}

function helpOf({ graph, records }: MetricContext): Help | null {
  const position = new Map(graph.ids.map((id, v) => [id, v]));
  const help: Help = {
    given: new Float64Array(graph.n),
    received: new Float64Array(graph.n),
    pairs: [],
    outside: 0,
  };
  let said = 0;
  for (const { member, helped } of records.contributions) {
    if (helped === null || helped === member) continue;
    said++;
    const giver = position.get(member);
    const receiver = position.get(helped);
    if (giver !== undefined) help.given[giver]!++;
    if (receiver !== undefined) help.received[receiver]!++;
    if (giver !== undefined && receiver !== undefined) help.pairs.push([giver, receiver]);
    else help.outside++;
  }
  return said === 0 ? null : help;
}

function ofGroups(context: MetricContext, help: Help | null): MetricResult {
  const groups = context.groups!;
  const sum = (of: Float64Array, g: number): number =>
    of.reduce((all, one, v) => (groups.of[v] === g ? all + one : all), 0);
  const between = groups.names.map(() => groups.names.map(() => 0));
  for (const [giver, receiver] of help?.pairs ?? []) between[groups.of[giver]!]![groups.of[receiver]!]!++;
  return figures(
    context,
    giveAndTake,
    'group',
    groups.names,
    (g) =>
      help === null
        ? { reason: 'no contribution says whom it helped' }
        : { value: balance(sum(help.given, g), sum(help.received, g)) },
    { details: { groupBy: groups.attribute, groups: groups.names, between: help === null ? null : between } },
  );
}
