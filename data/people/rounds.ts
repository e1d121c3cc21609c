/**
 * Rounds of questionnaires whose answers nobody can put beside a name.
 *
 * What is kept: a row for everybody who is asked, written before the first answer and in order of ids, with a mark that
 * they have answered; and one sealed tally a round, to which each answer is added. Mark and tally change in one
 * transaction, so an answer counts once or not at all. There is no row of an answer, no time and no order of answers.
 *
 * Whom this is to withstand, and how:
 * - Who reads the database, its log, a backup, an export, the audit log or Temporal's histories: sees who has answered
 *   and a tally that is noise. It is sealed under the round's own key, afresh at every answer and padded, so that two
 *   copies of the file, taken before and after an answer, show that somebody answered and nothing of what. The wrapped
 *   key is useless without the master key, which is kept elsewhere.
 * - Who has the rights of a lead, an evaluator or a member: sees counts, once the round is closed and from the
 *   questionnaire's smallest group on (`data/questionnaires/tally.ts`); never the counts of an open round, so that no two
 *   looks can be subtracted.
 * - Who gets hold of all that later: when a round is closed its key, its tally and the list of who answered are deleted,
 *   and the file is rewritten without them. With fewer answers than may be shown, they go unseen.
 *
 * What it does not withstand: who runs the machine, holds the master key and copies the database after every single
 * answer while the round is open; who stands behind somebody who answers; and where all answer alike, the counts say so.
 * An answer that was counted cannot be found again, so erasing a person takes away that they answered, and not the count.
 */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Dialect } from '../store/database.ts';
import { canonicalJson } from '../store/json.ts';
import { scrubPostgres } from '../store/postgres.ts';
import { scrubSqlite } from '../store/sqlite.ts';
import { type MasterKeys, newPersonKey, seal, unseal } from './sealing.ts';
import type { PeopleTables, RoundRow } from './tables.ts';

export type Answering = 'counted' | 'already' | 'not-asked' | 'closed';

export interface ClosedRound {
  asked: number;
  answered: number;
  /** Null where nobody answered. */
  tally: unknown;
}

export interface Rounds {
  /** Begins a round and says whom it asks. Beginning it twice changes nothing. Returns how many are asked. */
  open(network: string, round: string, people: readonly string[]): Promise<number>;
  /** Who is asked and has not answered, in order of ids; nobody once the round is closed. */
  unanswered(network: string, round: string): Promise<string[]>;
  /** Whether an answer would be taken now: `counted` if so. */
  wouldTake(network: string, round: string, person: string): Promise<Answering>;
  /** Takes an answer: `add` gets the tally so far (null: none) and returns the next; null where nothing is counted. */
  answer(network: string, round: string, person: string, add: ((tally: unknown) => unknown) | null): Promise<Answering>;
  /** No answers any more: what was counted. The same again until `forget`. Null where there is no such round. */
  close(network: string, round: string): Promise<ClosedRound | null>;
  /** Deletes key, tally and who was asked, and rewrites the file without them. */
  forget(network: string, round: string): Promise<void>;
}

/** A tally is padded to a multiple, so that its length says nothing of the newest answer. */
const PADDED_TO_BYTES = 16_384;
const BATCH_ROWS = 500;

type Trx = Transaction<PeopleTables>;

