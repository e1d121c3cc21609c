import { describe, expect, it } from 'vitest';
import type { ActionName } from '../../../workflows/contract/index.ts';
import { networkLifecycleProcess } from '../../../workflows/definitions/network-lifecycle/decide.ts';
import { LEAD, MEMBER, OTHER, Play, SPONSOR, STEWARD, testBegin } from '../../support/play.ts';

const TITLE = 't-0123456789abcdef';
const ITEMS = ['challenge-shared', 'sponsor-named', 'time-agreed'];

function launched(answers: Record<string, unknown> = {}, policy = {}) {
  return new Play(networkLifecycleProcess, testBegin(policy), 'network/three-regions', {
    countVotes: { order: ['priority-2', 'priority-1'], voted: 12, eligible: 60 },
    makeArchive: { files: 20, bytes: 30_000, digest: '0'.repeat(64) },
    ...answers,
  });
}

/** To the end of the vote, with the gate confirmed. */
function invited(answers = {}, policy = {}) {
  const play = launched(answers, policy);
  play.act(MEMBER, 'propose-priority', { title: TITLE }, 'invited');
  play.act(OTHER, 'propose-priority', { title: TITLE }, 'invited');
  for (const item of ITEMS) play.act(LEAD, 'confirm-readiness', { item });
  expect(play.wait()).toBe('priorities-close');
  expect(play.wait()).toBe('vote-close');
  return play;
}

function learning(policy = {}) {
  const play = invited({}, policy);
  for (const person of ['p10', 'p11', 'p12', 'p13', 'p14']) play.act(person, 'accept-invitation', {}, 'invited');
  while (play.state.phase === 'invitation') play.wait();
  return play;
}

