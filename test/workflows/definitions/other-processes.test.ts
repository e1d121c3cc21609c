import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../data/records/index.ts';
import { decisionProcess } from '../../../workflows/definitions/decision/decide.ts';
import { healthCheckProcess } from '../../../workflows/definitions/health-check/decide.ts';
import { introductionProcess } from '../../../workflows/definitions/introduction/decide.ts';
import { learningCycleProcess } from '../../../workflows/definitions/learning-cycle/decide.ts';
import { outcomeCheckProcess } from '../../../workflows/definitions/outcome-check/decide.ts';
import { surveyWaveProcess } from '../../../workflows/definitions/survey-wave/decide.ts';
import { LEAD, MEMBER, OTHER, Play, SPONSOR, STEWARD, testBegin } from '../../support/play.ts';

describe('Story: a learning cycle takes what members give, stage by stage, and ends by itself', () => {
  const cycle = () =>
    new Play(learningCycleProcess, { ...testBegin(), cycle: 1, item: 'agenda-1' }, 'network/three-regions/cycle/1');

  it('goes through the six stages at their time boxes and reports when it is done', () => {
    const play = cycle();
    const ended: (string | null)[] = [];
    while (!play.state.done) ended.push(play.wait());
    expect(ended).toEqual(STAGES.map((stage) => `end:${stage}`));
    expect(play.facts('cycle').map((body) => body.stage)).toEqual([...STAGES, 'done']);
    expect(play.took().at(-1)).toBe('report cycle-done');
  });

  it('ends a stage early for a facilitator once enough was given, and says what is missing before', () => {
    const play = cycle();
    expect(play.refusal(MEMBER, 'end-stage', {})).toContain('Only a lead or a facilitator');
    expect(play.refusal(LEAD, 'end-stage', {})).toContain('has 0 of the 3 contributions');
    for (const person of ['p10', 'p11', 'p12']) play.act(person, 'contribute', { helped: LEAD });
    expect(play.act(LEAD, 'end-stage', {}).said).toBe('The stage frame has ended.');
    expect(play.state).toMatchObject({ stage: 'exchange', inStage: 0, total: 3 });
    expect(play.state.due).toHaveLength(1);
  });

  it('takes contributions of active members only, and none that helped oneself', () => {
    const play = cycle();
    expect(play.refusal(MEMBER, 'contribute', {}, 'invited')).toContain('join the network first');
    expect(play.refusal(MEMBER, 'contribute', { helped: MEMBER })).toContain('whom else');
    expect(play.refusal(MEMBER, 'vote', {})).toContain('does not take this');
    play.report('stop', {});
    expect(play.refusal(MEMBER, 'contribute', {})).toBe('Cycle 1 is over.');
    expect(play.took().filter((word) => word.startsWith('report'))).toEqual([]);
  });
});

