/** What measurements that are spread over workers keep while they go on. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../database.ts';

export function measurements(dialect: Dialect): Migration {
  const { text, bytes } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('measurement')
        .addColumn('measurement', text, (column) => column.primaryKey())
        .addColumn('network', text)
        .addColumn('question', text, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('measurement_part')
        .addColumn('measurement', text, (column) => column.notNull())
        .addColumn('part', text, (column) => column.notNull())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('measurement_part_pk', ['measurement', 'part'])
        .execute();
    },
  };
}
