import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CharterInput, RoleName } from '../../data/records/index.ts';
import {
  ACTION_NAMES,
  type ActionName,
  healthScheduleId,
  programmeInstant,
  workflowId,
} from '../../workflows/contract/index.ts';
import { Networks, NotRunning, RefusedError } from '../../workflows/host/client.ts';
import { chaosCharter, chaosMembers } from '../support/chaos-network.ts';
import { live, patiently } from '../support/chaos-people.ts';
import { type WeftForTests, weftForTests } from '../support/running-weft.ts';
import { until } from '../support/until.ts';

const NETWORK = 'abuse';
/** WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND in Temporal's API. */
const UNHANDLED = 1;
const ANSWER_WITHIN_MS = 2_000;
const MEMBERS = chaosMembers(18);
const IDS = MEMBERS.records.members.map(({ member }) => member);
/** Who acts. Roles are held by people who are no members, so that what a role may do and what a member may do part. */
const PEOPLE = {
  lead: 'lead@example.org',
  steward: 'steward@example.org',
  facilitator: 'facilitator@example.org',
  evaluator: 'evaluator@example.org',
  sponsor: 'sponsor@example.org',
  active: 'p05',
  invited: 'p15',
  declined: 'p17',
  left: 'p18',
  stranger: 'nobody@example.org',
} as const;
/** Each can say yes or no once: one who declines and one who accepts. */
const INVITED_TOO = 'p16';
type Who = keyof typeof PEOPLE;

