/**
 * What a measurement that is spread over workers keeps while it goes on: what it measures, its jobs, the results of
 * their shards, its answer. Each part has a name, which is made of a content address wherever the part can be made
 * twice, so keeping it twice changes nothing.
 *
 * A measurement that is over keeps nothing, not even what a slow worker still brings. Where it concerns a network,
 * whoever is erased from the network is erased here too: all parts go, and the measurement makes them anew.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Dialect } from './database.ts';
import type { StoreTables } from './tables.ts';

export interface OpenMeasurement {
  network: string | null;
  /** How it is measured: names of metrics and options, nothing about anybody. */
  question: string;
}

export interface MeasurementParts {
  /** Begins a measurement. Beginning it twice changes nothing. */
  begin(measurement: string, opened: OpenMeasurement): Promise<void>;
  /** What began; null where it is over. */
  opened(measurement: string): Promise<OpenMeasurement | null>;
  /** Keeps a part; the first of a name stays. False where the measurement is over, and nothing is kept. */
  put(measurement: string, part: string, bytes: Uint8Array): Promise<boolean>;
  get(measurement: string, part: string): Promise<Uint8Array | null>;
  /** Names of the parts that begin so, in order. */
  list(measurement: string, beginning: string): Promise<string[]>;
  /** All parts go but those that are named. */
  clear(measurement: string, keep: readonly string[]): Promise<void>;
  /** It is over: all goes. Ending it twice changes nothing. */
  end(measurement: string): Promise<void>;
}

export function measurementParts(db: Kysely<StoreTables>, dialect: Dialect): MeasurementParts {
  const write = <Result>(act: (trx: Transaction<StoreTables>) => Promise<Result>) => db.transaction().execute(act);
  return {
    async begin(measurement, { network, question }) {
      await write((trx) =>
        trx
          .insertInto('measurement')
          .values({ measurement, network, question })
          .onConflict((conflict) => conflict.column('measurement').doNothing())
          .execute(),
      );
    },

    async opened(measurement) {
      const row = await db
        .selectFrom('measurement')
        .select(['network', 'question'])
        .where('measurement', '=', measurement)
        .executeTakeFirst();
      return row ?? null;
    },

    put: (measurement, part, bytes) =>
      write(async (trx) => {
        // Held until the part is kept: whoever ends the measurement waits, and takes the part with it.
        const row = await trx
          .selectFrom('measurement')
          .select('measurement')
          .where('measurement', '=', measurement)
          .$if(dialect === 'postgres', (query) => query.forShare())
          .executeTakeFirst();
        if (row === undefined) return false;
        await trx
          .insertInto('measurement_part')
          .values({ measurement, part, bytes })
          .onConflict((conflict) => conflict.columns(['measurement', 'part']).doNothing())
          .execute();
        return true;
      }),

    async get(measurement, part) {
      const row = await db
        .selectFrom('measurement_part')
        .select('bytes')
        .where('measurement', '=', measurement)
        .where('part', '=', part)
        .executeTakeFirst();
      return row === undefined ? null : new Uint8Array(row.bytes);
    },

    async list(measurement, beginning) {
      const rows = await db
        .selectFrom('measurement_part')
        .select('part')
        .where('measurement', '=', measurement)
        .where('part', '>=', beginning)
        .where('part', '<', `${beginning}\u{10ffff}`)
        .orderBy('part')
        .execute();
      return rows.map(({ part }) => part);
    },

    async clear(measurement, keep) {
      await write((trx) =>
        trx
          .deleteFrom('measurement_part')
          .where('measurement', '=', measurement)
          .$if(keep.length > 0, (query) => query.where('part', 'not in', keep))
          .execute(),
      );
    },

    async end(measurement) {
      await write(async (trx) => {
        await trx.deleteFrom('measurement').where('measurement', '=', measurement).execute();
        await trx.deleteFrom('measurement_part').where('measurement', '=', measurement).execute();
      });
    },
  };
}

/** All that measurements of a network have made so far: it may name whoever is erased. */
export async function clearMeasurementsOf(trx: Transaction<StoreTables>, network: string): Promise<void> {
  const own = trx.selectFrom('measurement').select('measurement').where('network', '=', network);
  await trx.deleteFrom('measurement_part').where('measurement', 'in', own).execute();
}
