import type { PracticeName } from '../../../data/records/index.ts';
import type { WorkflowStarts } from '../../contract/index.ts';
import type { ProcessState } from '../process.ts';
import { type Carried, runProcess } from '../run-process.ts';
import { MODULES } from './index.ts';
import { toldOfMaturity } from './maturity.ts';
import type { PracticeModule } from './practice-module.ts';
import { passingRolesOn } from './roles-passed-on.ts';

/** A practice for as long as the network lives. Id: `network/<network>/practice/<practice>`. */
export async function practice(input: WorkflowStarts['practice'], carried?: Carried<ProcessState>): Promise<void> {
  const { keeper, item } = moduleOf(input.practice);
  const told = toldOfMaturity(keeper, input);
  await runProcess(item === null ? told : passingRolesOn(told, input), 'practice', input, carried);
}

/** One matter of a practice. Id: `network/<network>/practice/<practice>/<item>`. */
export async function practiceItem(
  input: WorkflowStarts['practiceItem'],
  carried?: Carried<ProcessState>,
): Promise<void> {
  const { item } = moduleOf(input.practice);
  if (item === null) throw new Error(`${input.practice} has no matters of its own.`);
  await runProcess(item, 'practice-item', input, carried);
}

/** The state that a process gets is the one that it began with: each practice knows its own shape. */
function moduleOf(name: PracticeName): PracticeModule {
  return MODULES[name] as unknown as PracticeModule;
}
