/** Facts, their audit chain, and what the running network keeps beside them: inbox, artifacts, notices. */
import type { Kysely, Migration } from 'kysely';
import { columnTypes, type Dialect } from '../database.ts';

export function facts(dialect: Dialect): Migration {
  const { text, bytes } = columnTypes(dialect);
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('fact')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('audit_seq', 'integer', (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('subject', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .addColumn('valid_from', text, (column) => column.notNull())
        .addColumn('valid_to', text)
        .addColumn('source_type', text, (column) => column.notNull())
        .addColumn('source_id', text, (column) => column.notNull())
        .addColumn('recorded_at', text, (column) => column.notNull())
        .addColumn('key', text, (column) => column.notNull())
        .addColumn('retracted', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('fact_pk', ['network', 'seq'])
        .addUniqueConstraint('fact_key', ['network', 'key'])
        .execute();
      // In the order of a reading as of a date: the newest of each subject comes first, and nothing has to be sorted.
      await db.schema
        .createIndex('fact_newest')
        .on('fact')
        .columns(['network', 'kind', 'subject', 'valid_from desc', 'recorded_at desc', 'seq desc'])
        .execute();

      await db.schema
        .createTable('audit')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('at', text, (column) => column.notNull())
        .addColumn('actor_type', text, (column) => column.notNull())
        .addColumn('actor_id', text, (column) => column.notNull())
        .addColumn('action', text, (column) => column.notNull())
        .addColumn('detail', text, (column) => column.notNull())
        .addColumn('previous_hash', text, (column) => column.notNull())
        .addColumn('hash', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('audit_pk', ['network', 'seq'])
        .execute();
      await db.schema
        .createTable('head')
        .addColumn('network', text, (column) => column.primaryKey())
        .addColumn('entries', 'integer', (column) => column.notNull())
        .addColumn('facts', 'integer', (column) => column.notNull())
        .addColumn('hash', text, (column) => column.notNull())
        .execute();

      await db.schema
        .createTable('inbox')
        .addColumn('id', text, (column) => column.primaryKey())
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addColumn('action', text, (column) => column.notNull())
        .addColumn('about', text, (column) => column.notNull())
        .addColumn('workflow_id', text, (column) => column.notNull())
        .addColumn('since', text, (column) => column.notNull())
        .addColumn('until', text)
        .execute();
      await db.schema.createIndex('inbox_person').on('inbox').columns(['network', 'person']).execute();
      await db.schema.createIndex('inbox_workflow').on('inbox').column('workflow_id').execute();

      await db.schema
        .createTable('artifact')
        .addColumn('address', text, (column) => column.primaryKey())
        .addColumn('bytes', bytes, (column) => column.notNull())
        .execute();

      await db.schema
        .createTable('notice')
        .addColumn('network', text, (column) => column.notNull())
        .addColumn('notice', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('notice_pk', ['network', 'notice'])
        .execute();
    },
  };
}
