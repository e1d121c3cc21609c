/** An option that is not known is refused: one that is dropped in silence gives an answer to another question. */
import { unknownName } from '../../analysis/measure-error.ts';
import type { NetworkRecords } from '../../data/records/index.ts';
import { WeftError } from './errors.ts';

/** @throws WeftError that names the option and what was probably meant. */
export function refuseUnknown(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new WeftError(`${what}: ${unknownName('option', name, known).message}`);
  }
}

/** @throws WeftError that names the attributes there are. */
export function refuseUnknownAttribute({ members }: NetworkRecords, attribute: string): void {
  const known = [...new Set(members.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  if (!known.includes(attribute)) throw new WeftError(unknownName('attribute for groupBy', attribute, known).message);
}
