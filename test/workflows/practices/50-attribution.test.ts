import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

const CLAIM = {
  ...{ outcome: 'Families wait seven weeks, not eleven', contribution: 'Three clinics took up the form' },
  ...{ evidence: 'Waiting lists', confidence: 'medium', because: 'It fell first where the form came first' },
  ...{ rival: 'another-intervention', rivalText: 'One clinic got another doctor', standing: 'stands' },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe('Story 50: what the network contributed is claimed with its rivals, and somebody else looks at it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'attribution', continueAsNewAfterEvents: 2 },
      practices: { attribution: { reviewWithin: 'P7D', endAfter: 'P7D' } },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const reviews = async () => (await story.waiting()).filter((one) => one.includes('review-claim'));

  it('takes no claim without another explanation, and asks somebody else to review it', async () => {
    const { rival: _, ...alone } = CLAIM;
    expect(await story.refusal('p05', 'claim-contribution', alone)).toContain('rival');
    expect(await story.refusal('p05', 'claim-contribution', { ...CLAIM, share: 0.4 })).toContain('does not take');
    await story.act('p05', 'claim-contribution', CLAIM);
    await story.act('p03', 'claim-contribution', { ...CLAIM, confidence: 'high' });
    // The facilitator reviews, but not what they claim themselves: then the steward does.
    expect(await reviews()).toEqual(['p02 review-claim claim-2', 'p03 review-claim claim-1']);
    expect((await story.mails('does the evidence support this')).join()).toContain('Three clinics took up');
    expect(JSON.stringify(await story.facts('contribution-claim'))).not.toContain('Waiting lists');
  });

  it('takes rivals from others, and a review by anybody but the claimant', async () => {
    await story.act('p06', 'add-rival', {
      ...{ claim: 'claim-1', rival: 'times-have-changed', text: 'Fewer children', standing: 'ruled-out' },
    });
    const review = { claim: 'claim-1', supported: true, reason: 'The order of days', confidence: 'low' };
    expect(await story.refusal('p05', 'review-claim', review)).toContain('Somebody else reviews');
    await story.act('p03', 'review-claim', review);
    expect(await story.mails('has been reviewed')).toHaveLength(1);
    expect(await story.refusal('p07', 'review-claim', { ...review, supported: false })).toContain('claim-1');
  });

  it('asks the lead when nobody reviews, and is shown as unreviewed in the end', async () => {
    await story.pass(8);
    expect(await reviews()).toEqual(['p01 review-claim claim-2', 'p02 review-claim claim-2']);
    await story.pass(8);
    expect(await reviews()).toEqual([]);
    const states = (await story.facts('contribution-claim')).map(({ status, confidence }) => `${status} ${confidence}`);
    expect(states).toEqual(['supported low', 'unreviewed high']);
  });

  it('shows claims beside their rivals, without a percentage of an effect or a name', async () => {
    const section = await story.section('attribution');
    expect(section.figures[0]).toMatchObject({ value: 1 });
    expect(section.tables[0]?.rows).toEqual([
      [
        'claim-1',
        expect.stringMatching(DAY),
        'supported',
        'low',
        'another intervention (stands) and times have changed (ruled out)',
      ],
      ['claim-2', expect.stringMatching(DAY), 'unreviewed', 'high', 'another intervention (stands)'],
    ]);
    expect(JSON.stringify(section)).not.toMatch(/p0\d|Waiting/);
  });
});
