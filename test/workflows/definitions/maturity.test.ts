import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainedCharter } from '../../../data/exchange/charter-explained.ts';
import {
  CharterSchema,
  PRACTICE_NAMES,
  PRACTICES,
  type Practice,
  type PracticeName,
} from '../../../data/records/index.ts';
import { policyOf, type ReportSignal, type WorkflowStarts } from '../../../workflows/contract/index.ts';
import { MODULES } from '../../../workflows/definitions/practices/index.ts';
import { restsIn, toldOfMaturity } from '../../../workflows/definitions/practices/maturity.ts';
import { twoYears } from '../../support/two-years.ts';

const MOMENT = { at: '2026-03-01T09:00:00.000Z', workflowId: 'network/grows/practice/pulse' };

function beginOf(practices: object, practice: PracticeName = 'pulse'): WorkflowStarts['practice'] {
  const charter = CharterSchema.parse({ ...twoYears('grows'), practices });
  const roles = { lead: ['p01'], steward: ['p02'], facilitator: ['p03'], evaluator: [], sponsor: [] };
  return {
    ...{ network: 'grows', practice, policy: policyOf(charter, roles) },
    ...{ clock: { kind: 'real' }, settings: { continueAsNewAfterEvents: null } },
  } as unknown as WorkflowStarts['practice'];
}

function maturity(stage: string, due: boolean): { type: 'reported'; report: ReportSignal } {
  return { type: 'reported', report: { from: 'network/grows', report: 'maturity', data: { stage, due } } };
}

describe('Law: a practice that rests in a stage of growth begins no new rounds, and says so', () => {
  const begin = beginOf({ pulse: {}, 'theory-of-change': {} });
  const keeper = toldOfMaturity(MODULES.pulse.keeper, begin);

  it('asks for the stage when it begins, where the charter knows stages', () => {
    const asks = (wishes: readonly { wish: string }[]) => wishes.filter(({ wish }) => wish === 'report');
    expect(asks(keeper.decide(keeper.begin(begin), { type: 'began' }, MOMENT).wishes)).toHaveLength(1);
    const without = beginOf({ pulse: {} });
    const alone = toldOfMaturity(MODULES.pulse.keeper, without);
    expect(asks(alone.decide(alone.begin(without), { type: 'began' }, MOMENT).wishes)).toEqual([]);
  });

  it('lets a date pass while it rests, plans the next one, and begins again once it is due', () => {
    const resting = keeper.decide(keeper.begin(begin), maturity('forming', false), MOMENT).state;
    expect(restsIn(resting)).toBe('forming');
    expect(keeper.status(resting).stage).toBe('open; rests (forming)');
    const passed = keeper.decide(resting, { type: 'due', what: 'pulse' }, MOMENT);
    expect(passed.wishes.map(({ wish }) => wish)).toEqual(['perform']);
    const awake = keeper.decide(JSON.parse(JSON.stringify(passed.state)), maturity('growing', true), MOMENT).state;
    expect(restsIn(awake)).toBeNull();
    const begun = keeper.decide(awake, { type: 'due', what: 'pulse' }, MOMENT);
    expect(begun.wishes.map(({ wish }) => wish)).toEqual(['start', 'perform']);
  });
});

