/**
 * What lies in the store while a measurement goes on, under which name, in which form.
 *
 * Jobs, their arrays and the results of their shards go by content address: whoever makes one again makes the same part.
 */
import { deserialize, serialize } from 'node:v8';
import type { JobOutline } from '../../../analysis/kernels/content-address.ts';
import type { Measurement, MeasureOptions } from '../../../analysis/measure.ts';
import type { Instant, MeasurableRecords } from '../../../data/records/index.ts';

/** How it is measured. Nothing about anybody: that is among the records. */
export interface Question {
  /** For a network: as of which programme date. */
  asOf: Instant | null;
  options: MeasureOptions;
  /** Jobs that cost more than this are spread over workers. */
  aboveNs: number;
}

export type Answer = { measurement: Measurement } | { refused: string };

export const RECORDS = 'records';
export const ANSWER = 'answer';
export const SHARDS = 'shard/';

export const jobPart = (job: string): string => `job/${job}`;
export const arrayPart = (address: string): string => `array/${address}`;
export const shardsPart = (job: string): string => `${SHARDS}${job}/`;
/** So many digits that names are in the order of the numbers. */
export const shardPart = (job: string, shard: number): string => `${shardsPart(job)}${String(shard).padStart(4, '0')}`;

/** Ties are in columns, which JSON does not know. */
export const encodeRecords = (records: MeasurableRecords): Uint8Array => serialize(records);
export const decodeRecords = (bytes: Uint8Array): MeasurableRecords => deserialize(bytes) as MeasurableRecords;

export const encodeQuestion = (question: Question): string => JSON.stringify(question);
export const decodeQuestion = (text: string): Question => JSON.parse(text) as Question;

export const encodeJob = (outline: JobOutline): Uint8Array => Buffer.from(JSON.stringify(outline));
export const decodeJob = (bytes: Uint8Array): JobOutline => JSON.parse(Buffer.from(bytes).toString('utf8'));

export const encodeAnswer = (answer: Answer): Uint8Array => Buffer.from(JSON.stringify(answer));
export const decodeAnswer = (bytes: Uint8Array): Answer => JSON.parse(Buffer.from(bytes).toString('utf8')) as Answer;
