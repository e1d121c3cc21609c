/**
 * What reading a source gives: records for measuring, personal details apart from them, and in words what was chosen
 * on the way (a column kept out of the attributes, ties in both directions for an undirected one).
 */
import type { MeasurableRecords, NetworkRecords } from '../records/index.ts';

/** What identifies a person, as a file says it. `ref` is how the file calls the person; the caller maps it to an id. */
export interface ImportedPerson {
  ref: string;
  name?: string;
  email?: string;
  accessNeeds?: string;
  other?: Record<string, string>;
}

export interface ImportOptions {
  /** Columns that are attributes even though nearly every value differs. */
  attributes?: readonly string[];
  /** Whom ties, answers and adoptions may name besides the members of the files: those a network has already. */
  knownMembers?: ReadonlySet<string>;
  /** Strengths will be used as such, so that a negative one is a problem rather than a note. */
  strengthsUsed?: boolean;
}

export interface ImportResult {
  ok: true;
  records: NetworkRecords;
  /** True: no file lists members, so they are those whom ties (or a roster) name. */
  membersInferred: boolean;
  people: ImportedPerson[];
  /** True or false where the source says it (GraphML, GEXF, JSON, Gephi's Type column); undefined for plain tables. */
  directed: boolean | undefined;
  notes: string[];
  /** Every file that was read, with the SHA-256 of its bytes. */
  files: { name: string; sha256: string }[];
}

/** The same for measuring: ties may be in columns, and nobody asks which bytes they came from. */
export type MeasurableResult = Omit<ImportResult, 'records' | 'files'> & { records: MeasurableRecords };
