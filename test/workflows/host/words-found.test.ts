import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BodyOf, CharterSchema } from '../../../data/records/index.ts';
import { type WordsQuestion, wordsFound } from '../../../workflows/host/networks/words-found.ts';
import { CHARTER, charterFact, ids, member, NETWORK, START, type TestWorld, testWorld } from '../activities/world.ts';

describe('Law: people read what they wrote and what was meant for them, and nobody reads what was private', () => {
  let world: TestWorld;
  const ask = (question: WordsQuestion) => wordsFound({ ...world, nowRealMs: Date.parse(START) }, NETWORK, question);
  const said = async (question: WordsQuestion) =>
    (await ask(question)).flatMap(({ about, words }) => words.map(({ text }) => `${about}: ${text}`));
  const seal = (person: string, text: string) => world.people.sealText(NETWORK, person, text);

  beforeAll(async () => {
    world = await testWorld();
    const document = CharterSchema.parse({ ...CHARTER, practices: { access: { readBy: ['facilitator'] } } });
    const holds = (role: 'lead' | 'facilitator', person: string) =>
      ({ kind: 'role', body: { role, person, held: true } }) as const;
    await world.given(
      { ...charterFact, body: { ...charterFact.body, document } },
      ...ids(5).map((id) => member(id)),
      ...[holds('lead', 'p01'), holds('facilitator', 'p02')],
    );
    const story = async (name: string, by: string, shared: boolean): Promise<BodyOf<'story'>> => ({
      ...{ story: name, member: by, value: 'applied', cycle: null, text: await seal(by, `told by ${by}`) },
      ...{ shared, named: false, at: START },
    });
    await world.given(
      { kind: 'agenda-item', body: { ...agenda, title: await seal('p01', 'Shorter waits') } },
      { kind: 'story', body: await story('story-1', 'p03', true) },
      { kind: 'story', body: await story('story-2', 'p04', false) },
      { kind: 'access-need', body: { ...need, text: await seal('p05', 'A hearing loop') } },
      { kind: 'questionnaire-answer', body: reflection(await seal('p03', 'I talk too much'), false) },
      { kind: 'idea-round', body: round('diverging', await seal('p02', 'How?')) },
      { kind: 'idea', body: { ...idea, text: await seal('p04', 'One desk') } },
      { kind: 'contribution-claim', body: await claim(seal) },
    );
  });
  afterAll(() => world.close());

  it('shows everybody what was written for all, and each their own, marked as theirs', async () => {
    expect(await said({ as: 'p04' })).toEqual([
      'agenda-1: Shorter waits',
      'story-1: told by p03',
      'story-2: told by p04',
      'ideas-1: How?',
      'ideas-1.idea-1: One desk',
      ...CLAIM.map((text) => `claim-1: ${text}`),
    ]);
    expect(await said({ as: 'p04', mine: true })).toEqual([
      'story-2: told by p04',
      'ideas-1.idea-1: One desk',
      'claim-1: A colder winter',
    ]);
  });

  it('opens a reflection for its writer alone, beside what was asked; the lead and the facilitator see none', async () => {
    expect(await said({ as: 'p03', about: 'reflection-1' })).toEqual(['reflection-1: I talk too much']);
    for (const other of ['p01', 'p02', 'p04']) expect(await said({ as: other, about: 'reflection-1' })).toEqual([]);
  });

  it('keeps ideas from others while they come in, and needs from all but who sees to them', async () => {
    expect(await said({ as: 'p05', about: 'idea' })).toEqual([]);
    await world.given({ kind: 'idea-round', body: round('decided', await seal('p02', 'How?')), at: LATER });
    expect(await said({ as: 'p05', about: 'idea' })).toEqual(['ideas-1.idea-1: One desk']);
    expect(await said({ as: 'p02', about: 'need-1' })).toEqual(['need-1: A hearing loop']);
    for (const other of ['p01', 'p03']) expect(await said({ as: other, about: 'need-1' })).toEqual([]);
  });

  it('shares a reflection once its writer does', async () => {
    await world.given({
      kind: 'questionnaire-answer',
      body: reflection(await seal('p03', 'I talk too much'), true),
      at: LATER,
    });
    expect(await said({ as: 'p01', about: 'reflection-1' })).toEqual(['reflection-1: I talk too much']);
  });

  it('refuses strangers; who has left reads their own; and each look is in the audit log, by counts', async () => {
    await expect(ask({ as: 'nobody' })).rejects.toThrow('Only members who take part');
    await expect(ask({ as: 'nobody', mine: true })).rejects.toThrow('Nobody of three-regions is called that');
    await world.given({ ...member('p04', 'left'), at: LATER });
    await expect(ask({ as: 'p04' })).rejects.toThrow('Only members who take part');
    expect(await said({ as: 'p04', mine: true })).toContain('story-2: told by p04');
    const looked = (await world.store.audit(NETWORK)).filter(({ action }) => action === 'words-read');
    expect(looked.at(-1)).toMatchObject({ actor: { type: 'person', id: 'p04' }, detail: { own: 3, read: 3 } });
  });

  it('has nothing of whoever was erased', async () => {
    await world.people.erase(NETWORK, 'p03');
    expect((await said({ as: 'p01' })).join('\n')).not.toMatch(/told by p03|I talk too much/);
  });
});

const LATER = '2026-02-05T08:00:00.000Z';
const CLAIM = ['Shorter waits', 'One form', 'Waiting lists', 'The order of days', 'A colder winter'];

const agenda = { item: 'agenda-1', version: 1, priority: null };
const need = { need: 'need-1', member: 'p05', statedAt: START, status: 'open' as const, settledAt: null };
const idea = { idea: 'ideas-1.idea-1', round: 'ideas-1', author: 'p04' };

function reflection(text: string, shared: boolean): BodyOf<'questionnaire-answer'> {
  const answers = [{ item: 'alone-1', value: text }];
  return { round: 'reflection-1', member: 'p03', answers, shared };
}

function round(status: BodyOf<'idea-round'>['status'], question: string): BodyOf<'idea-round'> {
  return {
    ...{ round: 'ideas-1', question, openedBy: 'p02', openedAt: START, status, ideas: 1, closedAt: null },
    ...{ eligible: null, voted: null, order: [], endedAt: null },
  };
}

async function claim(seal: (person: string, text: string) => Promise<string>): Promise<BodyOf<'contribution-claim'>> {
  const [outcome, contribution, evidence, because] = await Promise.all(
    CLAIM.slice(0, 4).map((text) => seal('p05', text)),
  );
  return {
    ...{ claim: 'claim-1', member: 'p05', confidence: 'medium', claimedAt: START, status: 'in-review' },
    ...{ outcome: outcome!, contribution: contribution!, evidence: evidence!, because: because! },
    rivals: [{ rival: 'chance', text: await seal('p04', 'A colder winter'), standing: 'stands' }],
    ...{ rivalsBy: ['p04'], reviewedBy: null, reason: null, endedAt: null },
  };
}