describe('Story: a network goes from design to its end, and no phase is passed by a time-out that a person must pass', () => {
  it('asks for the gate at once, opens proposing, then the vote, and invites when both are done', () => {
    const play = launched();
    expect(play.took()).toEqual([
      'appendFacts',
      'startHealthSchedule',
      'putInbox',
      'notify',
      'putInbox',
      'notify',
      'putInbox',
      'notify',
      'calendar',
      'notifyMembers',
    ]);
    const full = invited();
    expect(full.state.phase).toBe('invitation');
    expect(full.state.agenda).toEqual(['agenda-1', 'agenda-2']);
    expect(full.facts('agenda-item').map((body) => body.priority)).toEqual(['priority-2', 'priority-1']);
    expect(full.facts('phase').map((body) => body.phase)).toEqual(['design', 'invitation']);
  });

  it('waits for the gate for as long as it takes: reminds, asks the deputy, never passes by itself', () => {
    const play = launched();
    play.act(MEMBER, 'propose-priority', { title: TITLE }, 'invited');
    const happened: (string | null)[] = [];
    for (let i = 0; i < 6; i += 1) happened.push(play.wait());
    expect(happened).toEqual(['priorities-close', 'vote-close', 'gate-remind', 'gate-escalate', null, null]);
    expect(play.state.phase).toBe('design');
    for (const item of ITEMS) play.act(LEAD, 'confirm-readiness', { item });
    expect(play.state.phase).toBe('invitation');
  });

  it('asks the lead for the agenda where nobody proposed, and where nobody voted', () => {
    const silent = launched();
    silent.wait();
    expect(silent.state.design).toBe('agenda');
    const unvoted = launched({ countVotes: { order: ['priority-1'], voted: 0, eligible: 60 } });
    unvoted.act(MEMBER, 'propose-priority', { title: TITLE }, 'invited');
    unvoted.wait();
    unvoted.wait();
    expect(unvoted.state.design).toBe('agenda');
    for (const item of ITEMS) unvoted.act(LEAD, 'confirm-readiness', { item });
    expect(unvoted.state.phase).toBe('design');
    unvoted.act(LEAD, 'set-agenda', { priority: 'priority-1' });
    expect(unvoted.state.phase).toBe('invitation');
  });

  it('begins learning when enough have joined, and asks a person when too few have', () => {
    expect(learning().state).toMatchObject({ phase: 'learning', cycle: 1, joined: 5 });
    const few = invited();
    few.took();
    while (few.state.due.length > 0) few.wait();
    expect(few.took()).toContain('start network/three-regions/decision/too-few-joined-1');
    expect(few.state.phase).toBe('invitation');
    few.report('decided', { subject: 'too-few-joined', decision: 'too-few-joined-1', option: 'extend' });
    expect(few.took()).toEqual(['calendar', 'notifyMembers']);
    while (few.state.due.length > 0) few.wait();
    expect(few.took()).toContain('start network/three-regions/decision/too-few-joined-2');
    few.report('decided', { subject: 'too-few-joined', decision: 'too-few-joined-2', option: 'close' });
    expect(few.state).toMatchObject({ phase: 'closed', because: 'too few members joined' });
  });

  it('reminds so often and no more, in each wave of the invitation', () => {
    const play = invited(
      {},
      { invitation: { waves: 2, waveEvery: 'P7D', reminders: { every: 'P3D', atMost: 2 }, open: 'P21D' } },
    );
    const happened: (string | null)[] = [];
    while (play.state.phase === 'invitation' && play.state.due.length > 0) happened.push(play.wait());
    expect(happened).toEqual(['remind:1:1', 'remind:1:2', 'wave:2', 'remind:2:1', 'remind:2:2', 'invitation-close']);
  });

  it('runs the agreed cycles, then asks what becomes of it; renewal adds cycles, a decision ends it', () => {
    const play = learning();
    play.report('cycle-done', { cycle: 1 });
    play.report('cycle-done', { cycle: 1 });
    expect(play.state).toMatchObject({ phase: 'learning', cycle: 2 });
    play.report('cycle-done', { cycle: 2 });
    expect(play.state.phase).toBe('sustainment');
    play.report('decided', { subject: 'sustainment', decision: 'sustainment-1', option: 'renew' });
    expect(play.state).toMatchObject({ phase: 'learning', cycle: 3, lastCycle: 4 });
    play.report('cycle-done', { cycle: 3 });
    play.report('cycle-done', { cycle: 4 });
    play.took();
    play.report('decided', { subject: 'sustainment', decision: 'sustainment-2', option: 'hand-over' });
    expect(play.state).toMatchObject({ phase: 'closed', because: 'handed over by decision', done: false });
    const ended = play.took();
    expect(ended).toContain('endHealthSchedule');
    expect(ended).toContain('withdrawProposals');
    expect(ended.some((word) => word.startsWith('start network/three-regions/health/final-'))).toBe(true);
    // The last report belongs to the archive.
    play.report('checked', { check: 'final-2026-01-05' });
    expect(play.took()).toEqual(['makeArchive', 'appendFacts', 'notifyMembers']);
    expect(play.state.done).toBe(true);
  });

  it('leaves an archive also where the last report takes more than a day', () => {
    const play = learning();
    play.act(LEAD, 'close', {});
    expect(play.refusal(LEAD, 'close', {})).toBe('The network is closed.');
    play.took();
    expect(play.wait()).toBe('archive');
    expect(play.took()).toContain('makeArchive');
    expect(play.state.done).toBe(true);
  });

  it('opens each survey of the charter on its day, in whatever phase', () => {
    const surveys = [
      { wave: '1', after: 'P10D', open: 'P14D', types: ['advice'], reminders: { every: 'P3D', atMost: 1 } },
    ];
    const play = launched({}, { surveys });
    expect(play.wait()).toBe('survey:1');
    expect(play.took()).toContain('start network/three-regions/wave/1');
  });

  it('closes early in the middle of a cycle, and tells the cycle to stop', () => {
    const play = learning();
    play.took();
    expect(play.refusal(STEWARD, 'close', {})).toMatch('Only a lead');
    play.act(LEAD, 'close', {});
    expect(play.took()[0]).toBe('report stop');
    expect(play.refusal(LEAD, 'close', {})).toBe('The network is closed.');
  });
});

