/**
 * What passes between people, the façade and workflows. Payloads carry ids, dates and headline numbers; words that a
 * person wrote are sealed in the people store first, and only their reference travels.
 */
import type { Instant } from '../../data/records/index.ts';

/** Who acts. Set by the façade from who is authenticated, never taken from a payload. */
export interface Actor {
  person: string;
  /** Where the person stands in the roster: null for somebody who is no member (a sponsor, say). */
  membership: 'invited' | 'active' | 'declined' | 'left' | null;
}

/** One update. Its Temporal update id is `request`, so that the same submission is accepted once. */
export interface ActMessage<Payload = Record<string, unknown>> {
  request: string;
  actor: Actor;
  payload: Payload;
}

/** What the person gets back: always the same for the same request. */
export interface Receipt {
  /** The id of what came into being (a priority, a contribution), where something did. */
  id: string | null;
  /** What happened, in words for the person. */
  said: string;
}

/** A signal from one workflow to another. */
export interface ReportSignal {
  from: string;
  report: string;
  data: Record<string, string | number | boolean | null>;
}

/** Names on the wire. */
export const STATUS_QUERY = 'status';
export const REPORT_SIGNAL = 'report';
export const TASK_QUEUE = 'weft';
/** Where workers take what is costly to compute: any number of machines may, without knowing who anybody is. */
export const MEASURING_QUEUE = 'weft-measuring';
export const NAMESPACE = 'weft';
/** Error type of a refusal; its message is meant for the person who acted. */
export const REFUSED = 'Refused';

/** Search attributes of every workflow: for finding runs, never for lists that people see. */
export const SEARCH_ATTRIBUTES = { WeftNetwork: 'KEYWORD', WeftKind: 'KEYWORD' } as const;

/** What a workflow says of itself when it is asked. */
export interface ProcessStatus {
  /** Where it is, in a word or two: a phase, a stage, a state. */
  stage: string;
  /** On the programme's clock. */
  now: Instant;
  /** What comes next by itself, and when. */
  next: { what: string; at: Instant }[];
  counts: Record<string, number>;
  done: boolean;
}
