/**
 * Reading as of a date. Of each subject the newest fact that had begun by then counts: the latest `validFrom`, then the
 * latest `recordedAt`, then the last appended. If that one is a retraction, or had ended by then, the subject has no
 * fact: an older one does not come back, for it was superseded.
 *
 * Without a date the reading stands at the end of time: everything has begun, and whatever has an end has ended.
 */
import type { Kysely } from 'kysely';
import type { Fact, Kind } from '../records/index.ts';
import type { ReadQuery } from './record-store.ts';
import type { FactRow, StoreTables } from './tables.ts';

export async function readFacts<K extends Kind>(db: Kysely<StoreTables>, query: ReadQuery<K>): Promise<Fact<K>[]> {
  const { network, kind, subject, asOf, knownAt } = query;
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('fact')
        .selectAll()
        .select(({ fn }) =>
          fn
            .agg<number>('row_number', [])
            .over((over) =>
              over
                .partitionBy('subject')
                .orderBy('valid_from', 'desc')
                .orderBy('recorded_at', 'desc')
                .orderBy('seq', 'desc'),
            )
            .as('age'),
        )
        .where('network', '=', network)
        .where('kind', '=', kind)
        .$if(subject !== undefined, (qb) => qb.where('subject', '=', subject!))
        .$if(asOf !== undefined, (qb) => qb.where('valid_from', '<=', asOf!))
        .$if(knownAt !== undefined, (qb) => qb.where('recorded_at', '<=', knownAt!))
        .as('dated'),
    )
    .selectAll()
    .where('age', '=', 1)
    .where('retracted', '=', 0)
    .where((eb) =>
      asOf === undefined ? eb('valid_to', 'is', null) : eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', asOf)]),
    )
    .orderBy('subject')
    .execute();
  return rows.map((row) => factOf<K>(row));
}

export async function readHistory(db: Kysely<StoreTables>, query: { network: string; kind?: Kind }): Promise<Fact[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('network', '=', query.network)
    .$if(query.kind !== undefined, (qb) => qb.where('kind', '=', query.kind!))
    .orderBy('seq')
    .execute();
  return rows.map((row) => factOf(row));
}

function factOf<K extends Kind>(row: FactRow): Fact<K> {
  return {
    network: row.network,
    kind: row.kind,
    subject: row.subject,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: { type: row.source_type, id: row.source_id },
    recordedAt: row.recorded_at,
    key: row.key,
    retracted: row.retracted === 1,
    body: JSON.parse(row.body) as unknown,
  } as Fact<K>;
}
