/**
 * Objectives and the roadmap. On a milestone's day whoever may decide what becomes of the network is asked: whether it is
 * reached, or, at a gate, by a decision with reminder, deputy and the stated default. A funding gate that is not passed
 * puts what the charter proposes to a decision of its own, which the lifecycle carries out.
 *
 * It carries the milestones (at most 60) with their state.
 */
import type { BodyOf } from '../../../../data/records/index.ts';
import { type ActionName, type ActMessage, type WorkflowStarts, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, duesOf, nothing, report, schedule, start } from '../../process.ts';
import { ask, calendar, clear, clearAll, holders, lacksRight, record, recordBy, tell } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];
type Milestone = BodyOf<'milestone'>;

export interface AlignmentState extends ProcessState {
  begin: Begin;
  milestones: Milestone[];
}

export const alignment: PracticeModule<AlignmentState, never> = {
  keeper: {
    actions: ['reach-milestone'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, milestones: [] }),
    refuse,
    decide,
    status: ({ done, milestones }) => ({
      stage: done ? 'ended' : 'open',
      counts: {
        ...{ milestones: milestones.length, passed: countOf(milestones, 'passed') },
        ...{ asked: countOf(milestones, 'asked'), held: countOf(milestones, 'not-passed') },
      },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function countOf(milestones: readonly Milestone[], status: Milestone['status']): number {
  return milestones.filter((one) => one.status === status).length;
}

function refuse(state: AlignmentState, action: ActionName, message: ActMessage): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'reach-milestone') return 'This is not done here.';
  const lacking = lacksRight(state.begin.policy, 'decide-sustainment', message);
  if (lacking !== null) return lacking;
  const { milestone: id } = message.payload as { milestone: string };
  const known = state.milestones.find(({ milestone }) => milestone === id);
  const ids = state.milestones.map(({ milestone }) => milestone);
  if (known === undefined) {
    return `The roadmap has no milestone '${id}'. ${ids.length === 0 ? 'It has none.' : `It has: ${ids.join(', ')}.`}`;
  }
  if (known.status === 'passed') return `${id} is passed already.`;
  if (known.gate === 'none' || known.status === 'not-passed') return null;
  return known.status === 'asked'
    ? `${id} is being decided on: decide ${decisionOf(id)}.`
    : `${id} has a gate, which opens on ${known.on}.`;
}

function decide(state: AlignmentState, event: Event, moment: Moment): Step<AlignmentState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began':
      return began(state, moment);
    case 'learned':
      return nothing(schedule(state, ...duesOf(event.result)));
    case 'due':
      return reached(state, event.what, moment);
    case 'acted': {
      const { milestone } = event.message.payload as { milestone: string };
      return {
        ...passed(state, milestone, moment, event.message.actor.person),
        receipt: { id: milestone, said: `${milestone} is passed.` },
      };
    }
    case 'reported':
      return reported(state, event.report.report, event.report.data, moment);
  }
}

function began(state: AlignmentState, moment: Moment): Step<AlignmentState> {
  const { begin } = state;
  const { objectives, milestones } = settingsOf(begin, 'alignment');
  const known: Milestone[] = milestones.map(({ id, on, gate }) => ({
    ...{ milestone: id, on, gate, status: 'ahead', at: moment.at },
  }));
  const facts = [
    ...objectives.map(({ id, metric, groupBy, atLeast, atMost }) => ({
      kind: 'objective' as const,
      body: { objective: id, metric, groupBy: groupBy ?? null, atLeast: atLeast ?? null, atMost: atMost ?? null },
      key: `objective/${id}`,
    })),
    ...known.map(fact),
  ];
  return {
    state: { ...state, milestones: known },
    wishes: [
      ...(facts.length === 0 ? [] : [record(begin, moment, ...facts)]),
      ...(known.length === 0
        ? []
        : [
            calendar(
              begin,
              moment.at,
              known.map(({ milestone, on }) => ({ name: milestone, on, add: 'PT0M' })),
              'dates',
            ),
          ]),
    ],
  };
}

/** Its day has come. */
function reached(state: AlignmentState, id: string, moment: Moment): Step<AlignmentState> {
  const { begin } = state;
  const milestone = state.milestones.find((one) => one.milestone === id);
  if (milestone === undefined || milestone.status !== 'ahead') return nothing(state);
  const asked: Milestone = { ...milestone, status: 'asked', at: moment.at };
  const people = holders(begin, begin.policy.rights['decide-sustainment']);
  const further: Wish[] =
    milestone.gate === 'none'
      ? ask(begin, moment, people, { template: 'milestone-due', action: 'reach-milestone', about: id, until: null })
      : [tell(begin, moment, people, 'gate-open', id), gate(begin, moment, id)];
  return { state: changed(state, asked), wishes: [record(begin, moment, fact(asked)), ...further] };
}

