/**
 * The demonstration of a charter template: a network of that kind from its first day to its last, with every practice of
 * the template on, and people who live by their habits.
 */
import { join } from 'node:path';
import { TEMPLATES, type TemplateName } from '../../data/exchange/charter-templates.ts';
import { type ImportResult, readSource } from '../../data/exchange/index.ts';
import { addDuration } from '../../data/records/duration.ts';
import { type CharterDocument, type CharterInput, CharterSchema } from '../../data/records/index.ts';
import { RefusedError } from '../../workflows/host/client.ts';
import { DemoError } from './demo-error.ts';
import type { Deed } from './habits/habit.ts';
import { PlayedPeople, practicesOn } from './played-people.ts';
import type { Look, Played, Show, Stage } from './show.ts';
import { EXAMPLE } from './three-regions.ts';

const STARTS = '2026-01-05';
/** As many of the example network: a year of their asks and answers is what two cores carry in a minute. */
const MEMBERS = 24;
const DAY_LASTS_SECONDS = 0.25;
const LOOK_EVERY_MS = 250;
const AT_ONCE = 6;
/** A network that is open so long after its horizon will not end. */
const LATE = 'P6M';

export async function ofATemplate(template: TemplateName, slower: number): Promise<Show> {
  return playedNetwork(templateCharter(template, DAY_LASTS_SECONDS * slower), MEMBERS, TEMPLATES[template].says);
}

/** Any network of so many of the example's members, with people who live by their habits. */
export async function playedNetwork(written: CharterInput, count: number, says = ''): Promise<Show> {
  const charter = CharterSchema.parse(written);
  const members = inPods(someOf(await readSource(join(EXAMPLE, 'members.csv')), count), charter);
  return {
    ...{ charter, members },
    says: `${charter.name}: ${says}`,
    play: (stage, network, look) => playHabits(stage, network, charter, look),
  };
}

/** What a template leaves to the lead: what the network is for, and who lets it pass on the way. */
const ROADMAP: NonNullable<NonNullable<CharterInput['practices']>['alignment']> = {
  objectives: [
    { id: 'across-regions', text: 'Regions turn to each other', metric: 'e-i-index', groupBy: 'region', atLeast: 0 },
    { id: 'hub-at-the-edge', text: 'Members carry it', metric: 'hub-dependence', atMost: 0.25 },
  ],
  milestones: [
    { id: 'first-cycle', text: 'A cycle has been closed', on: '2026-12-01', gate: 'none' },
    { id: 'second-year', text: 'The second year is paid for', on: '2027-02-01', gate: 'funding', otherwise: 'pass' },
  ],
};

/** The words and people of the example network, in a charter of the template. */
export function templateCharter(template: TemplateName, dayLastsSeconds: number): CharterInput {
  const { values } = TEMPLATES[template];
  return {
    ...{ charter: 1, network: template, name: `Three regions, as ${template.replace('-', ' ')}` },
    challenge: 'Families who move between our regions tell their story again and again, and wait weeks each time.',
    vision: 'Wherever a family arrives, somebody already knows what was agreed before, and calls within a week.',
    callToAction: 'Bring one practice that shortened the way for families, and try one of another region.',
    valueProposition: 'Four hours a month, and you take home what already works elsewhere.',
    scope: 'Advice centres and clinics for families in the regions North, South and East.',
    horizon: 'P2Y',
    timeZone: 'Europe/Berlin',
    roles: { lead: ['p01'], steward: ['p02'], facilitator: ['p03', 'p21'], evaluator: ['p22'], sponsor: ['p04'] },
    consent: { statement: 'Answers are seen by stewards; everybody else sees figures for groups of five or more.' },
    ...values,
    ...(values.practices?.alignment === undefined
      ? {}
      : { practices: { ...values.practices, alignment: { ...ROADMAP, ...values.practices.alignment } } }),
    clock: { starts: STARTS, dayLastsSeconds },
  };
}

/** Every so many-th member, and all who hold a role. */
export function someOf(source: ImportResult, count: number): ImportResult {
  const step = Math.max(1, Math.floor(source.records.members.length / count));
  const roles = new Set(Object.values(templateCharter('collaborative', 1).roles).flat());
  const members = source.records.members
    .filter(({ member }, index) => roles.has(member) || index % step === 0)
    .slice(0, count)
    .map((body) => ({ ...body, status: 'invited' as const }));
  const kept = new Set(members.map(({ member }) => member));
  return {
    ...source,
    records: { ...source.records, members },
    people: source.people.filter(({ ref }) => kept.has(ref)),
  };
}

/** Where a charter groups people by pods, which the example's members have none of: a region's members are one. */
function inPods(source: ImportResult, { members: { attributes } }: CharterDocument): ImportResult {
  if (!attributes.includes('pod')) return source;
  const members = source.records.members.map((body) => ({
    ...body,
    attributes: { ...body.attributes, pod: `Pod ${body.attributes.region}` },
  }));
  return { ...source, records: { ...source.records, members } };
}

async function playHabits(
  stage: Stage,
  network: string,
  charter: CharterDocument,
  { onLook, signal }: Look,
): Promise<Played> {
  const people = new PlayedPeople({
    roles: charter.roles,
    practices: practicesOn(charter.practices),
  });
  const latest = addDuration(addDuration(`${STARTS}T00:00:00.000Z`, charter.horizon), LATE);
  const played: Played = { done: 0, left: [] };
  for (;;) {
    signal.throwIfAborted();
    const status = await stage.status(network, { brief: true });
    onLook(status);
    if (status.phase === 'closed') return played;
    if (status.now > latest)
      throw new DemoError(
        `The network is still open on ${status.now.slice(0, 10)}: this machine is too slow for it. weft demo --slower 3 gives it more time.`,
      );
    const members = (await stage.facts(network, 'member')).map(({ body }) => body);
    const active = members.filter(({ status: standing }) => standing === 'active').map(({ member }) => member);
    const deeds = people.deeds({ ...status, members: active.sort() });
    for (let i = 0; i < deeds.length; i += AT_ONCE) {
      await Promise.all(deeds.slice(i, i + AT_ONCE).map((deed) => perform(deed)));
    }
    if (deeds.length === 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }

  async function perform(deed: Deed): Promise<void> {
    try {
      await stage.act(network, deed.action, deed);
      played.done += 1;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      played.left.push({ act: deed, why: error.message });
    }
  }
}
