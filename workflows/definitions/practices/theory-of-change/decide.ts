/**
 * Theory of change, learning questions, and the stage of the network's growth, which it tells to the lifecycle (whether
 * surveys are due) and to every practice (whether new rounds are).
 *
 * It carries ids and references: at most 200 questions, the agenda's items, the stage.
 */
import type { BodyOf, Instant } from '../../../../data/records/index.ts';
import { PRACTICE_NAMES, type PracticeName } from '../../../../data/records/index.ts';
import { type ActionName, type ActMessage, type WorkflowStarts, workflowId } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step, Wish } from '../../process.ts';
import { decodeFirstVersion, nothing, perform, report } from '../../process.ts';
import { ACTIVE_ONLY, lacksRight, record, recordBy } from '../../shared.ts';
import { tellPractice } from '../begin-and-end.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];
type Question = BodyOf<'learning-question'>;

export interface TheoryState extends ProcessState {
  begin: Begin;
  agenda: string[];
  /** Versions of the theory so far. */
  versions: number;
  questions: Question[];
  stage: string;
  since: Instant | null;
  /** How often the stage was set. */
  turns: number;
}

const MOST_QUESTIONS = 200;

export const theoryOfChange: PracticeModule<TheoryState, never> = {
  keeper: {
    actions: ['write-theory', 'propose-question', 'order-questions', 'set-maturity'],
    begin: (begin) => ({
      ...{ v: 1, due: [], done: false, begin, agenda: [], versions: 0, questions: [], since: null, turns: 0 },
      stage: stagesOf(begin)[0]?.name ?? '',
    }),
    refuse,
    decide,
    status: ({ done, stage, versions, questions }) => ({
      stage: done ? 'ended' : stage,
      counts: { versions, questions: questions.length },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function stagesOf(begin: Begin) {
  return settingsOf(begin, 'theory-of-change').stages;
}

function refuse(state: TheoryState, action: ActionName, message: ActMessage): string | null {
  const { begin } = state;
  if (state.done) return 'The network is closed.';
  if (action === 'propose-question') return refuseQuestion(state, message);
  const lacking = lacksRight(begin.policy, 'set-agenda', message);
  if (lacking !== null) return lacking;
  switch (action) {
    case 'write-theory':
      return null;
    case 'order-questions': {
      const { order } = message.payload as { order: string[] };
      const known = state.questions.map(({ question }) => question);
      const unknown = order.find((id) => !known.includes(id));
      if (unknown !== undefined)
        return `There is no question '${unknown}'. ${known.length === 0 ? 'None is proposed yet.' : `There are: ${known.join(', ')}.`}`;
      return new Set(order).size === order.length ? null : 'An order names each question once.';
    }
    case 'set-maturity': {
      const { stage } = message.payload as { stage: string };
      const names = stagesOf(begin).map(({ name }) => name);
      if (!names.includes(stage)) return `There is no stage '${stage}'. The charter has: ${names.join(', ')}.`;
      return stage === state.stage ? `The network is ${stage} already.` : null;
    }
    default:
      return 'This is not done here.';
  }
}

function refuseQuestion({ begin, questions, agenda }: TheoryState, { actor, payload }: ActMessage): string | null {
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const { item } = payload as { item?: string };
  if (item !== undefined && !agenda.includes(item))
    return `The learning agenda has no item '${item}'. ${agenda.length === 0 ? 'It is not set yet.' : `It has: ${agenda.join(', ')}.`}`;
  const most = settingsOf(begin, 'theory-of-change').questionsPerMember;
  const own = questions.filter(({ askedBy }) => askedBy === actor.person).length;
  if (own >= most) return `You have proposed ${own} questions, and ${most} is the most.`;
  return questions.length >= MOST_QUESTIONS ? `There are ${MOST_QUESTIONS} questions already.` : null;
}

function decide(state: TheoryState, event: Event, moment: Moment): Step<TheoryState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'began': {
      const since = { ...state, since: moment.at };
      return {
        state: since,
        wishes: [record(state.begin, moment, maturity(since, null, null, null)), ...tellAll(since)],
      };
    }
    case 'reported':
      return reported(state, event.report.report, event.report.data);
    case 'acted':
      return acted(state, event.action, event.message, moment);
    default:
      return nothing(state);
  }
}

function reported(state: TheoryState, word: string, data: Record<string, unknown>): Step<TheoryState> {
  if (word === 'stop') return nothing({ ...state, done: true });
  if (word === 'which-stage') return { state, wishes: tell(state, data.practice as PracticeName) };
  if (word !== 'agenda-item' || state.agenda.includes(String(data.item))) return nothing(state);
  return nothing({ ...state, agenda: [...state.agenda, String(data.item)] });
}

function acted(state: TheoryState, action: ActionName, message: ActMessage, moment: Moment): Step<TheoryState> {
  switch (action) {
    case 'write-theory':
      return written(state, message, moment);
    case 'propose-question':
      return proposed(state, message, moment);
    case 'order-questions':
      return ordered(state, message, moment);
    case 'set-maturity':
      return grown(state, message, moment);
    default:
      return nothing(state);
  }
}

function written(state: TheoryState, { actor, payload, request }: ActMessage, moment: Moment): Step<TheoryState> {
  const version = state.versions + 1;
  const { text } = payload as { text: string };
  const body = { version, text, by: actor.person, at: moment.at };
  return {
    state: { ...state, versions: version },
    wishes: [
      recordBy(state.begin, moment, actor.person, { kind: 'theory-of-change', body, key: `act/${request}` }),
      hear(state, moment, 'theory-written', `version-${version}`, text),
    ],
    receipt: { id: null, said: `This is version ${version}; members hear of it.` },
  };
}

function proposed(state: TheoryState, { actor, payload, request }: ActMessage, moment: Moment): Step<TheoryState> {
  const { text, item } = payload as { text: string; item?: string };
  const question: Question = {
    ...{ question: `question-${state.questions.length + 1}`, text, item: item ?? null, askedBy: actor.person },
    ...{ at: moment.at, place: null },
  };
  const fact = { kind: 'learning-question' as const, body: question, key: `act/${request}` };
  return {
    state: { ...state, questions: [...state.questions, question] },
    wishes: [recordBy(state.begin, moment, actor.person, fact)],
    receipt: { id: question.question, said: `Your question is ${question.question}.` },
  };
}

/** Those whose place changes are stated anew. */
function ordered(state: TheoryState, { actor, payload, request }: ActMessage, moment: Moment): Step<TheoryState> {
  const { order } = payload as { order: string[] };
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) + 1 : null);
  const questions = state.questions.map((one) => ({ ...one, place: placeOf(one.question) }));
  const moved = questions.filter(({ place }, at) => place !== state.questions[at]?.place);
  const facts = moved.map((body) => ({
    kind: 'learning-question' as const,
    ...{ body, key: `act/${request}/${body.question}` },
  }));
  return {
    state: { ...state, questions },
    wishes: facts.length === 0 ? [] : [recordBy(state.begin, moment, actor.person, ...facts)],
    receipt: { id: null, said: `${order[0]} comes first.` },
  };
}

