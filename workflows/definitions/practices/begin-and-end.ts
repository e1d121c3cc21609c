/** Practices that a charter switches on begin with the phase in which they are due, and end with the network. */
import { type BeginsIn, PRACTICE_NAMES, PRACTICES, type PracticeName } from '../../../data/records/index.ts';
import type { Begin } from '../../contract/index.ts';
import { workflowId } from '../../contract/index.ts';
import { report, start, type Wish } from '../process.ts';

export function practicesBegin(begin: Begin, phase: BeginsIn): Wish[] {
  return on(begin)
    .filter((practice) => PRACTICES[practice].beginsIn === phase)
    .map((practice) =>
      start('practice', workflowId({ kind: 'practice', network: begin.network, practice }), { ...begin, practice }),
    );
}

/** One that has not begun yet has nobody to hear it, which is as well. */
export function practicesEnd(begin: Begin): Wish[] {
  return on(begin).map((practice) =>
    report(workflowId({ kind: 'practice', network: begin.network, practice }), 'stop', {}),
  );
}

function on({ policy }: Begin): PracticeName[] {
  return PRACTICE_NAMES.filter((name) => policy.practices?.[name] !== undefined);
}