export function rounds(db: Kysely<PeopleTables>, dialect: Dialect, keys: MasterKeys): Rounds {
  const write = <Result>(act: (trx: Trx) => Promise<Result>) => db.transaction().execute(act);

  const keyOf = ({ network, round, wrapped_key }: Selectable<RoundRow>) =>
    unseal(keys.wrapping, wrapped_key, { network, person: round, purpose: 'round key' });
  const tallyOf = (row: Selectable<RoundRow>): unknown => {
    const { network, round } = row;
    const bytes = unseal(keyOf(row), row.tally, { network, person: round, purpose: 'round tally' });
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  };
  const sealed = (key: Uint8Array, network: string, round: string, tally: unknown) =>
    seal(key, padded(canonicalJson(tally)), { network, person: round, purpose: 'round tally' });

  /** Held until the transaction ends: answers are added one after another. */
  const roundRow = (trx: Trx, network: string, round: string) =>
    trx
      .selectFrom('people_round')
      .selectAll()
      .where('network', '=', network)
      .where('round', '=', round)
      .$if(dialect === 'postgres', (query) => query.forUpdate())
      .executeTakeFirst();

  const standing = async (trx: Trx, network: string, round: string, person: string) => {
    const row = await roundRow(trx, network, round);
    if (row === undefined || row.is_open === 0) return { row, answering: 'closed' as const };
    const asked = await trx
      .selectFrom('people_round_asked')
      .select('answered')
      .where('network', '=', network)
      .where('round', '=', round)
      .where('person', '=', person)
      .executeTakeFirst();
    if (asked === undefined) return { row, answering: 'not-asked' as const };
    return { row, answering: asked.answered === 1 ? ('already' as const) : ('counted' as const) };
  };

  const counts = async (trx: Trx, network: string, round: string) => {
    const rows = await trx
      .selectFrom('people_round_asked')
      .select('answered')
      .where('network', '=', network)
      .where('round', '=', round)
      .execute();
    return { asked: rows.length, answered: rows.filter(({ answered }) => answered === 1).length };
  };

  return {
    open: (network, round, people) =>
      write(async (trx) => {
        const key = newPersonKey();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('people_round')
          .values({
            ...{ network, round, is_open: 1, tally: sealed(key, network, round, null) },
            wrapped_key: seal(keys.wrapping, key, { network, person: round, purpose: 'round key' }),
          })
          .onConflict((conflict) => conflict.columns(['network', 'round']).doNothing())
          .executeTakeFirstOrThrow();
        const inOrder = [...new Set(people)].sort();
        for (let start = 0; numInsertedOrUpdatedRows === 1n && start < inOrder.length; start += BATCH_ROWS) {
          await trx
            .insertInto('people_round_asked')
            .values(inOrder.slice(start, start + BATCH_ROWS).map((person) => ({ network, round, person, answered: 0 })))
            .execute();
        }
        return (await counts(trx, network, round)).asked;
      }),

    async unanswered(network, round) {
      const rows = await db
        .selectFrom('people_round_asked as asked')
        .innerJoin('people_round as round', (join) =>
          join.onRef('round.network', '=', 'asked.network').onRef('round.round', '=', 'asked.round'),
        )
        .select('asked.person')
        .where('asked.network', '=', network)
        .where('asked.round', '=', round)
        .where('asked.answered', '=', 0)
        .where('round.is_open', '=', 1)
        .orderBy('asked.person')
        .execute();
      return rows.map(({ person }) => person);
    },

    wouldTake: (network, round, person) =>
      write(async (trx) => (await standing(trx, network, round, person)).answering),

    answer: (network, round, person, add) =>
      write(async (trx) => {
        const { row, answering } = await standing(trx, network, round, person);
        if (answering !== 'counted' || row === undefined) return answering;
        await trx
          .updateTable('people_round_asked')
          .set({ answered: 1 })
          .where('network', '=', network)
          .where('round', '=', round)
          .where('person', '=', person)
          .execute();
        if (add !== null) {
          await trx
            .updateTable('people_round')
            .set({ tally: sealed(keyOf(row), network, round, add(tallyOf(row))) })
            .where('network', '=', network)
            .where('round', '=', round)
            .execute();
        }
        return 'counted';
      }),

    close: (network, round) =>
      write(async (trx) => {
        const row = await roundRow(trx, network, round);
        if (row === undefined) return null;
        await trx
          .updateTable('people_round')
          .set({ is_open: 0 })
          .where('network', '=', network)
          .where('round', '=', round)
          .execute();
        return { ...(await counts(trx, network, round)), tally: tallyOf(row) };
      }),

    async forget(network, round) {
      await write(async (trx) => {
        for (const table of ['people_round', 'people_round_asked'] as const) {
          await trx.deleteFrom(table).where('network', '=', network).where('round', '=', round).execute();
        }
      });
      if (dialect === 'sqlite') await scrubSqlite(db);
      else await scrubPostgres(db, ['people_round', 'people_round_asked']);
    },
  };
}

function padded(json: string): Uint8Array {
  const bytes = Buffer.from(json);
  const length = Math.ceil((bytes.length + 1) / PADDED_TO_BYTES) * PADDED_TO_BYTES;
  // Blanks after JSON are nothing to its reader.
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}
