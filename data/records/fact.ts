/**
 * The envelope around every record: since when it holds, who or what said so, and when it was recorded.
 *
 * Facts are append-only. A correction is a newer fact with the same kind and subject; a withdrawal is one with
 * `retracted: true`. Reading as of a date takes, per subject, the newest fact that held on that date.
 */
import { z } from 'zod';
import { Id, Instant, NetworkId } from './common.ts';

export const Source = z.strictObject({
  type: z.enum(['person', 'workflow', 'import', 'schedule']),
  /** A person's id, a workflow id, or the SHA-256 of an imported file. Never a file name or an address. */
  id: z.string().min(1).max(200),
});

export const Envelope = z.strictObject({
  network: NetworkId,
  kind: Id,
  subject: z.string().min(1).max(600),
  /** Since when it holds, on the programme's clock. */
  validFrom: Instant,
  /** Until when it holds, where that is known; null: until something newer is said. */
  validTo: Instant.nullable(),
  source: Source,
  /** When it came to be known, on the programme's clock. */
  recordedAt: Instant,
  /** Idempotency key: appending a second fact of the network with the same key changes nothing. */
  key: z.string().min(1).max(300),
  /** True: what was said of this subject no longer counts. The body repeats what is withdrawn. */
  retracted: z.boolean(),
});

export type Source = z.infer<typeof Source>;
