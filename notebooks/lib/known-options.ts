/** An option that is not known is refused: one that is dropped in silence gives an answer to another question. */
import { unknownName } from '../../analysis/measure-error.ts';
import { WeftError } from './errors.ts';

/** @throws WeftError that names the option and what was probably meant. */
export function refuseUnknown(what: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new WeftError(`${what}: ${unknownName('option', name, known).message}`);
  }
}
