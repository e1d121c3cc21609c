import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';

describe('Story 1: a network is convened around a challenge that its charter says, and every invitation carries it', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({ env, network: 'convene', practices: {}, beginsWhen: 'design' });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  it('is not launched while what makes it a network is empty, and says which words are missing', async () => {
    const charter = Story.charter('convene-empty');
    const refusal = await story.refusedLaunch({
      ...charter,
      challenge: '',
      callToAction: 'Come',
      valueProposition: ' ',
    });
    for (const setting of ['challenge', 'callToAction', 'valueProposition']) {
      expect(refusal).toContain(`${setting}: say it in at least ten characters`);
    }
    for (const setting of ['vision', 'scope', 'horizon'] as const) {
      const { [setting]: _, ...without } = charter;
      expect(await story.refusedLaunch(without as typeof charter)).toContain(setting);
    }
  });

  it('keeps the words that it was launched with as its charter', async () => {
    const [charter] = await story.facts('charter');
    const { challenge, vision, callToAction, valueProposition, scope, horizon } = Story.charter('convene');
    expect(charter?.document).toMatchObject({ challenge, vision, callToAction, valueProposition, scope, horizon });
  });

  it('invites with the challenge, the call and the offer; each says yes or no once', async () => {
    await story.pass(3);
    await story.act('p01', 'set-agenda', { title: 'What to learn first' });
    for (const item of ['challenge-shared', 'sponsor-named', 'time-agreed']) {
      await story.act('p01', 'confirm-readiness', { item });
    }
    const invitations = await story.mails('Invitation to');
    expect(invitations).toHaveLength(12);
    const { challenge, callToAction, valueProposition } = Story.charter('convene');
    const words = (invitations[0] as string).replaceAll(/=\r?\n/g, '').replaceAll(/\s+/g, ' ');
    for (const said of [challenge, callToAction, valueProposition]) expect(words).toContain(said);
    await story.act('p05', 'accept-invitation');
    expect(await story.refusal('p05', 'accept-invitation')).toContain('joined already');
    await story.act('p06', 'decline-invitation');
    expect((await story.facts('phase'))[0]).toMatchObject({ phase: 'invitation' });
  });
});
