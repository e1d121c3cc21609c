import { describe, expect, it } from 'vitest';
import { CharterSchema } from '../../../data/records/index.ts';
import { policyOf, type ReportSignal, type WorkflowStarts } from '../../../workflows/contract/index.ts';
import { MODULES } from '../../../workflows/definitions/practices/index.ts';
import { restsIn, toldOfMaturity } from '../../../workflows/definitions/practices/maturity.ts';
import { twoYears } from '../../support/two-years.ts';

const MOMENT = { at: '2026-03-01T09:00:00.000Z', workflowId: 'network/grows/practice/pulse' };

function beginOf(practices: object): WorkflowStarts['practice'] {
  const charter = CharterSchema.parse({ ...twoYears('grows'), practices });
  const roles = { lead: ['p01'], steward: ['p02'], facilitator: ['p03'], evaluator: [], sponsor: [] };
  return {
    ...{ network: 'grows', practice: 'pulse', policy: policyOf(charter, roles) },
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
