/**
 * A survey wave: who was asked, what they answered, who did not. Not answering is kept as such, because unknown ties are
 * not absent ties.
 */
import { createHash } from 'node:crypto';
import type { Fact } from '../../data/records/index.ts';
import { subjectOf } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import type { Activities, FactDraft } from '../contract/index.ts';
import { REFUSED } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { pausedMembers } from './practices/paused-members.ts';
import { askedBy, neverWorks, type World } from './world.ts';

type AnswerInput = Parameters<Activities['recordAnswer']>[0];

export function surveyActivities({
  store,
}: Pick<World, 'store'>): Pick<Activities, 'openWave' | 'recordAnswer' | 'closeWave'> {
  return {
    async openWave({ network, wave, types, opens, closes }) {
      const members = await store.read({ network, kind: 'member', asOf: opens });
      const known = new Set((await responsesOf(store, network, wave)).map(({ body }) => body.member));
      const paused = await pausedMembers(store, network);
      const asked = members
        .filter(({ body }) => body.status === 'active' && !known.has(body.member) && !paused.has(body.member))
        .map(({ body }) => responseDraft(wave, body.member, 'asked', opens));
      const source = askedBy();
      const drafts: FactDraft[] = [
        { kind: 'wave', body: { wave, types, opens, closes }, validFrom: opens, key: `wave/${wave}` },
        ...asked,
      ];
      await store.append(
        drafts.map((draft) => factOf(draft, { network, source, recordedAt: opens })),
        source,
      );
      return { asked: (await responsesOf(store, network, wave)).length };
    },

    async recordAnswer(input) {
      const { network, wave, member, ties, at, request } = input;
      await refuseUnknown(store, input);
      const answeredKey = keyOf('answered', wave, member, request);
      const earlier = await earlierAnswers(store, input, answeredKey);
      const named = new Set(ties.map(({ to, type }) => tieName(to, type)));
      const takenBack =
        earlier.length === 0
          ? []
          : (await tiesOf(store, network, wave, member)).filter(({ body }) => !named.has(tieName(body.to, body.type)));
      const drafts: FactDraft[] = [
        ...takenBack.map(({ body }) =>
          tieDraft(body, at, keyOf('untie', wave, member, request, body.type, body.to), true),
        ),
        ...ties.map(({ to, type, strength }) =>
          tieDraft(
            { from: member, to, type, strength, wave, time: null, occurrence: 0 },
            at,
            keyOf('tie', wave, member, request, type, to),
          ),
        ),
        { kind: 'response', body: { wave, member, status: 'answered' }, validFrom: at, key: answeredKey },
      ];
      const source = { type: 'person', id: member } as const;
      await store.append(
        drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
        source,
      );
      return { ties: ties.length, first: earlier.length === 0 };
    },

    async closeWave({ network, wave, at }) {
      const silent = (await responsesOf(store, network, wave)).filter(({ body }) => body.status === 'asked');
      const source = askedBy();
      if (silent.length > 0) {
        await store.append(
          silent.map(({ body }) =>
            factOf(responseDraft(wave, body.member, 'no-answer', at), { network, source, recordedAt: at }),
          ),
          source,
        );
      }
      const responses = await responsesOf(store, network, wave);
      const answered = responses.filter(({ body }) => body.status === 'answered').length;
      return { asked: responses.length, answered };
    },
  };
}

export async function responsesOf(store: RecordStore, network: string, wave: string): Promise<Fact<'response'>[]> {
  const responses = await store.read({ network, kind: 'response' });
  return responses.filter(({ body }) => body.wave === wave);
}

/** The façade refuses the same before the message is sent; here it keeps the facts whole. */
async function refuseUnknown(store: RecordStore, { network, member, ties }: AnswerInput): Promise<void> {
  const named = new Set<string>();
  for (const { to, type } of ties) {
    if (to === member) throw neverWorks('Nobody names themselves in an answer.', REFUSED);
    const name = tieName(to, type);
    if (named.has(name)) throw neverWorks(`${to} is named twice for ${type}; name each person once.`, REFUSED);
    named.add(name);
  }
  const all = new Set(ties.map((tie) => tie.to));
  // Erased between the answer and this attempt: the store leaves out the ties to them, and the rest of the answer counts.
  const erased = new Set(await store.erased(network, [...all]));
  for (const to of all) {
    if (erased.has(to)) continue;
    const [known] = await store.read({ network, kind: 'member', subject: subjectOf(to) });
    if (known === undefined) throw neverWorks(`${to} is not in the roster of ${network}; name a member.`, REFUSED);
  }
}

/** Answers of this member in this wave that came before this request, which may itself be recorded already. */
async function earlierAnswers(store: RecordStore, { network, wave, member }: AnswerInput, ownKey: string) {
  const [newest] = await store.read({ network, kind: 'response', subject: subjectOf(wave, member) });
  // The usual case costs one look: nothing answered so far.
  if (newest?.body.status !== 'answered') return [];
  const answers = (await store.history({ network, kind: 'response' })).filter(
    (fact) => fact.subject === newest.subject && fact.kind === 'response' && fact.body.status === 'answered',
  );
  const own = answers.findIndex(({ key }) => key === ownKey);
  return own < 0 ? answers : answers.slice(0, own);
}

async function tiesOf(store: RecordStore, network: string, wave: string, member: string): Promise<Fact<'tie'>[]> {
  const ties = await store.read({ network, kind: 'tie' });
  return ties.filter(({ body }) => body.wave === wave && body.from === member);
}

function responseDraft(wave: string, member: string, status: 'asked' | 'no-answer', at: string): FactDraft {
  return {
    kind: 'response',
    body: { wave, member, status },
    validFrom: at,
    key: `response/${wave}/${member}/${status}`,
  };
}

function tieDraft(body: Fact<'tie'>['body'], at: string, key: string, retracted = false): FactDraft {
  return { kind: 'tie', body, validFrom: at, key, retracted };
}

function tieName(to: string, type: string): string {
  return subjectOf(to, type);
}

/** Parts may be long and hold any sign, and a key has at most 300 characters: so it is a digest. */
function keyOf(what: string, ...parts: string[]): string {
  return `${what}/${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
