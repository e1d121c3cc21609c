/**
 * Opening and closing rounds of questionnaires. What is asked is kept with the round, so that figures say what they are
 * figures of; what was answered is read once, at the close, and only what may be shown is kept.
 */
import type { PeopleStore } from '../../../data/people/people-store.ts';
import {
  type CheckedAnswers,
  counted,
  questionnaireNamed,
  resultsOf,
  type Tally,
} from '../../../data/questionnaires/index.ts';
import { type BodyOf, type Questionnaire, SCALE_POINTS, subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import type { Activities, Point } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, neverWorks, type World } from '../world.ts';
import { pausedMembers } from './paused-members.ts';

type Round = BodyOf<'questionnaire-round'>;

/** In whose name words are sealed that nobody may be known to have written. */
const ANONYMOUS = 'anonymous';
const MOST_POINTS = 30;

export function questionnaireActivities({
  store,
  people,
}: Pick<World, 'store' | 'people'>): Pick<Activities, 'openRound' | 'closeRound'> {
  return {
    async openRound({ network, practice, round, questionnaire: name, modality, cycle, by, whom, opens, closes }) {
      const known = await roundOf(store, network, round);
      if (known !== null) return { asked: known.asked };
      const questionnaire = await asAsked(store, network, name, modality);
      const asked = await people.rounds.open(network, round, await whomToAsk(store, network, whom));
      const body: Round = {
        ...{ round, practice, questionnaire, cycle, by, opens, closes, status: 'open', asked, answered: 0 },
        ...{ items: null, groups: [], texts: [] },
      };
      await keep(store, network, body, 'open', opens);
      return { asked };
    },

    async closeRound({ network, round, at }) {
      const before = await roundOf(store, network, round);
      if (before === null) throw neverWorks(`There is no round ${round} to close.`, 'RecordError');
      if (before.status === 'closed') {
        await people.rounds.forget(network, round);
        return answerOf(before);
      }
      const closed = await people.rounds.close(network, round);
      const { asked, answered } = closed ?? { asked: before.asked, answered: 0 };
      const { questionnaire } = before;
      const tally =
        questionnaire.answers === 'anonymous'
          ? ((closed?.tally ?? null) as Tally | null)
          : await tallyOfFacts(store, network, round, questionnaire);
      const results = resultsOf(tally, questionnaire);
      const body: Round = {
        ...{ ...before, status: 'closed', closes: at < before.closes ? at : before.closes, asked, answered },
        ...{ items: results?.items ?? null, groups: results?.groups ?? [] },
        texts: results === null || tally === null ? [] : await sealedTexts(people, network, questionnaire, tally),
      };
      await keep(store, network, body, 'closed', at);
      await people.rounds.forget(network, round);
      return answerOf(body);
    },
  };
}

export async function roundOf(store: Pick<RecordStore, 'read'>, network: string, round: string): Promise<Round | null> {
  const [fact] = await store.read({ network, kind: 'questionnaire-round', subject: subjectOf(round) });
  return fact?.body ?? null;
}

async function keep(store: RecordStore, network: string, body: Round, word: string, at: string): Promise<void> {
  const source = askedBy();
  const key = `questionnaire-round/${body.round}/${word}`;
  const draft = { kind: 'questionnaire-round' as const, body, validFrom: at, key };
  await store.append([factOf(draft, { network, source, recordedAt: at })], source);
}

/** The charter's own of that name, else the one that ships; of a reflection the items of one modality. */
async function asAsked(
  store: RecordStore,
  network: string,
  name: string,
  modality: string | null,
): Promise<Questionnaire> {
  const [charter] = await store.read({ network, kind: 'charter' });
  const questionnaire = questionnaireNamed(charter?.body.document.questionnaires ?? [], name);
  if (questionnaire === null) {
    throw neverWorks(`There is no questionnaire ${name}; weft questionnaires lists those there are.`, 'RecordError');
  }
  if (modality === null) return questionnaire;
  const items = questionnaire.items.filter((item) => item.modality === modality);
  return items.length === 0 ? questionnaire : { ...questionnaire, items };
}

async function whomToAsk(store: RecordStore, network: string, whom: 'active' | 'opted-in'): Promise<string[]> {
  const paused = await pausedMembers(store, network);
  const members = (await store.read({ network, kind: 'member' }))
    .map(({ body }) => body)
    .filter(({ status, member }) => status === 'active' && !paused.has(member))
    .map(({ member }) => member);
  if (whom === 'active') return members;
  const choices = (await store.read({ network, kind: 'knowledge-choice' })).map(({ body }) => body);
  const wanting = new Set(choices.filter(({ takesPart }) => takesPart).map(({ member }) => member));
  return members.filter((member) => wanting.has(member));
}

/** Answers that are named are facts already; they are counted by the same rules. */
async function tallyOfFacts(
  store: RecordStore,
  network: string,
  round: string,
  questionnaire: Questionnaire,
): Promise<Tally | null> {
  if (questionnaire.answers === 'private') return null;
  const answers = (await store.read({ network, kind: 'questionnaire-answer' }))
    .map(({ body }) => body)
    .filter((body) => body.round === round);
  // What was written in one's own name stays with the answer.
  const countable = { ...questionnaire, items: questionnaire.items.filter(({ type }) => type !== 'text') };
  return answers.reduce<Tally | null>((tally, body) => {
    const given = Object.fromEntries(body.answers.map(({ item, value }) => [item, value]));
    return counted(tally, countable, { answers: given as CheckedAnswers['answers'] }, null);
  }, null);
}

async function sealedTexts(
  people: PeopleStore,
  network: string,
  { items }: Questionnaire,
  { texts }: Tally,
): Promise<Round['texts']> {
  const sealed: Round['texts'] = [];
  for (const { id } of items) {
    for (const text of [...new Set(texts[id] ?? [])].sort()) {
      sealed.push({ item: id, text: await people.sealText(network, ANONYMOUS, text) });
    }
  }
  return sealed;
}

/** What a round brought up: scales whose mean lies under their middle, and what was written. */
function answerOf({ asked, answered, questionnaire, items, texts }: Round): {
  asked: number;
  answered: number;
  points: Point[];
} {
  const scales = new Set(questionnaire.items.filter(({ type }) => type === 'scale').map(({ id }) => id));
  const low = (items ?? []).filter(({ item, counts, n }) => {
    if (!scales.has(item) || counts === null) return false;
    const sum = counts.reduce((total, count, at) => total + count * (at + 1), 0);
    return sum / n < (1 + SCALE_POINTS) / 2;
  });
  const points = [...low.map(({ item }) => ({ item, text: null })), ...texts];
  return { asked, answered, points: points.slice(0, MOST_POINTS) };
}
