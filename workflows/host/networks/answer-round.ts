/**
 * The one port for answers to questionnaires: `weft act` and the import of a file come here, and whatever page asks one day.
 *
 * What becomes of an answer is what its questionnaire promises: it is added to a sealed tally (anonymous), kept as facts
 * (named), or sealed under its writer's key (private). It is put to no workflow, so that no history holds it; the audit log
 * says of an anonymous one that somebody has answered, and nothing else.
 */
import {
  type CheckedAnswers,
  checkAnswers,
  counted,
  type GivenAnswers,
  type Tally,
} from '../../../data/questionnaires/index.ts';
import type { BodyOf, Instant, NewFact, Questionnaire } from '../../../data/records/index.ts';
import { subjectOf } from '../../../data/records/index.ts';
import { inboxId, type Receipt, workflowId } from '../../contract/index.ts';
import { memberOf, type PeoplePlaces } from './people-named.ts';
import { RefusedError } from './refused.ts';

type Round = BodyOf<'questionnaire-round'>;

export interface Answered {
  person: string;
  /** Where they stand in the roster. */
  membership: string | null;
  /** The programme's clock. */
  now: Instant;
  round: string;
  given: GivenAnswers;
}

/** @throws RefusedError with the words for the person; never with what they answered. */
export async function answerRound(places: PeoplePlaces, network: string, answered: Answered): Promise<Receipt> {
  const { person, now, given } = answered;
  if (answered.membership !== 'active') throw new RefusedError('Only active members answer: join the network first.');
  const round = await openRound(places, network, answered.round);
  const { checked, problems } = checkAnswers(round.questionnaire, given, person);
  if (problems.length > 0) {
    throw new RefusedError(problems.map(({ field, message }) => `${field ?? 'answer'}: ${message}`).join('\n'));
  }
  await refuseUnlessTaken(places, network, round, person);
  await refuseStrangers(places, network, checked);
  const { answers } = round.questionnaire;
  if (answers !== 'anonymous') await keepFacts(places, network, { person, now }, round, checked);
  const add = answers === 'anonymous' ? await adding(places, network, round, person, checked) : null;
  const taken = await places.people.rounds.answer(network, round.round, person, add);
  if (taken !== 'counted') throw new RefusedError(refusals(round)[taken]);
  const id = workflowId({ kind: 'practice-item', network, practice: round.practice, item: round.round });
  await places.store.clearInbox({ ids: [inboxId(id, 'answer-questionnaire', round.round, person)] });
  if (answers === 'anonymous') {
    const actor = { type: 'workflow', id } as const;
    await places.store.recordAudit({ network, at: now, actor, action: 'answered', detail: { round: round.round } });
  }
  return { id: null, said: thanks(round.questionnaire, checked) };
}

/** @throws RefusedError where it is not open. */
export async function openRound({ store }: PeoplePlaces, network: string, name: string): Promise<Round> {
  const [fact] = await store.read({ network, kind: 'questionnaire-round', subject: subjectOf(name) });
  if (fact !== undefined && fact.body.status === 'open') return fact.body;
  if (fact !== undefined) throw new RefusedError(refusals(fact.body).closed);
  const open = (await store.read({ network, kind: 'questionnaire-round' }))
    .filter(({ body }) => body.status === 'open')
    .map(({ body }) => body.round);
  const there = open.length === 0 ? 'None is open.' : `Open are: ${open.join(', ')}.`;
  throw new RefusedError(`There is no round of that name. ${there}`);
}

/** @throws RefusedError where an answer would not be taken. */
export async function refuseUnlessTaken(
  { people }: PeoplePlaces,
  network: string,
  round: Round,
  person: string,
): Promise<void> {
  const taking = await people.rounds.wouldTake(network, round.round, person);
  if (taking !== 'counted') throw new RefusedError(refusals(round)[taking]);
}

function refusals({ round, questionnaire }: Round): Record<'already' | 'not-asked' | 'closed', string> {
  return {
    already:
      questionnaire.answers === 'anonymous'
        ? `You have answered ${round} already. It was counted, and nobody can find it again to change it.`
        : `You have answered ${round} already.`,
    'not-asked': `${round} does not ask you: it asks those who were there, or had opted in, when it opened.`,
    closed: `${round} is closed.`,
  };
}

async function refuseStrangers(places: PeoplePlaces, network: string, { contacts }: CheckedAnswers): Promise<void> {
  for (const [index, { to }] of contacts.entries()) {
    if ((await memberOf(places, network, to)) !== null) continue;
    throw new RefusedError(`contacts, entry ${index + 1}: is nobody in the roster of ${network}.`);
  }
}

async function adding(
  places: PeoplePlaces,
  network: string,
  { by, questionnaire }: Round,
  person: string,
  checked: CheckedAnswers,
): Promise<(tally: unknown) => Tally> {
  const attributes = by === null ? undefined : (await memberOf(places, network, person))?.attributes;
  const value = by === null || attributes === undefined || !Object.hasOwn(attributes, by) ? null : attributes[by];
  const group = by === null ? null : String(value ?? '(not said)');
  return (tally) => counted(tally as Tally | null, questionnaire, checked, group);
}

/**
 * Texts are sealed under their writer's key, and the fact holds a reference. Keys say who answered which round, so that an
 * answer that is tried once more adds nothing.
 */
async function keepFacts(
  { store, people }: PeoplePlaces,
  network: string,
  { person, now }: { person: string; now: Instant },
  { round, questionnaire }: Round,
  { answers, contacts }: CheckedAnswers,
): Promise<void> {
  const values: { item: string; value: number | string }[] = [];
  for (const { id, type } of questionnaire.items) {
    const value = answers[id];
    if (value === undefined) continue;
    const isText = type === 'text';
    values.push({ item: id, value: isText ? await people.sealText(network, person, String(value)) : value });
  }
  const source = { type: 'person', id: person } as const;
  const envelope = { network, source, validFrom: now, validTo: null, recordedAt: now, retracted: false };
  const answer = { round, member: person, answers: values, shared: false };
  const facts: NewFact[] = [
    { ...envelope, kind: 'questionnaire-answer', body: answer, key: `answer/${round}/${person}` },
    ...contacts.flatMap(({ to, ratings }) =>
      Object.entries(ratings).map(
        ([item, rating]): NewFact => ({
          ...{ ...envelope, kind: 'tie-rating', body: { round, from: person, to, item, rating } },
          key: `rating/${round}/${person}/${to}/${item}`,
        }),
      ),
    ),
  ];
  await store.append(facts, source);
}

function thanks({ answers, items }: Questionnaire, checked: CheckedAnswers): string {
  const asked = items.filter(({ right }) => right !== undefined);
  if (asked.length > 0) {
    const missed = asked.filter(({ id, right }) => checked.answers[id] !== right);
    const score = `You got ${asked.length - missed.length} of ${asked.length} right.`;
    const lines = missed.map(({ id, right, options }) => {
      const text = options?.find((option) => option.id === right)?.text ?? right;
      return `${id}: right is: ${text}`;
    });
    return [score, ...lines, 'This is told to you alone, and kept nowhere.'].join('\n');
  }
  if (answers === 'anonymous') return 'Thank you: your answer is counted, and nobody can tell which one it was.';
  if (answers === 'private') return 'Thank you. It is sealed and yours alone; nobody reads it unless you share it.';
  return `Thank you: your answer is kept${checked.contacts.length > 0 ? `, with ${checked.contacts.length} contacts` : ''}.`;
}