describe('Law: what a charter lets rest rests, or the charter is refused; nothing is ignored', () => {
  const stages = (...rests: string[]) => ({ 'theory-of-change': { stages: [{ name: 'forming', rests }] } });
  const refused = (...rests: string[]) =>
    CharterSchema.safeParse({ ...twoYears('grows'), practices: stages(...rests) }).error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    ) ?? [];

  it('refuses a practice that has nothing to rest, with the reason and the way out', () => {
    expect(refused('rituals', 'membership-terms', 'burden')).toEqual([
      expect.stringMatching(/stages\.0\.rests\.1: never rests: terms run by the calendar.*; leave it out$/),
      expect.stringMatching(/stages\.0\.rests\.2: never rests: what is asked of one person has its cap/),
    ]);
    expect(refused('surveys', 'pulse', 'facilitation')).toEqual([]);
    expect(refused('pulses')).toEqual([expect.stringContaining('is no practice')]);
  });

  it('says so where a charter is explained', () => {
    const charter = CharterSchema.parse({ ...twoYears('grows'), practices: { ...stages(), 'membership-terms': {} } });
    const lines = explainedCharter(charter).map(({ path, does }) => `${path}: ${does}`);
    expect(lines.find((line) => line.startsWith('practices.membership-terms: '))).toContain(
      'It rests in no stage of growth: terms run by the calendar',
    );
    expect(lines.find((line) => line.includes('stages[0].rests: '))).toMatch(/never rest: .*burden.*membership-terms/);
  });

  it.each(PRACTICE_NAMES)('%s heeds the stage of growth, or says why it has nothing to rest', (name) => {
    const folder = new URL(`../../../workflows/definitions/practices/${name}/`, import.meta.url);
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const heeds = sources.some((text) =>
      /from '\.\.\/(maturity|round-keeper|item-keeper|register-keeper)\.ts'/.test(text),
    );
    expect(heeds || (PRACTICES[name] as Practice).neverRests !== undefined).toBe(true);
  });
});