describe('Story: a survey asks, reminds a few times, and keeps who did not answer', () => {
  const input = { ...testBegin(), wave: '1', types: ['advice'], open: 'P10D', reminders: { every: 'P3D', atMost: 5 } };
  const wave = (first = true) =>
    new Play(surveyWaveProcess, input, 'network/three-regions/wave/1', {
      openWave: { asked: 60 },
      recordAnswer: { ties: 1, first },
      closeWave: { asked: 60, answered: 49 },
    });
  const answer = (...ties: { to: string; type: string; strength: number | null }[]) => ({ wave: '1', ties });

  it('reminds until the close and not after it', () => {
    const play = wave();
    const happened: (string | null)[] = [];
    while (!play.state.done) happened.push(play.wait());
    expect(happened).toEqual(['remind:1', 'remind:2', 'remind:3', 'close']);
    expect(play.state).toMatchObject({ asked: 60, answered: 49, stage: 'closed' });
    expect(play.took().slice(-3)).toEqual(['clearInbox', 'closeWave', 'report wave-closed']);
  });

  it('counts a member once however often the answer is changed', () => {
    const play = wave(false);
    play.act(MEMBER, 'answer', answer({ to: OTHER, type: 'advice', strength: 2 }));
    expect(play.state.answered).toBe(0);
    const fresh = wave();
    expect(fresh.act(MEMBER, 'answer', answer({ to: OTHER, type: 'advice', strength: 2 })).said).toContain('1 tie.');
    expect(fresh.state.answered).toBe(1);
  });

  it.each([
    ['another type', answer({ to: OTHER, type: 'love', strength: null }), 'asks for advice, not for'],
    ['oneself', answer({ to: MEMBER, type: 'advice', strength: null }), 'not yourself'],
    [
      'somebody twice',
      answer({ to: OTHER, type: 'advice', strength: 1 }, { to: OTHER, type: 'advice', strength: 2 }),
      'once',
    ],
    ['nobody, which is an answer', answer(), null],
  ])('refuses an answer that names %s', (_what, payload, words) => {
    const refusal = wave().refusal(MEMBER, 'answer', payload);
    if (words === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(words);
  });

  it('takes no answer after the close', () => {
    const play = wave();
    while (!play.state.done) play.wait();
    expect(play.refusal(MEMBER, 'answer', answer())).toBe('Wave 1 is closed.');
  });
});

describe('Story: a decision waits for a person, is escalated, and is settled by the default when nobody decides', () => {
  const proposal = 'health-2026-03-31.thin-exchange.1';
  const input = {
    ...testBegin(),
    decision: proposal,
    subject: 'proposal' as const,
    about: proposal,
    options: ['approve', 'decline'],
    otherwise: 'decline',
    right: 'decide-proposals' as const,
    parties: [MEMBER, OTHER] as [string, string],
    expireAfter: null,
    reportTo: null,
  };
  const decision = () => new Play(decisionProcess, input, `network/three-regions/decision/${proposal}`);

  it('carries an approval into an introduction, and keeps by which role it was given', () => {
    const play = decision();
    expect(play.refusal(STEWARD, 'approve', { proposal })).toContain('Only a lead');
    play.act(LEAD, 'approve', { proposal });
    expect(play.facts('decision').at(-1)).toMatchObject({
      status: 'decided',
      chosen: 'approve',
      by: LEAD,
      right: 'lead',
    });
    expect(play.took().slice(-2)).toEqual(['settleProposal', `start network/three-regions/introduction/${proposal}`]);
    expect(play.refusal(LEAD, 'decline', { proposal })).toBe('This is decided already: approve.');
  });

  it('lets the approver name other people, and refuses one person twice', () => {
    const play = decision();
    expect(play.refusal(LEAD, 'approve', { proposal, parties: ['p20', 'p20'] })).toContain('two different people');
    play.act(LEAD, 'approve', { proposal, parties: ['p20', 'p21'] });
    const begun = play.wishes.find((wish) => wish.wish === 'start');
    expect(begun?.input).toMatchObject({ members: ['p20', 'p21'] });
  });

  it('reminds, lets the deputy decide after escalation, expires with the default: nothing is done', () => {
    const play = decision();
    expect([play.wait(), play.wait()]).toEqual(['remind', 'escalate']);
    expect(play.refusal(STEWARD, 'approve', { proposal })).toBeNull();
    expect(play.refusal(SPONSOR, 'approve', { proposal })).toContain('Only a lead');
    play.took();
    expect(play.wait()).toBe('expire');
    expect(play.facts('decision').map((body) => body.status)).toEqual(['asked', 'reminded', 'escalated', 'expired']);
    expect(play.took()).toEqual(['clearInbox', 'appendFacts', 'settleProposal']);
  });

  it('comes to the deputy at once where nobody holds the right, and is asked of nobody else', () => {
    const roles = { ...testBegin().policy.roles, lead: [] };
    const vacant = { ...input, ...testBegin({ roles }) };
    const play = new Play(decisionProcess, vacant, `network/three-regions/decision/${proposal}`);
    expect(play.state).toMatchObject({ stage: 'escalated' });
    expect(play.facts('decision').map((body) => body.status)).toEqual(['asked', 'escalated']);
    expect(play.refusal(LEAD, 'approve', { proposal })).toContain('Only a lead');
    expect(play.refusal(STEWARD, 'approve', { proposal })).toBeNull();
    expect(play.wait()).toBe('expire');
  });

  it('ends without an answer when the switch withdraws it', () => {
    const play = decision();
    play.report('withdraw', {});
    expect(play.state).toMatchObject({ stage: 'withdrawn', chosen: null, done: true });
    expect(play.refusal(LEAD, 'approve', { proposal })).toContain('no longer open');
  });

  it('tells the lifecycle what was decided about the network', () => {
    const sustainment = {
      ...input,
      decision: 'sustainment-1',
      subject: 'sustainment' as const,
      about: 'sustainment-1',
      options: ['renew', 'hand-over', 'close'],
      otherwise: 'close',
      right: 'decide-sustainment' as const,
      parties: null,
      expireAfter: 'P28D',
      reportTo: 'network/three-regions',
    };
    const play = new Play(decisionProcess, sustainment, 'network/three-regions/decision/sustainment-1');
    expect(play.refusal(SPONSOR, 'decide', { decision: 'sustainment-1', option: 'sell' })).toContain(
      "'sell' is not an option",
    );
    play.act(SPONSOR, 'decide', { decision: 'sustainment-1', option: 'renew' });
    expect(play.took().at(-1)).toBe('report decided');
  });
});

describe('Story: an introduction needs both, and only a meeting makes a tie', () => {
  const introduction = 'health-2026-03-31.thin-exchange.1';
  const input = { ...testBegin(), introduction, proposal: introduction, members: [MEMBER, OTHER] as [string, string] };
  const begun = () => new Play(introductionProcess, input, `network/three-regions/introduction/${introduction}`);
  const agreed = () => {
    const play = begun();
    play.act(MEMBER, 'consent', { introduction, agree: true });
    play.act(OTHER, 'consent', { introduction, agree: true });
    return play;
  };

  it('makes the tie in both directions when both say that they met, and checks the outcome later', () => {
    const play = agreed();
    play.act(MEMBER, 'confirm-met', { introduction, met: true });
    play.act(OTHER, 'confirm-met', { introduction, met: true });
    expect(play.facts('tie').map((body) => [body.from, body.to, body.type])).toEqual([
      [MEMBER, OTHER, 'introduced'],
      [OTHER, MEMBER, 'introduced'],
    ]);
    expect(play.took().at(-1)).toBe(`start network/three-regions/outcome/${introduction}`);
  });

  it.each([
    ['one says so and the other is silent', [true], 'met', 2],
    ['they contradict each other', [true, false], 'not-met', 0],
    ['nobody says anything', [], 'lapsed', 0],
  ])('%s', (_what, words, stage, ties) => {
    const play = agreed();
    for (const [index, met] of words.entries())
      play.act([MEMBER, OTHER][index] as string, 'confirm-met', { introduction, met });
    while (!play.state.done) play.wait();
    expect(play.state.stage).toBe(stage);
    expect(play.facts('tie')).toHaveLength(ties);
  });

  it.each([
    ['before anybody agreed', begun, [], 'lapsed', false],
    ['after both agreed', agreed, [], 'lapsed', true],
    ['after one said that they met', agreed, [true], 'met', false],
  ])('ends where one of them leaves %s', (_what, play, words, stage, told) => {
    const one = play();
    for (const met of words) one.act(MEMBER, 'confirm-met', { introduction, met });
    one.report('left', { member: 'p99' });
    expect(one.state.done).toBe(false);
    one.report('left', { member: OTHER });
    expect(one.state).toMatchObject({ stage, done: true });
    const notices = one.wishes.flatMap((wish) => (wish.wish === 'perform' && wish.activity === 'notify' ? [wish] : []));
    expect(JSON.stringify(notices).includes('introduction-off')).toBe(told);
    expect(one.took().some((wish) => wish.includes('/outcome/'))).toBe(true);
  });

  it('ends with one refusal, and after the time for consent; the outcome is still checked', () => {
    const refused = begun();
    refused.act(OTHER, 'consent', { introduction, agree: false });
    expect(refused.facts('introduction').at(-1)).toMatchObject({ status: 'refused' });
    expect(refused.took().at(-1)).toContain('/outcome/');
    const lapsed = begun();
    lapsed.act(OTHER, 'consent', { introduction, agree: true });
    expect(lapsed.wait()).toBe('consent-close');
    expect(lapsed.state.stage).toBe('lapsed');
  });

  it('is nobody else’s business', () => {
    const play = begun();
    expect(play.refusal(LEAD, 'consent', { introduction, agree: true })).toContain('two other people');
    expect(play.refusal(MEMBER, 'confirm-met', { introduction, met: true })).toContain('have to agree');
    play.act(MEMBER, 'consent', { introduction, agree: true });
    expect(play.refusal(MEMBER, 'consent', { introduction, agree: true })).toContain('agreed already');
  });
});

describe('Law: a health check proposes and never acts; outcomes are checked on each agreed day', () => {
  it('starts a decision per proposal, and nothing where there is none', () => {
    const input = { ...testBegin(), check: 'health-2026-03-31', asOf: '2026-03-31T00:00:00.000Z' };
    const answers = { checkHealth: { findings: 1, proposals: [{ proposal: 'x.1', parties: [MEMBER, OTHER] }] } };
    const play = new Play(healthCheckProcess, input, 'network/three-regions/health/1', answers);
    expect(play.took()).toEqual(['checkHealth', 'start network/three-regions/decision/x.1']);
    const quiet = new Play(healthCheckProcess, input, 'id', { checkHealth: { findings: 0, proposals: [] } });
    expect(quiet.took()).toEqual(['checkHealth']);
    expect(quiet.state.done).toBe(true);
  });

  it('judges after 30 and 90 days', () => {
    const input = { ...testBegin(), proposal: 'x.1', carriedOutAt: '2026-03-31T08:00:00.000Z' };
    const play = new Play(outcomeCheckProcess, input, 'network/three-regions/outcome/x.1');
    expect([play.wait(), play.at.slice(0, 10), play.wait(), play.at.slice(0, 10)]).toEqual([
      'check:30',
      '2026-04-30',
      'check:90',
      '2026-06-29',
    ]);
    expect(play.state).toMatchObject({ checked: 2, done: true });
  });
});