function grown(state: TheoryState, { actor, payload }: ActMessage, moment: Moment): Step<TheoryState> {
  const { stage, reason } = payload as { stage: string; reason: string };
  const later = { ...state, stage, since: moment.at, turns: state.turns + 1 };
  return {
    state: later,
    wishes: [
      recordBy(state.begin, moment, actor.person, maturity(later, state.stage, actor.person, reason)),
      ...tellAll(later),
      hear(later, moment, 'maturity-set', stage, reason),
    ],
    receipt: { id: stage, said: `The network is ${stage} from now on; what rests and what is shown follows.` },
  };
}

function maturity({ stage, since, turns }: TheoryState, from: string | null, by: string | null, reason: string | null) {
  return { kind: 'maturity' as const, body: { stage, from, since, by, reason }, key: `maturity/${turns}` };
}

function hear(
  { begin, turns }: TheoryState,
  { workflowId: id, at }: Moment,
  template: 'theory-written' | 'maturity-set',
  about: string,
  text: string,
): Wish {
  return perform('notifyMembers', {
    ...{ network: begin.network, workflowId: id, at, template, about, text, round: turns },
    whom: { standing: ['active'] },
  });
}

/** The lifecycle, of surveys; every other practice, of itself. */
function tellAll(state: TheoryState): Wish[] {
  const { network } = state.begin;
  const surveys = { stage: state.stage, due: isDue(state, 'surveys') };
  return [
    report(workflowId({ kind: 'network', network }), 'maturity', surveys),
    ...PRACTICE_NAMES.filter((name) => name !== 'theory-of-change').flatMap((name) => tell(state, name)),
  ];
}

function tell(state: TheoryState, practice: PracticeName): Wish[] {
  return tellPractice(state.begin, practice, 'maturity', { stage: state.stage, due: isDue(state, practice) });
}

function isDue({ begin, stage }: TheoryState, what: PracticeName | 'surveys'): boolean {
  const rests: readonly string[] = stagesOf(begin).find(({ name }) => name === stage)?.rests ?? [];
  return !rests.includes(what);
}
