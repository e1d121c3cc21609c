/** Practices that a charter switches on begin with the phase in which they are due, and end with the network. */
import {
  type BeginsIn,
  type LifeEvent,
  PRACTICE_NAMES,
  PRACTICES,
  type Practice,
  type PracticeName,
} from '../../../data/records/index.ts';
import type { Begin, ReportSignal } from '../../contract/index.ts';
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

/** Tells the practices that asked for it what has happened in the network's life. */
export function practicesHear(begin: Begin, word: LifeEvent, data: ReportSignal['data']): Wish[] {
  return on(begin)
    .filter((practice) => (PRACTICES[practice] as Practice).hears?.includes(word) === true)
    .map((practice) => report(workflowId({ kind: 'practice', network: begin.network, practice }), word, data));
}

/** Tells every practice that is on, whether it asked for it or not. */
export function practicesToldOf(begin: Begin, word: string, data: ReportSignal['data']): Wish[] {
  return on(begin).map((practice) =>
    report(workflowId({ kind: 'practice', network: begin.network, practice }), word, data),
  );
}

/** One practice tells another; nobody is told where that one is off. */
export function tellPractice(begin: Begin, practice: PracticeName, word: string, data: ReportSignal['data']): Wish[] {
  return on(begin).includes(practice)
    ? [report(workflowId({ kind: 'practice', network: begin.network, practice }), word, data)]
    : [];
}

function on({ policy }: Begin): PracticeName[] {
  return PRACTICE_NAMES.filter((name) => policy.practices?.[name] !== undefined);
}
