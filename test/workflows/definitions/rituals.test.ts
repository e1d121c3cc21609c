import { describe, expect, it } from 'vitest';
import { CharterSchema } from '../../../data/records/index.ts';
import { policyOf, type ReportSignal, type WorkflowStarts } from '../../../workflows/contract/index.ts';
import { rituals } from '../../../workflows/definitions/practices/rituals/decide.ts';
import type { RitualState } from '../../../workflows/definitions/practices/rituals/state.ts';
import type { Event, Step, Wish } from '../../../workflows/definitions/process.ts';
import { twoYears } from '../../support/two-years.ts';

const { item } = rituals;
const AT = '2026-03-02T09:00:00.000Z';

function begun(given: Record<string, string> = {}, practices: object = {}): RitualState {
  const charter = CharterSchema.parse({ ...twoYears('meets'), practices: { rituals: {}, sessions: {}, ...practices } });
  const roles = { lead: ['p01'], steward: ['p02'], facilitator: ['p03', 'p04', 'p05'], evaluator: [], sponsor: [] };
  const begin = {
    ...{ network: 'meets', practice: 'rituals', item: 'ritual-1', by: 'p01', policy: policyOf(charter, roles) },
    ...{ clock: { kind: 'real' }, settings: { continueAsNewAfterEvents: null } },
    given: { rhythm: 'P14D', at: '09:00', minutes: '60', format: 'talk', ...given },
  } as unknown as WorkflowStarts['practiceItem'];
  return item!.begin(begin);
}

/** Plain JSON from step to step, as continue-as-new carries it. */
function after(state: RitualState, event: Event, at = AT): Step<RitualState> {
  const step = item!.decide(state, event, { at, workflowId: 'network/meets/practice/rituals/ritual-1' });
  return { ...step, state: item!.decode(JSON.parse(JSON.stringify(step.state))) };
}

const learned = (as: string, result: unknown): Event => ({ type: 'learned', as, result });
const told = (report: string, data: ReportSignal['data'] = {}): Event => ({
  type: 'reported',
  report: { from: 'network/meets', report, data },
});
const acted = (action: 'change-ritual' | 'end-ritual', payload: object = {}): Event => ({
  type: 'acted',
  action,
  message: {
    ...{ request: 'r1', actor: { person: 'p01', membership: 'active' } },
    payload: { ritual: 'ritual-1', ...payload },
  },
});

/** The next meeting is known: on a day, by the rhythm and by blackouts the same. */
function planned(state: RitualState, day: string, at = AT): Step<RitualState> {
  const starts = `${day}T08:00:00.000Z`;
  const next = { planned: `${day}T09:00`, local: `${day}T09:00`, starts, prepares: starts };
  return after(state, learned('next', { next }), at);
}

function prepared(state: RitualState, here: string[]): Step<RitualState> {
  const asked = after(state, { type: 'due', what: 'prepare' });
  expect(asked.wishes).toMatchObject([{ activity: 'hereToFacilitate' }]);
  return after(asked.state, learned('here', { people: here }));
}

const met = (state: RitualState) => after(state, { type: 'due', what: 'meets' }).state;

const facts = (wishes: readonly Wish[], kind: string) =>
  wishes.flatMap((wish) =>
    wish.wish === 'perform' && wish.activity === 'appendFacts'
      ? (wish.input as { facts: { kind: string; body: Record<string, unknown> }[] }).facts
          .filter((fact) => fact.kind === kind)
          .map(({ body }) => body)
      : [],
  );
const reports = (wishes: readonly Wish[]) =>
  wishes.flatMap((wish) =>
    wish.wish === 'report' ? [`${wish.to.split('/').at(-1)}: ${wish.report} ${JSON.stringify(wish.data)}`] : [],
  );
const templates = (wishes: readonly Wish[]) =>
  wishes.flatMap((wish) =>
    wish.wish === 'perform' && (wish.activity === 'notifyMembers' || wish.activity === 'notify')
      ? [...JSON.stringify(wish.input).matchAll(/"template":"([^"]+)"/g)].map(([, name]) => name)
      : [],
  );

