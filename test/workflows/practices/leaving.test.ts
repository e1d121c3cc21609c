import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../workflows/contract/index.ts';
import { Story } from '../../support/story.ts';
import { timeSkipping } from '../../support/time-skipping.ts';
import { announce } from './sessions-story.ts';

/** What one workflow tells another takes a moment on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

describe('Law: nothing waits on, names, mails or is decided by somebody who has left, whatever they were in the middle of', () => {
  let env: TestWorkflowEnvironment;
  let story: Story;
  beforeAll(async () => {
    env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
    story = await Story.begin({
      ...{ env, network: 'parted', members: 24 },
      practices: {
        ...{ sessions: {}, circles: {}, rituals: {}, 'peer-support': { peersAsked: 3 }, commitments: {} },
        ...{ experiments: {}, probes: {}, 'expertise-map': {} },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await story?.close();
    await env?.teardown();
  });

  const waitsOn = async (person: string) => (await story.waiting()).filter((entry) => entry.startsWith(`${person} `));
  const session = async (id: string) => (await story.facts('session')).find((one) => one.session === id);
  const mailsTo = async (person: string, subject: string) =>
    (await story.mails(subject)).filter((mail) => mail.includes(`To: ${person}@example.org`));

  it('a session: who leaves is not expected any more, is not reminded, and it goes from their calendar', async () => {
    await announce(story, 6, { agenda: 'Cases', timeBoxes: [60] });
    for (const person of ['p05', 'p06', 'p07']) {
      await story.act(person, 'come-to-session', { session: 'session-1', coming: true });
    }
    await story.act('p07', 'leave');
    await expect.poll(() => session('session-1'), SOON).toMatchObject({ coming: ['p05', 'p06'], facilitator: 'p03' });
    const [gone] = await mailsTo('p07', 'no longer yours');
    expect(gone).toContain('METHOD:CANCEL');
    await story.pass(7);
    await expect.poll(() => mailsTo('p07', 'a session is near'), SOON).toEqual([]);
    await expect.poll(() => mailsTo('p05', 'a session is near'), SOON).toHaveLength(1);
    await expect.poll(() => waitsOn('p07'), SOON).toEqual([]);
    await expect.poll(() => waitsOn('p05'), SOON).toContain('p05 confirm-attendance session-1');
    await story.pass(4);
  });

  it('a request for help ends with who asked; peers who leave are asked and reminded no more', async () => {
    await story.act('p08', 'ask-for-help', { text: 'How do you hand over at night?' });
    const peers = async () => (await story.facts('support-request'))[0]?.asked ?? [];
    await expect.poll(peers, SOON).toHaveLength(3);
    const asked = await peers();
    const first = asked.find((person) => person > 'p04' && person < 'p19') ?? '';
    await story.act(first, 'leave');
    await expect.poll(async () => (await story.facts('support-request'))[0]?.asked, SOON).not.toContain(first);
    await expect.poll(() => waitsOn(first), SOON).toEqual([]);
    await story.act('p08', 'leave');
    await expect
      .poll(async () => (await story.facts('support-request'))[0], SOON)
      .toMatchObject({ status: 'lapsed', endedAt: expect.any(String) });
    expect((await story.waiting()).filter((entry) => entry.includes('request-1'))).toEqual([]);
  });

  it('promises, experiments and probes of who leaves end, and nobody else is kept from theirs', async () => {
    const [leaving, staying] = (await story.look()).members.filter((one) => one > 'p04') as [string, string];
    for (const person of [leaving, staying]) {
      await story.act(person, 'commit', { text: 'Try it', due: await story.day(9) });
      await story.act(person, 'start-experiment', {
        ...{ trial: 'safe-test', hypothesis: 'Less asking', success: 'Half', exit: 'Complaints' },
        until: await story.day(20),
      });
      await story.act(person, 'start-probe', {
        ...{ name: 'one-page', constraint: 'One page', expectation: 'Shorter', signal: 'Pages' },
        until: await story.day(20),
      });
    }
    await story.act(leaving, 'leave');
    const of = <T extends { member: string }>(all: T[], person: string) => all.find(({ member }) => member === person);
    await expect
      .poll(async () => of(await story.facts('commitment'), leaving), SOON)
      .toMatchObject({
        status: 'unsaid',
        endedAt: expect.any(String),
      });
    await expect
      .poll(async () => of(await story.facts('experiment'), leaving), SOON)
      .toMatchObject({ status: 'undecided' });
    await expect.poll(async () => of(await story.facts('probe'), leaving), SOON).toMatchObject({ status: 'undecided' });
    await expect.poll(async () => of(await story.facts('commitment'), staying), SOON).toMatchObject({ status: 'open' });
    await story.pass(25);
    await expect.poll(() => waitsOn(leaving), SOON).toEqual([]);
    await expect.poll(() => mailsTo(leaving, 'your promise'), SOON).toEqual([]);
    await expect.poll(() => waitsOn(staying), SOON).not.toEqual([]);
  });

  it('a session and a group whose facilitator leaves get somebody else, who hears of it', async () => {
    await story.act('p03', 'form-circle', {
      ...{ title: 'Nights', tier: 'peer-circle', facilitator: 'p03', rhythm: 'P14D', at: '17:00', minutes: 60 },
    });
    await story.act('p20', 'join-circle', { circle: 'circle-1' });
    await announce(story, 20);
    const announced = async () => (await story.facts('session')).filter(({ status }) => status === 'announced');
    await expect.poll(announced, SOON).not.toEqual([]);
    const [newest] = await announced();
    await expect.poll(() => waitsOn('p03'), SOON).toContain(`p03 plan-session ${newest?.session}`);
    await story.act('p03', 'leave');
    await expect.poll(() => session(newest?.session ?? ''), SOON).toMatchObject({ facilitator: 'p01' });
    await expect.poll(() => waitsOn('p01'), SOON).toContain(`p01 plan-session ${newest?.session}`);
    await expect.poll(async () => (await story.facts('circle'))[0], SOON).toMatchObject({ facilitator: 'p01' });
    await expect.poll(() => mailsTo('p01', 'a group is yours'), SOON).toHaveLength(1);
    await expect.poll(() => waitsOn('p03'), SOON).toEqual([]);
    await story.pass(16);
    const led = (await story.facts('session')).filter(({ circle }) => circle === 'circle-1');
    expect(led.length).toBeGreaterThan(0);
    expect(led.map(({ facilitator }) => facilitator)).not.toContain('p03');
    await expect.poll(() => mailsTo('p03', 'your turn'), SOON).toEqual([]);
  });

  it('whoever has left can be named for nothing that comes, and the words say who is meant', async () => {
    const words = 'has left and takes no part in parted; name somebody who does.';
    const introduction = { parties: ['p19', 'p07'], because: 'Both work on nights' };
    expect(await story.refusal('p01', 'place-in-circle', { circle: 'circle-1', members: ['p19', 'p07'] })).toBe(
      `members, entry 2: ${words}`,
    );
    expect(await story.refusal('p01', 'propose-introduction', introduction)).toBe(`parties, entry 2: ${words}`);
    expect(await story.refusal('p01', 'form-circle', { title: 'Days', tier: 'peer-circle', facilitator: 'p07' })).toBe(
      `facilitator: ${words}`,
    );
  });

  it('a role without a successor is vacant: who held it decides nothing, the deputy does once it is escalated', async () => {
    await story.act('p01', 'propose-introduction', { parties: ['p19', 'p20'], because: 'Both work on nights' });
    await expect.poll(() => story.facts('proposal'), SOON).toHaveLength(1);
    const [proposal = ''] = (await story.facts('proposal')).map((one) => one.proposal);
    await expect.poll(() => waitsOn('p01'), SOON).toContain(`p01 approve ${proposal}`);
    await story.act('p01', 'leave');
    expect((await story.facts('role')).filter(({ held, role }) => held && role === 'lead')).toEqual([]);
    expect(await story.refusal('p01', 'approve', { proposal })).toContain('Only a');
    await expect.poll(() => waitsOn('p01'), SOON).toEqual([]);
    expect((await story.waiting()).filter((entry) => entry.includes(proposal))).not.toEqual([]);
    await story.act('p02', 'approve', { proposal });
    await expect.poll(async () => (await story.facts('proposal'))[0]?.status, SOON).toBe('approved');
    expect((await story.waiting()).filter((entry) => entry.includes(` approve ${proposal}`))).toEqual([]);
  });

  it('an introduction one of whose two leaves ends at once, and who had agreed hears of it', async () => {
    await expect.poll(() => story.facts('introduction'), SOON).toHaveLength(1);
    const [introduction = ''] = (await story.facts('introduction')).map((one) => one.introduction);
    await story.act('p19', 'consent', { introduction, agree: true });
    await story.act('p20', 'leave');
    await expect.poll(async () => (await story.facts('introduction'))[0]?.status, SOON).toBe('lapsed');
    await expect.poll(() => mailsTo('p19', 'does not come about'), SOON).toHaveLength(1);
    expect((await story.waiting()).filter((entry) => entry.includes(introduction))).toEqual([]);
  });

  it('leaves not a single matter on anybody who has gone', async () => {
    const gone = (await story.facts('member')).filter(({ status }) => status === 'left').map(({ member }) => member);
    expect(gone.length).toBeGreaterThan(5);
    const people = (await story.asked()).map(({ person }) => person);
    expect(people.filter((person) => gone.includes(person))).toEqual([]);
  });
});