/** Written by hand from PRACTICES and the charter's defaults, not read from the code: whoever is not named may not. */
const MAY: Record<ActionName, readonly (Who | 'party')[]> = {
  'confirm-readiness': ['lead'],
  'propose-priority': ['invited', 'active'],
  vote: ['invited', 'active'],
  'set-agenda': ['lead', 'facilitator'],
  'revise-agenda': ['lead', 'facilitator'],
  'review-goal': ['lead', 'facilitator'],
  'decide-probe': ['party'],
  'note-signal': ['active'],
  'start-probe': ['active'],
  'frame-cycle': ['lead', 'facilitator'],
  'reach-milestone': ['lead', 'sponsor'],
  'set-maturity': ['lead', 'facilitator'],
  'order-questions': ['lead', 'facilitator'],
  'propose-question': ['active'],
  'write-theory': ['lead', 'facilitator'],
  'measure-problem': ['lead', 'facilitator'],
  'state-problem': ['lead', 'facilitator'],
  adopt: ['active'],
  contribute: ['active'],
  answer: ['active'],
  'end-stage': ['lead', 'facilitator'],
  consent: ['party'],
  'confirm-met': ['party'],
  decide: ['lead'],
  approve: ['lead'],
  decline: ['lead'],
  'propose-introduction': ['lead', 'steward', 'facilitator', 'evaluator'],
  'stop-proposals': ['lead', 'steward'],
  'resume-proposals': ['lead', 'steward'],
  'open-invitation': ['invited'],
  'ask-for-help': ['active'],
  help: ['active'],
  'end-request': ['party'],
  commit: ['active'],
  'settle-commitment': ['party'],
  'claim-skill': ['active'],
  'endorse-skill': ['active'],
  'tell-story': ['active'],
  'start-experiment': ['active'],
  'state-access-need': ['invited', 'active'],
  'settle-access-need': ['party'],
  'ask-stipend': ['invited', 'active'],
  'decide-stipend': ['party'],
  'check-in': ['party'],
  'decide-experiment': ['party'],
  'met-buddy': ['party'],
  'be-buddy': ['party'],
  'swap-turn': ['party'],
  'answer-turn': ['party'],
  'pause-facilitation': ['active'],
  'record-training': ['lead', 'facilitator'],
  'task-check-in': ['party'],
  'take-task': ['party'],
  'leave-accountability': ['active'],
  'join-accountability': ['active'],
  'end-mentorship': ['party'],
  'pulse-mentorship': ['party'],
  'mentorship-milestone-reached': ['party'],
  'agree-mentorship': ['party'],
  'consent-mentorship': ['party'],
  'withdraw-mentoring': ['active'],
  'seek-mentoring': ['active'],
  'offer-mentoring': ['active'],
  'share-artifact': ['active'],
  'complete-artifact': ['party'],
  'rate-artifact': ['active'],
  'use-artifact': ['active'],
  'review-artifact': ['party'],
  'announce-session': ['lead', 'facilitator'],
  'plan-session': ['party'],
  'move-session': ['party'],
  'call-off-session': ['party'],
  'come-to-session': ['active'],
  'confirm-attendance': ['active'],
  'record-session': ['party'],
  'decide-in-session': ['party'],
  'solve-together': ['active'],
  'open-ideas': ['lead', 'facilitator'],
  'add-idea': ['active'],
  'close-ideas': ['party'],
  'rank-ideas': ['active'],
  'note-knowledge': ['party'],
  'curate-note': ['steward', 'facilitator'],
  'retire-pattern': ['steward', 'facilitator'],
  'form-circle': ['lead', 'facilitator'],
  'join-circle': ['active'],
  'leave-circle': ['active'],
  'place-in-circle': ['lead', 'facilitator'],
  'end-circle': ['lead', 'facilitator'],
  'begin-ritual': ['lead', 'facilitator'],
  'change-ritual': ['party'],
  'end-ritual': ['party'],
  'answer-questionnaire': ['active'],
  'renew-membership': ['active'],
  'pause-membership': ['active'],
  'name-successor': ['lead', 'steward', 'facilitator', 'evaluator', 'sponsor'],
  'vote-on-future': ['active'],
  'answer-as-sponsor': ['sponsor'],
  'confirm-funding': ['lead', 'sponsor'],
  'answer-hand-over': ['party'],
  'confirm-handed-over': ['party'],
  'report-impact': ['active'],
  'share-story': ['party'],
  'approve-wins': ['lead', 'facilitator'],
  'answer-point': ['facilitator', 'lead'],
  'share-reflection': ['active'],
  'join-knowledge-checks': ['active'],
  'decline-follow-up': ['active'],
  'agree-recognition': ['party'],
  'name-skills': ['lead', 'facilitator'],
  'claim-contribution': ['active'],
  'add-rival': ['active'],
  'review-claim': ['active'],
  'describe-variant': ['lead', 'facilitator'],
  'assign-variant': ['lead', 'facilitator'],
  'end-variant': ['lead', 'facilitator'],
  // Last: after these people stand elsewhere.
  leave: ['active'],
  'decline-invitation': ['invited'],
  'accept-invitation': ['invited'],
  close: ['lead'],
};
/** How a refusal for want of a right begins. */
const NO_RIGHT =
  /^(Only |Join the network first|You are not an active member|You have (joined|declined) already|This introduction is between two other|Nobody of abuse is called that)/;

