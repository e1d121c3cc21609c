/** Rounds of questionnaires: whom they ask, who has answered, and sealed apart from that what was answered. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../../store/database.ts';

export function rounds(dialect: Dialect): Migration {
  const { text, bytes } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('people_round')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('round', text, (column) => column.notNull())
        .addColumn('is_open', 'integer', (column) => column.notNull())
        .addColumn('wrapped_key', bytes, (column) => column.notNull())
        .addColumn('tally', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('people_round_pk', ['network', 'round'])
        .execute();
      await db.schema
        .createTable('people_round_asked')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('round', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addColumn('answered', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('people_round_asked_pk', ['network', 'round', 'person'])
        .execute();
    },
  };
}
