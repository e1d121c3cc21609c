/** Which ties count: the options that `weft measure` and `weft simulate` share, and how their values are read. */
import { type Command, InvalidArgumentError } from 'commander';
import { instantOf } from './dates.ts';

export interface SelectionOptions {
  type?: string[];
  wave?: string[];
  undirected?: boolean;
  minStrength?: number;
  groupBy?: string;
  asOf?: string;
}

/** @param waves what may be said of waves: one, or also two to compare. */
export function addSelection(command: Command, waves: string): Command {
  return command
    .option('--type <types>', 'only ties of these types, joined by commas', listOf)
    .option('--wave <wave>', waves, listOf)
    .option('--undirected', 'a pair is tied if either names the other; strengths add')
    .option('--min-strength <number>', 'only ties of at least this strength', number)
    .option('--group-by <attribute>', 'the attribute whose values are the groups')
    .option('--as-of <date>', 'leaves out what was observed later');
}

/** Times in files may be numbers of periods; what is no number is a date, and has to exist. @throws UsageError */
export function refuseNoDate(asOf: string | undefined): void {
  if (asOf !== undefined && !/^-?\d+(\.\d+)?$/.test(asOf)) instantOf(asOf);
}

export function listOf(text: string): string[] {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) throw new InvalidArgumentError('Give one or more, joined by commas.');
  return items;
}

export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number.');
  return value;
}
