/**
 * What a practice is to the engine: a keeper that lives from when the practice is due until the network closes, and takes
 * what members begin or state; and a process for each matter that is begun. Both are processes like all others.
 */
import type { PracticeName, SettingsOf } from '../../../data/records/index.ts';
import type { Begin, WorkflowStarts } from '../../contract/index.ts';
import type { Process, ProcessState } from '../process.ts';

export interface PracticeModule<Keeper extends ProcessState = ProcessState, Item extends ProcessState = ProcessState> {
  keeper: Process<WorkflowStarts['practice'], Keeper>;
  /** Null where what members state stands by itself and nothing waits. */
  item: Process<WorkflowStarts['practiceItem'], Item> | null;
}

/** What the charter says of a practice that is on. */
export function settingsOf<Name extends PracticeName>({ policy }: Begin, name: Name): SettingsOf<Name> {
  const settings = policy.practices?.[name];
  if (settings === undefined) throw new Error(`The practice ${name} is not on in this network's charter.`);
  return settings as SettingsOf<Name>;
}