describe('Law: what a person may not do, or not now, is refused in words, and nothing else is', () => {
  const WORDS: [
    string,
    string,
    ActionName,
    Record<string, unknown>,
    'invited' | 'active' | 'left' | null,
    string | null,
  ][] = [
    [
      'a member confirms readiness',
      MEMBER,
      'confirm-readiness',
      { item: 'time-agreed' },
      'active',
      'Only a lead may do this',
    ],
    [
      'a sponsor confirms readiness',
      SPONSOR,
      'confirm-readiness',
      { item: 'time-agreed' },
      null,
      'Only a lead may do this',
    ],
    [
      'the lead confirms what is not in the gate',
      LEAD,
      'confirm-readiness',
      { item: 'weather' },
      'active',
      "no item 'weather'",
    ],
    ['the lead confirms', LEAD, 'confirm-readiness', { item: 'time-agreed' }, 'active', null],
    ['a stranger proposes', 'x9', 'propose-priority', { title: TITLE }, null, 'Only members'],
    ['somebody who left proposes', MEMBER, 'propose-priority', { title: TITLE }, 'left', 'not an active member'],
    ['an invited member proposes', MEMBER, 'propose-priority', { title: TITLE }, 'invited', null],
    ['a vote before the vote', MEMBER, 'vote', { ranking: ['priority-1'] }, 'active', 'has not begun'],
    ['an acceptance before the invitation', MEMBER, 'accept-invitation', {}, 'invited', 'not out yet'],
    ['a second acceptance', MEMBER, 'accept-invitation', {}, 'active', 'joined already'],
    ['adopting tomorrow', MEMBER, 'adopt', { practice: 'x', since: '2026-01-06' }, 'active', 'has not come yet'],
    ['adopting today', MEMBER, 'adopt', { practice: 'x', since: '2026-01-05' }, 'active', null],
    ['an invited member adopts', MEMBER, 'adopt', { practice: 'x' }, 'invited', 'Join the network first'],
    ['a member stops proposals', MEMBER, 'stop-proposals', {}, 'active', 'Only a lead or a steward'],
    ['a steward stops proposals', STEWARD, 'stop-proposals', {}, 'active', null],
    ['a steward resumes what was not stopped', STEWARD, 'resume-proposals', {}, 'active', 'not stopped'],
    ['a contribution outside a cycle', MEMBER, 'contribute', {}, 'active', 'not decided here'],
  ];
  it.each(WORDS)('%s', (_what, person, action, payload, membership, words) => {
    const refusal = launched().refusal(person, action, payload, membership);
    if (words === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(words);
  });

  it('refuses a ranking that names what is not there, or names it twice', () => {
    const play = launched();
    play.act(MEMBER, 'propose-priority', { title: TITLE });
    play.wait();
    expect(play.refusal(MEMBER, 'vote', { ranking: ['priority-9'] })).toContain("no priority 'priority-9'");
    expect(play.refusal(MEMBER, 'vote', { ranking: ['priority-1', 'priority-1'] })).toContain('once');
    expect(play.refusal(MEMBER, 'vote', { ranking: ['priority-1'] })).toBeNull();
    expect(play.refusal(MEMBER, 'propose-priority', { title: TITLE })).toContain('no longer being proposed');
  });

  it('stops open proposals with the switch, once', () => {
    const play = launched();
    play.took();
    play.act(STEWARD, 'stop-proposals', {});
    expect(play.took()).toEqual(['appendFacts', 'withdrawProposals']);
    expect(play.refusal(LEAD, 'stop-proposals', {})).toContain('stopped already');
    play.act(LEAD, 'resume-proposals', {});
    expect(play.facts('switch').map((body) => body.proposals)).toEqual(['off', 'on']);
  });
});

describe('Story: a person proposes by hand, and it goes the way of every proposal', () => {
  const PROPOSAL = { parties: ['p10', 'p21'], because: 't-0123456789abcdef', madeIn: 'notebook' };
  const filed = { filed: { parties: ['p10', 'p21'] } };

  it('asks the store, then a person to decide, and tells the id that it got', () => {
    const play = launched({ proposeIntroduction: filed });
    play.took();
    const receipt = play.act(STEWARD, 'propose-introduction', PROPOSAL);
    expect(receipt).toEqual({ id: 'by-hand-1', said: 'by-hand-1 waits for a decision.' });
    expect(play.wishes[0]).toMatchObject({
      activity: 'proposeIntroduction',
      input: {
        ...{ proposal: 'by-hand-1', by: STEWARD, parties: ['p10', 'p21'], metric: null, groupBy: null },
        ...{ because: 't-0123456789abcdef', madeIn: 'notebook', at: play.at },
      },
    });
    expect(play.wishes[1]).toMatchObject({
      workflow: 'decision',
      id: 'network/three-regions/decision/by-hand-1',
      input: { subject: 'proposal', otherwise: 'decline', right: 'decide-proposals', parties: ['p10', 'p21'] },
    });
    expect(play.act(LEAD, 'propose-introduction', PROPOSAL).id).toBe('by-hand-2');
  });

  it('nothing is decided where the store says no, and the person hears why; the number is not used again', () => {
    const play = launched({ proposeIntroduction: { refused: 'the two are tied already' } });
    play.took();
    expect(play.act(LEAD, 'propose-introduction', PROPOSAL)).toEqual({
      id: null,
      said: 'Not proposed: the two are tied already.',
    });
    expect(play.took()).toEqual(['proposeIntroduction']);
    expect(play.state.byHand).toBe(1);
  });

  it('who proposes what is proposed already is told so, and nothing is added', () => {
    const play = launched({ proposeIntroduction: { open: 'health-2026-03-31.thin-exchange.1' } });
    play.took();
    expect(play.act(LEAD, 'propose-introduction', PROPOSAL).id).toBe('health-2026-03-31.thin-exchange.1');
    expect(play.took()).toEqual(['proposeIntroduction']);
  });

  it('roles that look after the network may; the switch stops them, too', () => {
    const roles = { lead: [LEAD], steward: [STEWARD], facilitator: ['p04'], evaluator: ['p05'], sponsor: [SPONSOR] };
    const play = launched({ proposeIntroduction: filed }, { roles });
    for (const person of [LEAD, STEWARD, 'p04', 'p05']) {
      expect(play.refusal(person, 'propose-introduction', PROPOSAL)).toBeNull();
    }
    for (const person of [SPONSOR, MEMBER]) {
      expect(play.refusal(person, 'propose-introduction', PROPOSAL)).toMatch(/^Only a lead or a steward/);
    }
    expect(play.refusal(LEAD, 'propose-introduction', { parties: ['p10', 'p10'] })).toMatch(/two different people/);
    play.act(LEAD, 'stop-proposals', {});
    expect(play.refusal(LEAD, 'propose-introduction', PROPOSAL)).toMatch(/Proposals are stopped/);
    play.act(LEAD, 'resume-proposals', {});
    expect(play.refusal(LEAD, 'propose-introduction', PROPOSAL)).toBeNull();
    play.act(LEAD, 'close', {});
    expect(play.refusal(LEAD, 'propose-introduction', PROPOSAL)).toBe('The network is closed.');
  });

  it('a network that was launched before this could be done begins to count at one', () => {
    const { byHand: _none, ...before } = launched().state;
    expect(networkLifecycleProcess.decode(JSON.parse(JSON.stringify(before))).byHand).toBe(0);
  });
});
