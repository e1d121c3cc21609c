/**
 * A measurement that is too heavy for one machine. It is planned: measured until a heavy job is wanted. The job's shards
 * are carried out by whichever workers are free, and the plan goes on with their results; until nothing is wanted, and
 * there is an answer.
 *
 * The answer waits in the store until whoever asked has collected it, at most a day. Then nothing of the measurement is
 * kept; nor is anything kept when it was cancelled or has failed.
 */
import type { Planned, WorkflowStarts } from '../../contract/index.ts';
import { COLLECTED } from '../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, WhyStopped } from '../process.ts';
import { decodeFirstVersion, nothing, perform, STOPPED, schedule, together } from '../process.ts';

export interface MeasurementState extends ProcessState {
  measurement: string;
  stage: 'planning' | 'measuring' | 'answered' | 'collected' | 'forgotten' | 'cancelled' | 'failed';
  plans: number;
  /** What the newest plan wants and has not been asked for yet: jobs with the next shard of each. */
  open: { job: string; next: number; shards: number }[];
  /** How many shards were wanted so far. */
  shards: number;
  /** Address of the answer. */
  answer: string | null;
}

/** So many shards at once: more than workers take at a time, few enough for a history and a server. */
const TOGETHER = 64;

/** Bands may ask for hundreds of heavy jobs, one after another; what wants more than this goes round in circles. */
const MOST_PLANS = 10_000;

/** What is due at once: so a long measurement is many short events, and its run can change between them. */
const GO_ON = 'go-on';

const KEPT_MS = 86_400_000;

export const measurementProcess: Process<WorkflowStarts['measurement'], MeasurementState> = {
  canStop: true,
  actions: [],
  begin: ({ measurement }) => ({
    ...{ v: 1, due: [], done: false, measurement },
    ...{ stage: 'planning', plans: 0, open: [], shards: 0, answer: null },
  }),
  refuse: () => 'A measurement takes no messages.',
  decide,
  status: ({ stage, plans, shards }) => ({ stage, counts: { plans, shards } }),
  decode: decodeFirstVersion,
};

function decide(state: MeasurementState, event: Event, moment: Moment): Step<MeasurementState> {
  switch (event.type) {
    case 'began':
      return plan(state);
    case 'learned':
      if (event.as === 'planned') return planned(state, (event.result as [Planned])[0], moment);
      if (event.as === STOPPED && !state.done) return over(state, event.result as WhyStopped);
      return event.as === 'ran' ? goOn(state, moment) : nothing(state);
    case 'reported':
      return event.report.report === COLLECTED && state.stage === 'answered'
        ? over(state, 'collected')
        : nothing(state);
    case 'due':
      return event.what === GO_ON ? next(state) : over(state, 'forgotten');
    case 'acted':
      return nothing(state);
  }
}

function plan(state: MeasurementState): Step<MeasurementState> {
  return {
    state: { ...state, stage: 'planning', plans: state.plans + 1 },
    wishes: [together('planMeasurement', [{ measurement: state.measurement }], 'planned')],
  };
}

function planned(state: MeasurementState, { wanted, answer }: Planned, moment: Moment): Step<MeasurementState> {
  if (answer !== null) {
    const forgottenAt = new Date(Date.parse(moment.at) + KEPT_MS).toISOString();
    const answered: MeasurementState = { ...state, stage: 'answered', answer };
    return { state: schedule(answered, { what: 'forget', at: forgottenAt }), wishes: [clear(state, true)] };
  }
  if (wanted.length === 0 || state.plans >= MOST_PLANS) return over(state, 'failed');
  const shards = wanted.reduce((sum, job) => sum + job.shards, state.shards);
  const open = wanted.map((job) => ({ job: job.job, next: 0, shards: job.shards }));
  return goOn({ ...state, stage: 'measuring', open, shards }, moment);
}

function goOn(state: MeasurementState, { at }: Moment): Step<MeasurementState> {
  return { state: schedule(state, { what: GO_ON, at }), wishes: [] };
}

/** The next shards side by side; where none is left, the plan goes on. */
function next(state: MeasurementState): Step<MeasurementState> {
  const { measurement } = state;
  const asked: { measurement: string; job: string; shard: number }[] = [];
  const open: MeasurementState['open'] = [];
  for (const { job, next: from, shards } of state.open) {
    const upTo = Math.min(shards, from + TOGETHER - asked.length);
    for (let shard = from; shard < upTo; shard++) asked.push({ measurement, job, shard });
    if (upTo < shards) open.push({ job, next: upTo, shards });
  }
  if (asked.length === 0) return plan(state);
  return { state: { ...state, open }, wishes: [together('runShard', asked, 'ran')] };
}

function over(state: MeasurementState, stage: MeasurementState['stage']): Step<MeasurementState> {
  return { state: { ...state, stage, open: [], due: [], done: true }, wishes: [clear(state, false)] };
}

function clear({ measurement }: MeasurementState, keepAnswer: boolean) {
  return perform('clearMeasurement', { measurement, keepAnswer });
}