describe('Law: while a practice rests, nobody begins anything new in it, and what waited begins when it is due', () => {
  const actor = { person: 'p03', membership: 'active' as const };

  it.each([
    ['commitments', 'commit', { text: 't-1', due: '2026-04-01' }],
    ['experiments', 'start-experiment', { until: '2026-04-01' }],
    ['stories', 'tell-story', {}],
    ['circles', 'form-circle', {}],
    ['variants', 'describe-variant', { assign: 'lot' }],
  ] as const)('refuses a new matter of %s with the stage and the way out', (practice, action, payload) => {
    const begin = beginOf({ [practice]: {}, 'theory-of-change': {} }, practice);
    const keeper = toldOfMaturity(MODULES[practice].keeper as never, begin);
    const message = { request: 'r1', actor, payload };
    const resting = keeper.decide(keeper.begin(begin), maturity('forming', false), MOMENT).state;
    expect(keeper.refuse(resting, action, message, MOMENT)).toMatch(/is forming.*set-maturity/);
    const awake = keeper.decide(resting, maturity('growing', true), MOMENT).state;
    expect(keeper.refuse(awake, action, message, MOMENT) ?? '').not.toContain('forming');
  });

  it.each([
    ['recognition', { type: 'due', what: 'look' }, 'findDeeds'],
    [
      'tacit-knowledge',
      {
        type: 'reported',
        report: { from: 'x', report: 'took-part', data: { after: 'session', about: 'session-1', people: 'p05 p06' } },
      },
      'practiceItem',
    ],
  ] as const)('asks nobody by %s', (practice, event, begins) => {
    const begin = beginOf({ [practice]: {}, 'theory-of-change': {} }, practice);
    const keeper = toldOfMaturity(MODULES[practice].keeper as never, begin);
    const resting = keeper.decide(keeper.begin(begin), maturity('forming', false), MOMENT).state;
    expect(JSON.stringify(keeper.decide(resting, event, MOMENT).wishes)).not.toContain(begins);
    const awake = keeper.decide(resting, maturity('growing', true), MOMENT).state;
    expect(JSON.stringify(keeper.decide(awake, event, MOMENT).wishes)).toContain(begins);
  });

  it('rituals of the charter and of circles wait, with who came meanwhile; those that run go on', () => {
    const standing = [{ id: 'hour', rhythm: 'P14D', at: '09:00' }];
    const begin = beginOf({ rituals: { standing }, circles: {}, 'theory-of-change': {} }, 'rituals');
    const keeper = toldOfMaturity(MODULES.rituals.keeper, begin);
    const started = (wishes: readonly { wish: string }[]) =>
      wishes.flatMap((wish) =>
        wish.wish === 'start' ? [(wish as unknown as { input: { given: object } }).input.given] : [],
      );
    const told = (report: string, data: ReportSignal['data']) => ({
      type: 'reported' as const,
      report: { from: 'network/grows', report, data },
    });
    const began = keeper.decide(keeper.begin(begin), { type: 'began' }, MOMENT);
    // The stage is not known yet.
    expect(started(began.wishes)).toEqual([]);
    let state = keeper.decide(began.state, maturity('forming', false), MOMENT).state;
    const meets = { circle: 'circle-1', facilitator: 'p05', rhythm: 'P7D', at: '17:00', minutes: 60, format: 'talk' };
    for (const report of [
      told('circle-meets', meets),
      told('circle-meets', { ...meets, circle: 'circle-2' }),
      told('circle-joined', { circle: 'circle-1', member: 'p07', round: 0 }),
      told('circle-joined', { circle: 'circle-1', member: 'p06', round: 1 }),
      told('circle-left', { circle: 'circle-1', member: 'p07', round: 2 }),
      told('circle-ended', { circle: 'circle-2' }),
    ]) {
      const step = keeper.decide(state, report, MOMENT);
      expect(step.wishes).toEqual([]);
      state = JSON.parse(JSON.stringify(step.state));
    }
    const message = { request: 'r2', actor, payload: {} };
    expect(keeper.refuse(state, 'begin-ritual', message, MOMENT)).toContain('forming');
    const awake = keeper.decide(state, maturity('growing', true), MOMENT);
    expect(started(awake.wishes)).toMatchObject([{ name: 'hour' }, { circle: 'circle-1', people: 'p06' }]);
    // Asked again, it is not begun twice; and what runs is not ended.
    const resting = keeper.decide(awake.state, maturity('sustaining', false), MOMENT);
    expect(resting.wishes).toEqual([]);
    expect(started(keeper.decide(resting.state, maturity('growing', true), MOMENT).wishes)).toEqual([]);
    const ended = keeper.decide(resting.state, told('circle-ended', { circle: 'circle-1' }), MOMENT);
    expect(ended.wishes).toMatchObject([{ wish: 'report', to: expect.stringContaining('ritual-2') }]);
  });

  it('facilitation makes no rota and says so to meetings, whose turns go by role; a cycle that runs gets the rest of it', () => {
    const begin = beginOf({ facilitation: {}, 'theory-of-change': {} }, 'facilitation');
    const keeper = toldOfMaturity(MODULES.facilitation.keeper, begin);
    const ritual = 'network/grows/practice/rituals/ritual-1';
    const told = (report: string, data: ReportSignal['data'], from = 'network/grows') => ({
      type: 'reported' as const,
      report: { from, report, data },
    });
    let state = keeper.decide(keeper.begin(begin), maturity('forming', false), MOMENT).state;
    const cycle = keeper.decide(state, told('cycle-began', { cycle: 1 }), MOMENT);
    expect(cycle.wishes).toEqual([]);
    const [first, second, ...later] = Object.keys(begin.policy.learning.stages);
    state = keeper.decide(cycle.state, told('stage-began', { cycle: 1, stage: second as string }), MOMENT).state;
    const wanted = keeper.decide(state, told('turn-wanted', { turn: 'ritual-1.meeting-1' }, ritual), MOMENT);
    expect(wanted.wishes).toMatchObject([{ wish: 'report', to: ritual, report: 'turn-rests' }]);
    const awake = keeper.decide(wanted.state, maturity('growing', true), MOMENT);
    expect(awake.wishes).toMatchObject([{ wish: 'perform', activity: 'nextFacilitators' }]);
    expect(JSON.stringify(awake.wishes)).not.toContain(`cycle-1.${first}"`);
    expect((awake.wishes[0] as unknown as { input: { turns: unknown[] } }).input.turns).toHaveLength(later.length);
  });
});
