/** What a measurement read, kept as columns beside the facts: which of it holds for which dates. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../database.ts';

export function keptRecords(dialect: Dialect): Migration {
  const { text } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('kept_records')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('facts', 'integer', (column) => column.notNull())
        .addColumn('since', text, (column) => column.notNull())
        .addColumn('until', text, (column) => column.notNull())
        .addColumn('known_since', text, (column) => column.notNull())
        .addColumn('known_until', text, (column) => column.notNull())
        .addColumn('address', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('kept_records_pk', ['network', 'since', 'known_since'])
        .execute();
      await db.schema.createIndex('kept_records_address').on('kept_records').column('address').execute();
    },
  };
}
