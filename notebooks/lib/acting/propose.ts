/**
 * Files proposals into the running lifecycle, in somebody's name: each is measured anew by the network's own rules, waits in
 * the inbox of whoever decides, and is looked at afterwards like the engine's own. Whoever runs a notebook twice files
 * nothing twice.
 */
import type { Networks } from '../../../workflows/host/client.ts';
import { WeftError } from '../errors.ts';
import { tableOf } from '../records-tables.ts';
import type { Source } from '../source/source.ts';
import type { Row, Table } from '../table/table.ts';
import { Introductions } from './introductions.ts';
import type { ProposeOptions } from './propose-options.ts';

export const PROPOSE_OPTIONS = ['introduce', 'because', 'metric', 'groupBy', 'as'] as const;

/** One row a proposal: the id that it got, or why it was not filed. */
export async function propose(source: Source, options: ProposeOptions): Promise<Table> {
  const pairs = pairsOf(options.introduce);
  if (pairs.length === 0)
    throw new WeftError('propose: there is nobody to introduce; name two members, as introduce: ["p07", "p41"].');
  const { because, metric, groupBy } = options;
  return source.running(async (networks, network) => {
    const as = options.as ?? (await whoProposes(networks, network));
    const rows: Row[] = [];
    // One after another, in their order: each counts for the caps of the next.
    for (const parties of pairs) {
      const payload = { parties, because, metric, groupBy, madeIn: 'notebook' };
      const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      const { id, said } = await networks.act(network, 'propose-introduction', { as, payload: given });
      rows.push({ introduce: parties[0], to: parties[1], proposal: id, said });
    }
    return tableOf(['introduce', 'to', 'proposal', 'said'], rows, {
      caption: 'Proposed introductions',
      notes: [`in the name of ${as}; whoever decides: weft act ${network} approve, or decline`],
    });
  });
}

function pairsOf(introduce: ProposeOptions['introduce']): readonly (readonly [string, string])[] {
  if (introduce instanceof Introductions) return introduce.pairs;
  if (!Array.isArray(introduce)) {
    throw new WeftError(
      'propose: name whom to introduce, as introduce: ["p07", "p41"], or what introductions() found.',
    );
  }
  const isOnePair = introduce.length === 2 && introduce.every((member) => typeof member === 'string');
  return isOnePair ? [introduce as unknown as readonly [string, string]] : (introduce as (readonly [string, string])[]);
}

async function whoProposes(networks: Networks, network: string): Promise<string> {
  const { policy } = await networks.charter(network);
  for (const role of ['evaluator', 'lead'] as const) {
    const [one, ...others] = policy.roles[role];
    if (one !== undefined && others.length === 0) return one;
    if (one !== undefined) break;
  }
  throw new WeftError(
    'propose: say in whose name, as as: "p01" (an id or an e-mail address); several people could be meant.',
  );
}
