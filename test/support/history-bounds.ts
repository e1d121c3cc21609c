/**
 * How large workflows become: of every run that the server still knows, its events, its largest payload, and the state
 * that it was handed. What the server limits, and what `policy.ts` promises to stay under, is looked up here and nowhere
 * guessed.
 */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';

export interface Largest {
  runs: number;
  /** Events of one run; the server ends a run at 51,200. */
  events: { most: number; of: string };
  /** Bytes of one payload; the server refuses 2 MB. */
  payloadBytes: { most: number; of: string };
  /** Bytes that one run handed to the next; `policy.ts` refuses 256 KB. */
  stateBytes: { most: number; of: string };
}

export async function largestOf(client: Client, workflowIds: readonly string[]): Promise<Largest> {
  const nothing = { most: 0, of: '' };
  const largest: Largest = { runs: 0, events: nothing, payloadBytes: nothing, stateBytes: nothing };
  for (const id of workflowIds) {
    let runId: string | undefined;
    do {
      const history = await client.workflow
        .getHandle(id, runId)
        .fetchHistory()
        .catch((error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return null;
          throw error;
        });
      if (history === null) break;
      const events = history.events ?? [];
      const started = events[0]?.workflowExecutionStartedEventAttributes;
      const carried = started?.input?.payloads?.[1]?.data?.length ?? 0;
      largest.runs += 1;
      largest.events = larger(largest.events, events.length, id);
      largest.stateBytes = larger(largest.stateBytes, carried, id);
      largest.payloadBytes = larger(largest.payloadBytes, largestPayload(events), id);
      runId = started?.continuedExecutionRunId || undefined;
    } while (runId !== undefined);
  }
  return largest;
}

function larger(known: { most: number; of: string }, found: number, of: string): { most: number; of: string } {
  return found > known.most ? { most: found, of } : known;
}

/** Payloads lie at different depths of events; each holds its bytes as `data`. */
function largestPayload(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  if (value instanceof Uint8Array) return 0;
  return Object.entries(value).reduce(
    (most, [key, inner]) =>
      Math.max(most, key === 'data' && inner instanceof Uint8Array ? inner.length : largestPayload(inner)),
    0,
  );
}
