/**
 * How the audit chain verifies though a person was erased from it.
 *
 * Of every fact and entry that an erasure touched, a row keeps the hash before and the hash after (null: gone). The
 * chain is checked with the hashes before; what is there now has to have the hash after; and the erasure's own entry
 * holds a digest of its rows. So nobody can take something away behind the store and call it an erasure. What is erased
 * twice (an introduction, once for each of the two) has a row for each, the second beginning where the first ended.
 *
 * A hash does not give back what it was made of. Somebody who knows the erased id can still ask whether a fact that
 * they guess word for word was there.
 */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AuditEntry } from './record-store.ts';
import type { ErasureRow, StoreTables } from './tables.ts';

type Target = ErasureRow['target'];

/** The rows of a network in the order of erasing. */
export function readErasures(trx: Transaction<StoreTables>, network: string): Promise<ErasureRow[]> {
  return trx
    .selectFrom('erasure')
    .selectAll()
    .where('network', '=', network)
    .orderBy('entry')
    .orderBy('target')
    .orderBy('seq')
    .execute();
}

/** What an erasure's entry says of its rows, which are in the order of target and place. */
export function digestOfErasure(rows: readonly ErasureRow[]): string {
  const lines = rows.map(({ target, seq, audit_seq, before, after }) =>
    JSON.stringify([target, seq, audit_seq, before, after]),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

export class Erasures {
  readonly #byEntry = new Map<number, ErasureRow[]>();
  readonly #byTarget = new Map<string, ErasureRow[]>();
  readonly #goneFrom = new Map<number, number[]>();

  constructor(rows: readonly ErasureRow[]) {
    for (const row of rows) {
      push(this.#byEntry, row.entry, row);
      push(this.#byTarget, `${row.target} ${row.seq}`, row);
      if (row.target === 'fact' && row.after === null) push(this.#goneFrom, row.audit_seq, row.seq);
    }
  }

  /** The first hash of something whose hash is `now` (null: it is gone); null where that does not follow. */
  hashBefore(target: Target, seq: number, now: string | null): string | null {
    const rows = this.#byTarget.get(`${target} ${seq}`) ?? [];
    let hash = rows[0]?.before ?? now;
    const first = hash;
    for (const { before, after } of rows) {
      if (before !== hash) return null;
      hash = after;
    }
    return hash === now ? first : null;
  }

  /** Places of the facts that came with an entry and are gone. */
  factsGoneFrom(auditSeq: number): number[] {
    return this.#goneFrom.get(auditSeq) ?? [];
  }

  /** Whether the rows of an entry are those of which it speaks: none, where it is no erasure. Each entry is asked once. */
  vouchedFor({ seq, action, detail }: Pick<AuditEntry, 'seq' | 'action' | 'detail'>): boolean {
    const rows = this.#byEntry.get(seq) ?? [];
    this.#byEntry.delete(seq);
    if (action !== 'erase') return rows.length === 0;
    return detail.digest === digestOfErasure(rows);
  }

  /** Whether there are rows of entries that nobody asked for. */
  hasMore(): boolean {
    return this.#byEntry.size > 0;
  }
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