function gate(begin: Begin, moment: Moment, id: string): Wish {
  const { decideWithin, milestones } = settingsOf(begin, 'alignment');
  const otherwise = milestones.find((one) => one.id === id)?.otherwise ?? 'hold';
  return decisionOn(begin, {
    ...{ decision: decisionOf(id), subject: 'milestone', about: id, options: ['pass', 'hold'], otherwise },
    ...{ expireAfter: decideWithin, reportTo: moment.workflowId },
  });
}

function decisionOn(
  { network, policy, clock, settings }: Begin,
  about: Pick<
    WorkflowStarts['decision'],
    'decision' | 'subject' | 'about' | 'options' | 'otherwise' | 'expireAfter' | 'reportTo'
  >,
): Wish {
  return start('decision', workflowId({ kind: 'decision', network, decision: about.decision }), {
    ...{ network, policy, clock, settings, right: 'decide-sustainment', parties: null },
    ...about,
  });
}

function decisionOf(milestone: string): string {
  return `milestone-${milestone}`;
}

function reported(
  state: AlignmentState,
  word: string,
  data: Record<string, unknown>,
  moment: Moment,
): Step<AlignmentState> {
  if (word === 'stop') return stopped(state, moment);
  if (word !== 'decided' || data.subject !== 'milestone') return nothing(state);
  const milestone = state.milestones.find((one) => decisionOf(one.milestone) === data.decision);
  if (milestone === undefined || milestone.status !== 'asked') return nothing(state);
  return data.option === 'pass' ? passed(state, milestone.milestone, moment, null) : held(state, milestone, moment);
}

function passed(state: AlignmentState, id: string, moment: Moment, by: string | null): Step<AlignmentState> {
  const { begin } = state;
  const milestone = state.milestones.find((one) => one.milestone === id) as Milestone;
  const now: Milestone = { ...milestone, status: 'passed', at: moment.at };
  const people = holders(begin, begin.policy.rights['decide-sustainment']);
  return {
    state: changed(state, now),
    wishes: [
      by === null ? record(begin, moment, fact(now)) : recordBy(begin, moment, by, fact(now)),
      clear(moment, { action: 'reach-milestone', about: id, people }),
    ],
  };
}

/** Not let pass. Where the money was asked for, what the charter proposes for that case is put to a decision. */
function held(state: AlignmentState, milestone: Milestone, moment: Moment): Step<AlignmentState> {
  const { begin } = state;
  const { network } = begin;
  const id = milestone.milestone;
  const now: Milestone = { ...milestone, status: 'not-passed', at: moment.at };
  const { milestones, decideWithin } = settingsOf(begin, 'alignment');
  const proposes = milestones.find((one) => one.id === id)?.proposes ?? 'continue';
  const proposal =
    milestone.gate === 'funding' && proposes !== 'continue'
      ? [
          decisionOn(begin, {
            ...{ decision: `funding-${id}`, subject: 'funding', about: id, options: ['continue', proposes] },
            ...{ otherwise: 'continue', expireAfter: decideWithin },
            reportTo: workflowId({ kind: 'network', network }),
          }),
        ]
      : [];
  return { state: changed(state, now), wishes: [record(begin, moment, fact(now)), ...proposal] };
}

/** The network is closed: what is being decided is decided by nobody any more. */
function stopped(state: AlignmentState, moment: Moment): Step<AlignmentState> {
  const { network } = state.begin;
  const open = state.milestones.filter(({ status, gate: kind }) => status === 'asked' && kind !== 'none');
  return {
    state: { ...state, due: [], done: true },
    wishes: [
      ...open.map(({ milestone }) =>
        report(workflowId({ kind: 'decision', network, decision: decisionOf(milestone) }), 'withdraw', {}),
      ),
      clearAll(moment),
    ],
  };
}

function changed(state: AlignmentState, milestone: Milestone): AlignmentState {
  const milestones = state.milestones.map((one) => (one.milestone === milestone.milestone ? milestone : one));
  return { ...state, milestones };
}

function fact(body: Milestone) {
  return { kind: 'milestone' as const, body, key: `milestone/${body.milestone}/${body.status}` };
}
