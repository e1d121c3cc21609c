/**
 * What is wrong with a file, said so that its owner can mend it: where, what was expected, what to do.
 *
 * An import is all or nothing, so readers collect every problem before they refuse. Messages reach logs and screens of
 * people who may not see personal details: values of personal columns are never shown, others are shortened.
 */

export interface Problem {
  file: string;
  /** 1 is the first line (or row of a sheet); null where the problem is the file as a whole. */
  line: number | null;
  /** The column's header, or how the place is called in files without columns; null for the row as a whole. */
  column: string | null;
  message: string;
}

/** Problems beyond these are counted, not kept: a broken export of a million rows has one cause, not a million. */
export const PROBLEMS_KEPT = 100;

const PROBLEMS_IN_MESSAGE = 20;
const SHOWN_CHARACTERS = 24;

export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problems: readonly Problem[];
  /** How many there are in all; more than `problems.length` where the list was cut. */
  readonly total: number;

  constructor(problems: readonly Problem[], total = problems.length) {
    const shown = problems.slice(0, PROBLEMS_IN_MESSAGE).map(problemText);
    if (total > shown.length) shown.push(`… and ${total - shown.length} more problems; nothing was imported`);
    super(shown.join('\n'));
    this.problems = problems;
    this.total = total;
  }
}

/** `edges.csv line 7, column weight: …` */
export function problemText(problem: Problem): string {
  const line = problem.line === null ? '' : ` line ${problem.line}`;
  const column = problem.column === null ? '' : `, column ${problem.column}`;
  return `${problem.file}${line}${column}: ${problem.message}`;
}

/** Collects problems while a source is read, and refuses the whole source if there were any. */
export class Problems {
  readonly #kept: Problem[] = [];
  #total = 0;

  add(file: string, line: number | null, column: string | null, message: string): void {
    this.#total += 1;
    if (this.#kept.length < PROBLEMS_KEPT) this.#kept.push({ file, line, column, message });
  }

  /** Takes over what another reader threw; anything that is not an ImportError is a fault of ours and passes on. */
  absorb(error: unknown): void {
    if (!(error instanceof ImportError)) throw error;
    for (const problem of error.problems) this.add(problem.file, problem.line, problem.column, problem.message);
    this.#total += error.total - error.problems.length;
  }

  get total(): number {
    return this.#total;
  }

  throwIfAny(): void {
    if (this.#total > 0) throw new ImportError(this.#kept, this.#total);
  }
}

/** Refuses at once, for what makes the rest of a file unreadable. */
export function refuse(file: string, line: number | null, column: string | null, message: string): never {
  throw new ImportError([{ file, line, column, message }]);
}

/** A value as a message may show it: shortened, on one line. */
export function shown(value: string): string {
  const flat = value.replace(/\s+/gu, ' ');
  const characters = Array.from(flat);
  return characters.length > SHOWN_CHARACTERS ? `'${characters.slice(0, SHOWN_CHARACTERS).join('')}…'` : `'${flat}'`;
}

/** An id in a message: codes such as p01 are shown, anything that may be a name or an address is not. */
export function shownId(id: string): string {
  return /^[A-Za-z]{0,4}[-_.]?\d{1,10}$/.test(id) ? shown(id) : 'this person';
}
