/** Counts what is asked of people, again and again while the network lives. What heeds the cap are the choices themselves. */
import type { WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, perform, schedule } from '../../process.ts';
import { calendar } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

export interface BurdenState extends ProcessState {
  begin: WorkflowStarts['practice'];
  counted: number;
  atCap: number;
}

export const burden: PracticeModule<BurdenState> = {
  keeper: {
    actions: [],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, counted: 0, atCap: 0 }),
    refuse: () => 'Nobody does anything here: it is counted.',
    decide,
    status: ({ done, counted, atCap }) => ({ stage: done ? 'ended' : 'counts', counts: { counted, atCap } }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function decide(state: BurdenState, event: Event, moment: Moment): Step<BurdenState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return count(state, moment);
    case 'due':
      return count({ ...state, counted: state.counted + 1 }, moment);
    case 'learned':
      return event.as === 'next'
        ? nothing(schedule(state, ...duesOf(event.result)))
        : nothing({ ...state, atCap: (event.result as { atCap: number }).atCap });
    case 'reported':
      return event.report.report === 'stop' ? nothing({ ...state, due: [], done: true }) : nothing(state);
    case 'acted':
      return nothing(state);
  }
}

function count(state: BurdenState, moment: Moment): Step<BurdenState> {
  const { begin } = state;
  const { questionsPerQuarter: cap, countEvery } = settingsOf(begin, 'burden');
  return {
    state,
    wishes: [
      perform('countQuestions', { network: begin.network, cap, at: moment.at }, 'counted'),
      calendar(begin, moment.at, [{ name: 'count', add: countEvery }], 'next'),
    ],
  };
}
