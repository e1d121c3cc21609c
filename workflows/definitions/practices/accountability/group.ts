/**
 * One accountability group: everybody takes a task home, the others hear of it, and all are asked how far they came. Where
 * one leaves, the others go on; who is left alone is handed back to the keeper.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import { workflowId } from '../../../contract/index.ts';
import type { Event, Moment, Process, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule } from '../../process.ts';
import { ask, calendar, clear, clearAll, dayOf, record, recordBy, tell } from '../../shared.ts';
import { itemEnds } from '../item-ends.ts';
import { settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practiceItem'];
type Task = Pick<BodyOf<'takeaway'>, 'member' | 'task' | 'due' | 'status' | 'reached' | 'at'>;

export interface GroupState extends ProcessState {
  begin: Begin;
  members: string[];
  formedAt: Instant | null;
  tasks: Task[];
  rounds: number;
  changes: number;
}

/** Whom one member can have reached in a cycle, at most. */
const MOST_REACHED = 100;

export const groupProcess: Process<Begin, GroupState> = {
  actions: ['take-task', 'task-check-in'],
  begin: (begin) => ({
    ...{ v: 1, due: [], done: false, begin, members: (begin.given.members as string).split(' '), formedAt: null },
    ...{ tasks: [], rounds: 0, changes: 0 },
  }),
  refuse,
  decide,
  status: ({ done, members, tasks }) => ({
    stage: done ? 'ended' : 'open',
    counts: {
      members: members.length,
      tasks: tasks.length,
      done: tasks.filter(({ status }) => status === 'done').length,
    },
  }),
  decode: decodeFirstVersion,
};

function taskOf({ tasks }: GroupState, person: string): Task | undefined {
  return tasks.find(({ member }) => member === person);
}

function refuse(state: GroupState, action: ActionName, { actor, payload }: ActMessage, { at }: Moment): string | null {
  const { person } = actor;
  if (!state.members.includes(person)) return 'Only who is in the group does this.';
  if (state.done) return `${state.begin.item} has ended.`;
  if (action === 'take-task') {
    const due = String(payload.due);
    if (due <= dayOf(at)) return `${due} is no day to come; give yourself until a later one.`;
    return taskOf(state, person)?.status === 'done' ? 'Your task is done; the next cycle brings another.' : null;
  }
  if (action !== 'task-check-in') return 'A group does not take this.';
  if (taskOf(state, person) === undefined) return 'Say first what you take home: take-task.';
  return (payload.reached as string[]).includes(person) ? 'Reached are others.' : null;
}

function decide(state: GroupState, event: Event, moment: Moment): Step<GroupState> {
  if (state.done) return nothing(state);
  const { begin } = state;
  switch (event.type) {
    case 'began': {
      const formed = { ...state, formedAt: moment.at };
      return {
        state: formed,
        wishes: [
          record(begin, moment, fact(formed, 'formed')),
          ...asksForTask(formed, moment, state.members),
          nextCheckIn(state, moment),
        ],
      };
    }
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return askHowFar(state, moment);
    case 'acted':
      return event.action === 'take-task'
        ? taken(state, event.message, moment)
        : checkedIn(state, event.message, moment);
    case 'reported':
      return reported(state, event.report, moment);
  }
}

function asksForTask({ begin, changes }: GroupState, moment: Moment, people: string[]): Wish[] {
  const request = { template: 'group-formed', action: 'take-task', about: begin.item, until: null } as const;
  return ask(begin, moment, people, changes === 0 ? request : { ...request, round: changes });
}

function nextCheckIn({ begin }: GroupState, moment: Moment): Wish {
  const { checkInEvery } = settingsOf(begin, 'accountability');
  return calendar(begin, moment.at, [{ name: 'check-in', add: checkInEvery }], 'plan');
}

function askHowFar(state: GroupState, moment: Moment): Step<GroupState> {
  const { begin } = state;
  const rounds = state.rounds + 1;
  const open = state.tasks.filter(({ status, member }) => status !== 'done' && state.members.includes(member));
  const asks = open.flatMap(({ member, task }) =>
    ask(begin, moment, [member], {
      template: 'task-asked',
      action: 'task-check-in',
      about: begin.item,
      until: null,
      text: task,
      round: rounds,
    }),
  );
  return { state: { ...state, rounds }, wishes: [...asks, nextCheckIn(state, moment)] };
}

