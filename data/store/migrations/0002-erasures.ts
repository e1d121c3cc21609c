/** Who was erased, and what was taken away with them: so that the audit chain still verifies. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../database.ts';

export function erasures(dialect: Dialect): Migration {
  const { text } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('erased_person')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('digest', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('erased_person_pk', ['network', 'digest'])
        .execute();
      await db.schema
        .createTable('erasure')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('entry', 'integer', (column) => column.notNull())
        .addColumn('target', text, (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('audit_seq', 'integer', (column) => column.notNull())
        .addColumn('before', text, (column) => column.notNull())
        .addColumn('after', text)
        .addPrimaryKeyConstraint('erasure_pk', ['network', 'entry', 'target', 'seq'])
        .execute();
    },
  };
}
