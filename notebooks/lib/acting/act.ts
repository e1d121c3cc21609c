/** Anything that a person may do in a running network, in that person's name: the same as `weft act`. */
import { refuseUnknown } from '../known-options.ts';
import { tableOf } from '../records-tables.ts';
import type { Source } from '../source/source.ts';
import type { Row, Table } from '../table/table.ts';
import type { ActOptions } from './act-options.ts';

/** One row for each who acted: what became of it. One after another, as they are named. */
export async function act(source: Source, action: string, { as, ...options }: ActOptions): Promise<Table> {
  refuseUnknown('act', options, ['with']);
  const people: readonly string[] = typeof as === 'string' ? [as] : as;
  return source.running(async (networks, network) => {
    const rows: Row[] = [];
    for (const person of people) {
      const { id, said } = await networks.act(network, action, { as: person, payload: options.with ?? {} });
      rows.push({ who: person, said, id });
    }
    return tableOf(rows.some(({ id }) => id !== null) ? ['who', 'said', 'id'] : ['who', 'said'], rows, {
      caption: action,
    });
  });
}
