/** People, apart from the facts: sealed details and words, and the keyed hashes by which somebody is found. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../../store/database.ts';

export function people(dialect: Dialect): Migration {
  const { text, bytes } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('people_person')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addColumn('wrapped_key', bytes, (column) => column.notNull())
        .addColumn('details', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('people_person_pk', ['network', 'person'])
        .execute();
      // Several people may share an address, as a clinic's front desk does.
      await db.schema
        .createTable('people_lookup')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('lookup', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('people_lookup_pk', ['network', 'lookup', 'person'])
        .execute();
      await db.schema.createIndex('people_lookup_person').on('people_lookup').columns(['network', 'person']).execute();
      await db.schema
        .createTable('people_text')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('reference', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addColumn('sealed', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('people_text_pk', ['network', 'reference'])
        .execute();
      await db.schema.createIndex('people_text_person').on('people_text').columns(['network', 'person']).execute();
      await db.schema
        .createTable('people_master')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('fingerprint', text, (column) => column.notNull())
        .execute();
    },
  };
}