describe('Law: turns go on from whoever was last, past those who are not there', () => {
  it.each([
    // Who is there, who facilitated last, who is next.
    [['p03', 'p04', 'p05'], null, 'p03'],
    [['p03', 'p04', 'p05'], 'p03', 'p04'],
    [['p03', 'p05'], 'p03', 'p05'],
    [['p03', 'p04'], 'p04', 'p03'],
    // The one who was last holds the role no more.
    [['p04', 'p05'], 'p09', 'p04'],
    [['p01', 'p02'], 'p03', 'p01'],
    [['p02'], 'p03', null],
  ])('of %j after %s: %s', (here, last, expected) => {
    const { state } = planned(begun(), '2026-03-10');
    const step = prepared({ ...state, last }, here);
    expect(step.state.facilitator).toBe(expected);
    expect(facts(step.wishes, 'ritual')).toMatchObject([{ facilitator: expected }]);
    expect(templates(step.wishes)).toEqual([expected === null ? 'ritual-without-facilitator' : 'ritual-turn']);
    expect(reports(step.wishes)[0]).toContain('sessions: ritual-meets');
  });
});

describe('Law: where facilitation is on, only the rota says who facilitates; a circle keeps its own while they are there', () => {
  const ON = { facilitation: {} };

  it('asks once for each meeting, and names nobody by role meanwhile', () => {
    const known = planned(begun({}, ON), '2026-03-10');
    expect(reports(known.wishes)).toEqual(['facilitation: turn-wanted {"turn":"ritual-1.meeting-1"}']);
    // Another time for the same meeting is the same turn.
    const changed = after(known.state, acted('change-ritual', { at: '10:00' }));
    expect(reports(planned(changed.state, '2026-03-10').wishes)).toEqual([]);
    expect(prepared(known.state, ['p03', 'p04', 'p05']).state.facilitator).toBeNull();
  });

  it('goes by role where the rota rests, also when the meeting was announced before', () => {
    const { state } = planned(begun({}, ON), '2026-03-10');
    const rests = after(state, told('turn-rests', { turn: 'ritual-1.meeting-1' }));
    expect(prepared(rests.state, ['p03']).state.facilitator).toBe('p03');
    const late = after(prepared(state, ['p03']).state, told('turn-rests', { turn: 'ritual-1.meeting-1' }));
    const found = after(late.state, learned('by-role', { people: ['p04'] }));
    expect(found.state.facilitator).toBe('p04');
    expect(reports(found.wishes)).toEqual(['sessions: ritual-turn {"ritual":"ritual-1","facilitator":"p04"}']);
  });

  it('ignores what it is told of the turn of another meeting', () => {
    const { state } = planned(begun({}, ON), '2026-03-10');
    const other = after(state, told('turn-taken', { turn: 'ritual-1.meeting-7', facilitator: 'p09' }));
    expect(other.state.facilitator).toBeNull();
  });

  it('asks the rota for a circle whose own facilitator is away, and only then', () => {
    const circle = { circle: 'circle-1', facilitator: 'p08' };
    const known = planned(begun(circle, ON), '2026-03-10');
    expect(reports(known.wishes)).toEqual([]);
    expect(prepared(known.state, ['p08', 'p03']).state.facilitator).toBe('p08');
    const away = prepared(known.state, ['p03']);
    expect(away.state.facilitator).toBeNull();
    expect(reports(away.wishes)[0]).toContain('turn-wanted');
    const left = after(prepared(known.state, ['p08']).state, told('facilitator-left', { member: 'p08' }));
    const instead = after(left.state, learned('instead', { people: ['p03'] }));
    expect(instead.state.facilitator).toBeNull();
    expect(reports(instead.wishes)[0]).toContain('turn-wanted');
  });
});

