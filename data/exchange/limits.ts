/**
 * How much a file may hold before it is refused. The figures leave room for the largest networks that are measured
 * (a million ties) and none for a file made to exhaust the machine.
 */
export interface Limits {
  /** Of one file, as it lies on disk. */
  fileBytes: number;
  /** Of an XLSX once unzipped, as a multiple of its size on disk (a zip bomb has thousands). */
  expansionRatio: number;
  /** Small workbooks compress well beyond any ratio that is safe for large ones. */
  expansionFreeBytes: number;
  rows: number;
  columns: number;
  /** Characters of one cell. */
  cellCharacters: number;
  /** Objects and arrays within each other in JSON, elements within each other in XML. */
  nesting: number;
}

export const LIMITS: Limits = {
  fileBytes: 50_000_000,
  expansionRatio: 100,
  expansionFreeBytes: 1_000_000,
  rows: 2_000_000,
  columns: 1_000,
  cellCharacters: 100_000,
  nesting: 64,
};
