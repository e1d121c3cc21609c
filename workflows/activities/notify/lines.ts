/** What some notices tell of besides their template: read from the facts at the moment of sending, and kept nowhere. */
import { subjectOf } from '../../../data/records/index.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import { type NoticeDraft, type NoticeTemplate, partOf } from '../../contract/index.ts';
import { diversityInWords } from '../practices/diversity.ts';

type LinesOf = (store: RecordStore, network: string, about: string) => Promise<string[]>;

const LINES: Partial<Record<NoticeTemplate, LinesOf>> = {
  'diversity-gaps': diversityInWords,
  'point-asked': pointInWords,
  'access-need-settled': needInWords,
  'stipend-asked': stipendInWords,
  'stipend-waits': stipendInWords,
  'stipend-decided': stipendInWords,
  'turn-asked': meetingInWords,
  'turn-open': meetingInWords,
  'commitment-due': dueInWords,
  'knowledge-asked': occasionInWords,
  'ritual-turn': meetingInWords,
  'ritual-without-facilitator': meetingInWords,
};

export async function linesOf(store: RecordStore, network: string, notice: NoticeDraft): Promise<string[]> {
  return (await LINES[notice.template]?.(store, network, notice.about)) ?? [];
}

/** A sentence that few agreed with; what was written is handed on as words. */
async function pointInWords(store: RecordStore, network: string, about: string): Promise<string[]> {
  const [round, number] = partOf(about);
  const [point] = await store.read({
    network,
    kind: 'said-and-did',
    subject: subjectOf(round, String(number)),
  });
  const [asked] = await store.read({ network, kind: 'questionnaire-round', subject: subjectOf(round) });
  const item = asked?.body.questionnaire.items.find(({ id }) => id === point?.body.item);
  return item === undefined || point?.body.text !== null ? [] : [`Few agree with: “${item.ask}”`];
}

async function needInWords(store: RecordStore, network: string, need: string): Promise<string[]> {
  const [fact] = await store.read({ network, kind: 'access-need', subject: subjectOf(need) });
  return [
    fact?.body.status === 'met'
      ? 'What you need in order to take part is there, as far as those who see to it know.'
      : 'What you need in order to take part could not be met. Whoever leads the network can tell you more.',
  ];
}

async function dueInWords(store: RecordStore, network: string, promise: string): Promise<string[]> {
  const [fact] = await store.read({ network, kind: 'commitment', subject: subjectOf(promise) });
  return fact === undefined ? [] : [`By ${fact.body.due}.`];
}

/** What somebody took part in, after which they are asked what they learned. */
async function occasionInWords(store: RecordStore, network: string, prompt: string): Promise<string[]> {
  const [fact] = await store.read({ network, kind: 'knowledge-prompt', subject: subjectOf(prompt) });
  if (fact === undefined) return [];
  const { after, about } = fact.body;
  return [`${after === 'experiment' ? 'an' : 'a'} ${after}, ${about}`];
}

/** When the next meeting of a ritual is; `about` is the ritual, or one meeting of it. A stage of a cycle is none. */
async function meetingInWords(store: RecordStore, network: string, about: string): Promise<string[]> {
  const [id = about] = about.split('.meeting-');
  const [ritual] = await store.read({ network, kind: 'ritual', subject: subjectOf(id) });
  if (ritual === undefined || ritual.body.next === null) return [];
  const { next, timeZone, minutes } = ritual.body;
  return [`When: ${next.replace('T', ', ')} (${timeZone}), ${minutes} minutes.`];
}

async function stipendInWords(store: RecordStore, network: string, stipend: string): Promise<string[]> {
  const [fact] = await store.read({ network, kind: 'stipend', subject: subjectOf(stipend) });
  if (fact === undefined) return [];
  const { amount, approved, currency, status } = fact.body;
  if (status === 'approved') return [`Approved: ${currency} ${(approved as number).toFixed(2)}.`];
  if (status === 'declined') return [`It was not approved: ${currency} ${amount.toFixed(2)}.`];
  return [`${currency} ${amount.toFixed(2)} is asked for.`];
}