describe('Law: what nobody should send is refused in words at once, and breaks nothing', () => {
  let running: WeftForTests;
  let introduction: { introduction: string; members: string[] };
  let decision: string;
  beforeAll(async () => {
    running = await weftForTests();
    await running.networks.launch({ charter: charter(), members: MEMBERS });
    await liveUntilAllIsOpen();
  }, 400_000);
  afterAll(() => running?.close());

  /** What came of an act, and that it came in time. */
  async function outcome(
    action: string,
    as: string,
    payload: Record<string, unknown>,
    network = NETWORK,
    request?: string,
  ): Promise<string> {
    const startedMs = Date.now();
    const said = await running.networks.act(network, action, { as, payload, request }).then(
      () => 'accepted',
      (error: unknown) => {
        if (error instanceof RefusedError) return error.message;
        throw error;
      },
    );
    expect.soft(Date.now() - startedMs, `${action} as ${as}`).toBeLessThan(ANSWER_WITHIN_MS);
    return said;
  }

  it('monstrous and malformed payloads', { timeout: 60_000 }, async () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    const payloads: [what: string, action: string, payload: Record<string, unknown>][] = [
      ['3 MB', 'contribute', { text: 'x'.repeat(3_000_000) }],
      ['5 MB', 'contribute', { text: 'x'.repeat(5_000_000) }],
      [
        '5 MB of ties',
        'answer',
        { wave: '2', ties: Array.from({ length: 60_000 }, () => ({ to: 'p06', type: 'advice', strength: 1 })) },
      ],
      ['__proto__', 'contribute', JSON.parse('{"text":"hello","__proto__":{"isAdmin":true}}')],
      ['constructor', 'contribute', JSON.parse('{"constructor":{"prototype":{"isAdmin":true}}}')],
      ['a tie to __proto__', 'answer', { wave: '2', ties: [{ to: '__proto__', type: 'advice' }] }],
      ['deep nesting', 'contribute', { text: deep }],
      ['a payload that holds itself', 'contribute', loop],
      ['NaN', 'answer', { wave: '2', ties: [{ to: 'p06', type: 'advice', strength: Number.NaN }] }],
      ['Infinity', 'answer', { wave: '2', ties: [{ to: 'p06', type: 'advice', strength: Number.POSITIVE_INFINITY }] }],
      ['a lone surrogate', 'contribute', { text: 'half \ud800 a sign' }],
      ['a big integer', 'contribute', { text: 10n }],
      ['a function', 'contribute', { text: () => 'hello' }],
      ['another type', 'contribute', { text: 17 }],
      ['an unknown field', 'contribute', { texte: 'hello' }],
      ['an unknown action', 'constructor', {}],
      ['no action', '', {}],
    ];
    for (const [what, action, payload] of payloads) {
      expect.soft(await outcome(action, PEOPLE.active, payload), what).not.toBe('accepted');
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(await outcome('contribute', PEOPLE.active, { text: 'hello' }, 'no-such-network')).toMatch(
      /^There is no network/,
    );
    await expect(
      running.networks.act(NETWORK, 'contribute', { as: PEOPLE.active, payload: {}, request: '../../etc/passwd' }),
    ).rejects.toThrow(/^request: use/);
  });

  it('messages that go around the façade', { timeout: 30_000 }, async () => {
    const handle = running.client.workflow.getHandle(workflowId({ kind: 'network', network: NETWORK }));
    const actor = { person: 'p05', membership: 'active' };
    const messages: [update: string, argument: unknown][] = [
      ['no-such-action', { request: 'r-1', actor, payload: {} }],
      ['contribute', { request: 'r-2', actor, payload: {} }],
      ['vote', undefined],
      ['vote', null],
      ['vote', { request: 'r-3', actor, payload: null }],
      ['vote', { request: 'r-4', payload: { ranking: [] } }],
    ];
    for (const [update, argument] of messages) {
      const startedMs = Date.now();
      await expect(handle.executeUpdate(update, { args: [argument] }), update).rejects.toThrow();
      expect(Date.now() - startedMs).toBeLessThan(ANSWER_WITHIN_MS);
    }
  });

  it('rights: every action by everybody', { timeout: 120_000 }, async () => {
    const party = introduction.members[0] as string;
    const people: [who: Who | 'party', as: string][] = [
      ...(Object.entries(PEOPLE) as [Who, string][]),
      ['party', party],
    ];
    const wrong: string[] = [];
    let pairs = 0;
    expect(Object.keys(MAY).sort()).toEqual([...ACTION_NAMES].sort());
    for (const action of Object.keys(MAY) as ActionName[]) {
      // Whoever may not comes first: what is allowed may change where things stand.
      const isAllowed = ([who]: [Who | 'party', string]) =>
        MAY[action].includes(who) || (who === 'party' && MAY[action].includes('active'));
      for (const person of [...people].sort((a, b) => Number(isAllowed(a)) - Number(isAllowed(b)))) {
        const as = person[0] === 'invited' && action === 'accept-invitation' ? INVITED_TOO : person[1];
        const said = await outcome(action, as, payloadOf(action));
        const isWrong = isAllowed(person) ? NO_RIGHT.test(said) : said === 'accepted';
        if (isWrong) wrong.push(`${action} by ${person[0]}: ${said}`);
        pairs += 1;
      }
    }
    process.stdout.write(`rights: ${pairs} pairs of action and person\n`);
    expect(wrong).toEqual([]);
  });

  it('the schedule is what it should be, and dates its checks by what was meant', async () => {
    const { client, stores, networks } = running;
    // Closed by now: the schedule is gone.
    await expect(client.schedule.getHandle(healthScheduleId(NETWORK)).describe()).rejects.toThrow();
    const { clock } = await networks.charter(NETWORK);
    const snapshots = (await stores.store.read({ network: NETWORK, kind: 'snapshot' })).map(({ body }) => body);
    const scheduled = snapshots.filter(({ check }) => check.startsWith('health-'));
    expect(scheduled.length).toBeGreaterThan(1);
    const meant = new Set<string>();
    for await (const execution of client.workflow.list({
      query: `WeftNetwork = '${NETWORK}' AND WeftKind = 'health'`,
    })) {
      const instant = /\/health\/scheduled-(.+)$/.exec(execution.workflowId)?.[1];
      if (instant !== undefined) meant.add(programmeInstant(clock, Date.parse(instant)));
    }
    for (const { asOf, check } of scheduled) {
      expect(meant).toContain(asOf);
      expect(check).toBe(`health-${asOf.slice(0, 10)}`);
    }
  });

  it('after the close everybody hears so, and no more', { timeout: 60_000 }, async () => {
    for (const action of ACTION_NAMES) {
      const who = MAY[action][0] as Who | 'party';
      const as = who === 'party' ? (introduction.members[0] as string) : PEOPLE[who];
      expect.soft(await outcome(action, as, payloadOf(action), NETWORK, `late.${action}`), action).not.toBe('accepted');
    }
    expect(await outcome('adopt', PEOPLE.active, payloadOf('adopt'), NETWORK, 'late')).toBe('The network is closed.');
  });

  it('a schedule buffers one, catches up two periods and pauses on failure; stopped and started, all goes on', {
    timeout: 120_000,
  }, async () => {
    const network = 'quiet';
    await running.networks.launch({ charter: chaosCharter({ network, dayLastsSeconds: 0.5 }), members: MEMBERS });
    const schedule = () => running.client.schedule.getHandle(healthScheduleId(network)).describe();
    const { policies, spec } = await until('the schedule is there', () => schedule().catch(() => null));
    expect(policies).toMatchObject({ overlap: 'BUFFER_ONE', catchupWindow: 10_000, pauseOnFailure: true });
    expect(spec.intervals?.map(({ every }) => every)).toEqual([5_000]);

    const before = await running.networks.exportFacts(network);
    await running.stop();
    const visitor = await Networks.open({ dataDir: running.dataDir, env: running.env });
    await expect(visitor.status(network)).rejects.toThrow(NotRunning);
    await visitor.close();
    await running.start();
    const checks = async () => (await running.stores.store.read({ network, kind: 'snapshot' })).length;
    const known = await checks();
    await until('the schedule starts checks again', async () => (await checks()) > known);
    const status = await running.networks.status(network);
    expect(status).toMatchObject({ phase: 'design', answers: true });
    expect((await running.networks.exportFacts(network)).slice(0, before.length)).toEqual(before);
    expect((await running.networks.audit(network)).verdict.verifies).toBe(true);
  });

  it('no workflow task has failed over any of it', async () => {
    const failed: string[] = [];
    for await (const { workflowId: id, runId } of running.client.workflow.list()) {
      const { events } = await running.client.workflow.getHandle(id, runId).fetchHistory();
      // Something arrived while it ended or began a new run: the server says so, and it is tried again.
      const causes = (events ?? []).flatMap((event) => event.workflowTaskFailedEventAttributes?.cause ?? []);
      if (causes.some((cause) => cause !== UNHANDLED)) failed.push(id);
    }
    expect(failed).toEqual([]);
  });

  function charter(): CharterInput {
    const base = chaosCharter({ network: NETWORK, dayLastsSeconds: 1 });
    const roles: Record<RoleName, string[]> = { lead: [], steward: [], facilitator: [], evaluator: [], sponsor: [] };
    for (const role of Object.keys(roles) as RoleName[]) roles[role] = [PEOPLE[role]];
    const [first] = base.surveys ?? [];
    return {
      ...base,
      roles,
      surveys: first === undefined ? [] : [first, { ...first, wave: '2', after: 'P38D', open: 'P200D' }],
      decisions: { remindAfter: 'P200D', escalateAfter: 'P210D', expireAfter: 'P220D' },
      introductions: { consentWithin: 'P200D', meetWithin: 'P200D' },
      learning: {
        ...base.learning,
        stages: {
          frame: 'P200D',
          exchange: 'P200D',
          'solve-together': 'P200D',
          'co-create': 'P200D',
          'adapt-and-apply': 'P200D',
          'feed-back': 'P200D',
        },
      },
    };
  }

  /** Until a cycle and a survey run, a proposal waits for a decision and an introduction for consent. */
  async function liveUntilAllIsOpen(): Promise<void> {
    const { store } = running.stores;
    let approved: string | null = null;
    await live({
      ...{ network: NETWORK, members: IDS, networks: running.networks, client: running.client },
      react: (entry, person, roster) => {
        const { action, about } = entry;
        if (action === 'contribute' || action === 'consent') return null;
        if (action === 'answer' && about === 'wave-2') return null;
        if (action === 'accept-invitation' && (person === PEOPLE.invited || person === INVITED_TOO)) return null;
        if (action === 'approve') {
          approved ??= about;
          const payload = { proposal: about };
          return about === approved ? { person, action, payload, workflowId: '', request: `approve.${about}` } : null;
        }
        if (action === 'accept-invitation') {
          const does = person === PEOPLE.declined ? 'decline-invitation' : action;
          return { person, action: does, payload: {}, workflowId: '', request: `${does}.${person}` };
        }
        return patiently(entry, person, roster);
      },
      isOver: async ({ waiting }) => {
        const [asked] = await store.read({ network: NETWORK, kind: 'introduction' });
        const open = waiting.find(({ action, about }) => action === 'approve' && about !== approved);
        const isSurveyed = waiting.some(({ about }) => about === 'wave-2');
        if (asked === undefined || open === undefined || !isSurveyed) return false;
        introduction = asked.body;
        decision = open.about;
        return true;
      },
    });
    await running.networks.act(NETWORK, 'leave', { as: PEOPLE.left });
  }

  function payloadOf(action: ActionName): Record<string, unknown> {
    const payloads: Record<ActionName, Record<string, unknown>> = {
      'confirm-readiness': { item: 'sponsor-named' },
      'propose-priority': { title: 'Too late' },
      vote: { ranking: ['priority-1'] },
      'set-agenda': { title: 'One more' },
      'revise-agenda': { item: 'agenda-1', title: 'Said anew' },
      'review-goal': { goal: 'goal-1', decision: 'keep' },
      'decide-probe': { probe: 'probe-1', decision: 'dampen', madePossible: ['nothing'] },
      'note-signal': { probe: 'probe-1' },
      'start-probe': { name: 'x', constraint: 'a', expectation: 'b', signal: 'c', until: '2030-01-01' },
      'frame-cycle': { question: 'Why?' },
      'reach-milestone': { milestone: 'first-form' },
      'set-maturity': { stage: 'growing', reason: 'So' },
      'order-questions': { order: ['question-1'] },
      'propose-question': { text: 'Why?' },
      'write-theory': { text: 'So' },
      'measure-problem': { problem: 'problem-1', value: 7 },
      'state-problem': { item: 'agenda-1', measure: 'weeks', baseline: 11, target: 3, due: '2030-01-01' },
      adopt: { practice: 'shared-intake' },
      contribute: { text: 'Our form' },
      answer: { wave: '2', ties: [{ to: 'p09', type: 'advice' }] },
      'end-stage': {},
      consent: { introduction: introduction.introduction, agree: true },
      'confirm-met': { introduction: introduction.introduction, met: true },
      decide: { decision, option: 'neither' },
      approve: { proposal: decision },
      decline: { proposal: decision },
      'propose-introduction': { parties: ['p06', 'p12'] },
      'stop-proposals': {},
      'resume-proposals': {},
      'accept-invitation': {},
      'open-invitation': {},
      'decline-invitation': {},
      leave: {},
      close: {},
      'ask-for-help': { text: 'How do you do it?' },
      help: { request: 'request-1', text: 'So' },
      'end-request': { request: 'request-1', resolved: true },
      commit: { text: 'Try it', due: '2030-01-01' },
      'settle-commitment': { commitment: 'promise-1', kept: true },
      'claim-skill': { skill: 'intake-design', level: 2 },
      'endorse-skill': { member: 'p09', skill: 'intake-design' },
      'tell-story': { text: 'It worked', value: 'applied', share: true },
      'start-experiment': {
        ...{ trial: 'safe-test', hypothesis: 'It works', success: 'It does', exit: 'It does not' },
        until: '2030-01-01',
      },
      'state-access-need': { text: 'An hour in the evening' },
      'settle-access-need': { need: 'need-1', met: true },
      'ask-stipend': { amount: 80 },
      'decide-stipend': { stipend: 'stipend-1', approve: true },
      'check-in': { experiment: 'experiment-1', exitMet: false },
      'decide-experiment': { experiment: 'experiment-1', decision: 'scale' },
      'met-buddy': { newcomer: 'newcomer-1' },
      'be-buddy': { newcomer: 'newcomer-1', agree: true },
      'swap-turn': { turn: 'cycle-1.frame', with: 'p06' },
      'answer-turn': { turn: 'cycle-1.frame', accept: true },
      'pause-facilitation': { pause: true },
      'record-training': { member: 'p06', on: '2025-01-01' },
      'task-check-in': { group: 'group-1', done: true },
      'take-task': { group: 'group-1', task: 'Try it', due: '2030-01-01' },
      'leave-accountability': {},
      'join-accountability': {},
      'end-mentorship': { mentorship: 'mentorship-1', outcome: 'completed' },
      'pulse-mentorship': { mentorship: 'mentorship-1', rating: 3 },
      'mentorship-milestone-reached': { mentorship: 'mentorship-1', milestone: 1 },
      'agree-mentorship': {
        mentorship: 'mentorship-1',
        goal: 'To learn it',
        meet: 'weekly',
        milestones: ['2030-01-01'],
      },
      'consent-mentorship': { mentorship: 'mentorship-1', agree: true },
      'withdraw-mentoring': { as: 'mentor' },
      'seek-mentoring': { kind: 'mentoring', wish: 'intake-design' },
      'offer-mentoring': { kinds: ['mentoring'], skills: ['intake-design'], capacity: 1 },
      'share-artifact': { type: 'case', title: 'One page', summary: 'It works', tags: ['intake'] },
      'complete-artifact': { artifact: 'artifact-1', discard: true },
      'rate-artifact': { artifact: 'artifact-1', usefulness: 3 },
      'use-artifact': { artifact: 'artifact-1', where: 'At home' },
      'review-artifact': { artifact: 'artifact-1', decision: 'keep' },
      'announce-session': { title: 'Clinic', format: 'case-clinic', starts: '2030-01-01T09:00', minutes: 60 },
      'plan-session': { session: 'session-1', agenda: 'Welcome', timeBoxes: [10] },
      'move-session': { session: 'session-1', starts: '2030-01-01T09:00' },
      'call-off-session': { session: 'session-1' },
      'come-to-session': { session: 'session-1', coming: true },
      'confirm-attendance': { session: 'session-1', attended: true },
      'record-session': { session: 'session-1', attended: ['p05'] },
      'decide-in-session': {
        ...{ session: 'session-1', question: 'Which?', options: 'One\nTwo', chosen: 1, rationale: 'It fits' },
        ...{ right: 'set-agenda', decidedBy: ['p05'] },
      },
      'open-ideas': { question: 'How?' },
      'add-idea': { round: 'ideas-1', text: 'So' },
      'close-ideas': { round: 'ideas-1' },
      'rank-ideas': { round: 'ideas-1', ranking: ['ideas-1.idea-1'] },
      'note-knowledge': { prompt: 'prompt-1', text: 'So' },
      'curate-note': { note: 'prompt-1.note-1', decision: 'set-aside' },
      'retire-pattern': { pattern: 'pattern-1' },
      'form-circle': { title: 'Intake', tier: 'peer-circle', facilitator: 'p05' },
      'join-circle': { circle: 'circle-1' },
      'leave-circle': { circle: 'circle-1' },
      'place-in-circle': { circle: 'circle-1', members: ['p05'] },
      'end-circle': { circle: 'circle-1' },
      'begin-ritual': { title: 'Hour', rhythm: 'P14D', at: '09:00', minutes: 60, format: 'talk' },
      'change-ritual': { ritual: 'ritual-1', at: '10:00' },
      'end-ritual': { ritual: 'ritual-1' },
      'solve-together': { session: 'session-1', people: ['p05', 'p06'], on: 'The form' },
      'answer-questionnaire': { round: 'pulse-1', answers: { 'speak-up': 3 } },
      'renew-membership': {},
      'pause-membership': { until: '2030-01-01' },
      'name-successor': { role: 'lead', successor: 'p09', ready: true },
      'vote-on-future': { ranking: ['renew'] },
      'answer-as-sponsor': { goOn: true },
      'confirm-funding': { until: '2030-01-01' },
      'answer-hand-over': { handOver: 'hand-over-1', accept: true },
      'confirm-handed-over': { item: 'accounts' },
      'report-impact': {
        about: 'cycle-1',
        measure: 'Weeks',
        baseline: 9,
        value: 7,
        better: 'lower',
        evidence: 'Lists',
      },
      'share-story': { story: 'story-1', share: false },
      'approve-wins': { digest: 'digest-1' },
      'answer-point': { round: 'after-action-1', point: 1, did: 'We begin on time' },
      'share-reflection': { round: 'reflection-1' },
      'join-knowledge-checks': { takesPart: true },
      'decline-follow-up': {},
      'agree-recognition': { round: 'thanks-1', public: true },
      'name-skills': { about: 'agenda-1', skills: ['intake-design'] },
      'claim-contribution': {
        ...{ outcome: 'Weeks fell', contribution: 'The form', evidence: 'Lists', confidence: 'low', because: 'Order' },
        ...{ rival: 'chance', rivalText: 'Few cases', standing: 'stands' },
      },
      'add-rival': { claim: 'claim-1', rival: 'chance', text: 'Few cases', standing: 'stands' },
      'review-claim': { claim: 'claim-1', supported: true, reason: 'It fits' },
      'describe-variant': { question: 'More?', a: 'Monthly', b: 'Weekly', assign: { by: 'naming' } },
      'assign-variant': { variant: 'variant-1', arm: 'a', members: ['p05'] },
      'end-variant': { variant: 'variant-1', decided: 'Weekly' },
    };
    return payloads[action];
  }
});
