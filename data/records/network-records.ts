/**
 * What a measurement reads: the bodies of the facts that hold as of a date, or what a folder of files says.
 * The store, the file readers and the tests all hand this one shape to `analysis`.
 */
import type { BodyOf } from './index.ts';

export interface NetworkRecords {
  members: BodyOf<'member'>[];
  ties: BodyOf<'tie'>[];
  adoptions: BodyOf<'adoption'>[];
  waves: BodyOf<'wave'>[];
  responses: BodyOf<'response'>[];
  contributions: BodyOf<'contribution'>[];
}