/** Whoever takes another task replaces the one they had. */
function taken(state: GroupState, { actor, payload, request }: ActMessage, moment: Moment): Step<GroupState> {
  const { begin } = state;
  const { task, due } = payload as { task: string; due: string };
  const own: Task = {
    member: actor.person,
    task,
    due,
    status: 'open',
    reached: taskOf(state, actor.person)?.reached ?? [],
    at: moment.at,
  };
  const others = state.members.filter((member) => member !== actor.person);
  return {
    state: withTask(state, own),
    wishes: [
      recordBy(begin, moment, actor.person, taskFact(state, own, request)),
      clear(moment, { action: 'take-task', about: begin.item, people: [actor.person] }),
      tell(begin, moment, others, 'task-taken', `${begin.item}.${request}`, task),
    ],
    receipt: { id: begin.item, said: 'Your group knows of it.' },
  };
}

function checkedIn(state: GroupState, { actor, payload, request }: ActMessage, moment: Moment): Step<GroupState> {
  const { begin } = state;
  const { done, reached } = payload as { done: boolean; reached: string[] };
  const before = taskOf(state, actor.person) as Task;
  const all = [...new Set([...before.reached, ...reached])].sort().slice(0, MOST_REACHED);
  const own: Task = { ...before, status: done ? 'done' : 'not-done', reached: all, at: moment.at };
  return {
    state: withTask(state, own),
    wishes: [
      recordBy(begin, moment, actor.person, taskFact(state, own, request)),
      clear(moment, { action: 'task-check-in', about: begin.item, people: [actor.person] }),
    ],
    receipt: { id: begin.item, said: done ? 'Well done.' : 'Noted: not yet. You are asked again.' },
  };
}

function withTask(state: GroupState, task: Task): GroupState {
  return { ...state, tasks: [...state.tasks.filter(({ member }) => member !== task.member), task] };
}

function reported(
  state: GroupState,
  { report: word, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<GroupState> {
  const { begin } = state;
  const member = String(data.member);
  if (word === 'stop') return end(state, moment, 'ended');
  if (word === 'joins' && !state.members.includes(member)) {
    const changed = { ...state, members: [...state.members, member], changes: state.changes + 1 };
    return {
      state: changed,
      wishes: [
        record(begin, moment, fact(changed, `changed/${changed.changes}`)),
        ...asksForTask(changed, moment, [member]),
        tell(begin, moment, state.members, 'group-changed', begin.item, undefined, changed.changes),
      ],
    };
  }
  if (word !== 'left' || !state.members.includes(member)) return nothing(state);
  const changed = { ...state, members: state.members.filter((one) => one !== member), changes: state.changes + 1 };
  const gone = ['take-task', 'task-check-in'].map((action) =>
    clear(moment, { action, about: begin.item, people: [member] }),
  );
  const [alone] = changed.members;
  if (changed.members.length === 1 && alone !== undefined) {
    const step = end(changed, moment, 'dissolved');
    const keeper = workflowId({ kind: 'practice', network: begin.network, practice: 'accountability' });
    return {
      state: step.state,
      wishes: [...step.wishes, report(keeper, 'alone', { item: begin.item, member: alone })],
    };
  }
  return {
    state: changed,
    wishes: [
      ...gone,
      record(begin, moment, fact(changed, `changed/${changed.changes}`)),
      tell(begin, moment, changed.members, 'group-changed', begin.item, undefined, changed.changes),
    ],
  };
}

function end(state: GroupState, moment: Moment, status: 'ended' | 'dissolved'): Step<GroupState> {
  const { begin } = state;
  const ended: GroupState = { ...state, due: [], done: true };
  const unsaid = state.tasks
    .filter((task) => task.status === 'open')
    .map((task) => ({ ...task, status: 'unsaid' as const, at: moment.at }));
  return {
    state: ended,
    wishes: [
      clearAll(moment),
      record(
        begin,
        moment,
        fact(ended, 'ended', status, moment.at),
        ...unsaid.map((task) => taskFact(state, task, 'ended')),
      ),
      ...itemEnds(begin, moment),
    ],
  };
}

function fact(
  state: GroupState,
  word: string,
  status: BodyOf<'accountability-group'>['status'] = 'open',
  endedAt: Instant | null = null,
) {
  const { begin, members, formedAt } = state;
  const body = {
    group: begin.item,
    cycle: Number(begin.given.cycle),
    members,
    because: begin.given.because,
    status,
    formedAt,
    endedAt,
  };
  return { kind: 'accountability-group' as const, body, key: `accountability/${begin.item}/${word}` };
}

function taskFact({ begin }: GroupState, task: Task, word: string) {
  const body = { group: begin.item, cycle: Number(begin.given.cycle), ...task };
  return { kind: 'takeaway' as const, body, key: `accountability/${begin.item}/task/${task.member}/${word}` };
}