describe('Law: a change or an end divides the series at what was held, and at nothing else', () => {
  const started = () => after(begun({ from: '2026-03-10' }), { type: 'began' }).state;

  it('before the first meeting it is the same series, one sequence on', () => {
    const { state } = planned(started(), '2026-03-10');
    const step = after(state, acted('change-ritual', { at: '10:00' }));
    expect(step.state).toMatchObject({ part: 1, sequence: 1, from: '2026-03-10', at: '10:00' });
    expect(facts(step.wishes, 'ritual-part')).toEqual([]);
    expect(templates(planned(step.state, '2026-03-10').wishes)).toEqual(['ritual-changed']);
    const ended = after(step.state, acted('end-ritual'));
    expect(facts(ended.wishes, 'ritual-part')).toEqual([]);
    expect(facts(ended.wishes, 'ritual')).toMatchObject([{ status: 'ended', sequence: 2 }]);
  });

  it.each([
    // What changes, from when on it holds: the same rhythm keeps its days, another one begins anew, not tomorrow.
    [{ at: '10:00' }, '2026-03-24'],
    [{ rhythm: 'monthly-2-TU' }, '2026-03-16'],
  ])('after a meeting, %j is another series from %s on', (change, from) => {
    const { state } = planned(met(planned(started(), '2026-03-10').state), '2026-03-24');
    const step = after(state, acted('change-ritual', change), '2026-03-12T09:00:00.000Z');
    expect(facts(step.wishes, 'ritual-part')).toMatchObject([
      {
        part: 1,
        from: '2026-03-10',
        until: '2026-03-10',
        at: '09:00',
        rhythm: 'P14D',
        sequence: 1,
        because: 'changed',
      },
    ]);
    expect(step.state).toMatchObject({ part: 2, sequence: 0, from, heldUntil: null });
    expect(templates(step.wishes)).toEqual(['ritual-until-change']);
  });

  it('with a meeting that is announced, that one is the last of the old series, and the one after the first of the new', () => {
    const announced = prepared(planned(started(), '2026-03-10').state, ['p03']).state;
    const step = after(announced, acted('change-ritual', { at: '10:00' }));
    expect(facts(step.wishes, 'ritual-part')).toMatchObject([{ until: '2026-03-10' }]);
    expect(step.state).toMatchObject({ part: 2, from: '2026-03-24', next: { local: '2026-03-10T09:00' } });
    // Once more before it is held: of the new series nothing was.
    const again = after(step.state, acted('change-ritual', { minutes: 45 }));
    expect(facts(again.wishes, 'ritual-part')).toEqual([]);
    expect(again.state).toMatchObject({ part: 2, sequence: 1, from: '2026-03-24' });
    expect(met(again.state)).toMatchObject({ met: 1, heldUntil: null, part: 2 });
  });

  it('begins another rhythm after a meeting that is announced and was moved by a blackout', () => {
    const { state } = planned(met(planned(started(), '2026-03-10').state), '2026-03-24');
    const next = { planned: '2026-03-24T09:00', local: '2026-03-31T09:00' };
    const announced = prepared({ ...state, next }, ['p03']).state;
    const step = after(announced, acted('change-ritual', { rhythm: 'P7D' }), '2026-03-22T09:00:00.000Z');
    expect(facts(step.wishes, 'ritual-part')).toMatchObject([{ until: '2026-03-24' }]);
    expect(step.state.from).toBe('2026-04-01');
  });

  it('an end keeps a meeting that is announced; the end of the network does not', () => {
    const announced = prepared(planned(met(planned(started(), '2026-03-10').state), '2026-03-24').state, ['p03']).state;
    const ended = after(announced, acted('end-ritual'));
    expect(facts(ended.wishes, 'ritual-part')).toMatchObject([{ until: '2026-03-24', because: 'ended' }]);
    expect(ended.receipt?.said).toContain('is announced already and stays');
    const stopped = after(announced, told('stop'));
    expect(facts(stopped.wishes, 'ritual-part')).toMatchObject([{ until: '2026-03-10', because: 'ended' }]);
  });

  it('tells of every change by another notice, and reads a state from before there were parts', () => {
    let { state } = planned(started(), '2026-03-10');
    const rounds = new Set<number>();
    for (const at of ['10:00', '11:00', '12:00']) {
      state = after(met(planned(state, '2026-03-10').state), acted('change-ritual', { at })).state;
      rounds.add(state.changes);
    }
    expect(rounds.size).toBe(3);
    const { part, heldUntil, changes, isPrepared, last, turn, ...old } = planned(started(), '2026-03-24').state;
    const read = item!.decode({ ...old, met: 2, sequence: 3 });
    expect(read).toMatchObject({ part: 1, heldUntil: '2026-03-23', changes: 3, isPrepared: false, last: null });
    expect([part, heldUntil, changes, isPrepared, last, turn]).toEqual([1, null, 0, false, null, null]);
  });
});
