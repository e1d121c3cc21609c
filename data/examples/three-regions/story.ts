/**
 * What people do in the six months, as a script for the demonstration: six programme months from 5 January to 5 July
 * 2026, each act with the time since the start, who acts, and what. Acts are those of `weft act`.
 *
 * PLAN is the story; `storyOf` only unrolls it (who of the sixty, at which hour) with seeded chance. What the engine
 * will propose cannot be known beforehand, so acts on proposals and introductions name them by their order: `about: 1`
 * is the first introduction that is proposed, `party 1` the first of its two members.
 */
import { STAGES, type Stage } from '../../records/index.ts';
import type { Chance } from './random.ts';
import type { ThreeRegions } from './three-regions.ts';

export interface Act {
  /** Since the start, ISO-8601: P12DT9H. */
  at: string;
  /** A member's id, or `party 1` and `party 2` of the introduction that the act is about. */
  as: string;
  action: string;
  /** Done only where somebody asks for it: what the story needs when chance, or a slow machine, takes it elsewhere. */
  ifAsked?: true;
  /** Which proposal or introduction, by its order, where the act is about one. */
  about?: number;
  payload: Record<string, unknown>;
}

export interface Story {
  name: string;
  startsAt: string;
  endsAt: string;
  acts: Act[];
}

const START = '2026-01-05';
const END = '2026-07-05';
const LEAD = 'p01';

const READINESS = ['sponsor-named', 'hub-staffed', 'consent-agreed', 'time-agreed'];

const PRIORITIES = [
  ['p02', 'One intake form for families who move between regions'],
  ['p23', 'A follow-up call within a week of the first visit'],
  ['p44', 'Shorter waits between referral and first appointment'],
  ['p15', 'Learning from cases that went wrong'],
  ['p37', 'Interpreters at short notice'],
] as const;

/** How favoured each priority is: the chance to be ranked next is in proportion. */
const FAVOUR = [8, 5, 4, 2, 2];

/** Words of the contributions, by stage; each is used in turn. */
const WORDS: Record<Stage, readonly string[]> = {
  frame: ['Where families fall through today', 'What we would see if it worked', 'Which of us has tried this before'],
  exchange: [
    'How our intake desk does it',
    'A case from last month',
    'The form we use now',
    'What did not work for us',
  ],
  'solve-together': ['Why the two offices ask twice', 'Who may see what, worked out on one case'],
  'co-create': ['A draft of the shared form', 'Two questions we can leave out', 'A checklist for the call'],
  'adapt-and-apply': ['Tried with five families', 'Changed the order of questions', 'The call takes ten minutes'],
  'feed-back': ['Fewer families told their story twice', 'Waiting fell by three days', 'We keep the form'],
};

/** One row of the plan: between two days of the programme, so many people do this. */
interface PlanRow {
  days: readonly [from: number, to: number];
  action: string;
  /** How many acts come of it; for adoptions it is the network that says. */
  acts: number;
}

/** The adoptions of the network are told on the days on which they happened. */
const AS_THEY_HAPPEN = 0;

const PLAN = {
  readiness: { days: [1, 5], action: 'confirm-readiness', acts: 4 },
  priorities: { days: [1, 6], action: 'propose-priority', acts: 5 },
  votes: { days: [15, 18], action: 'vote', acts: 41 },
  joinAtOnce: { days: [23, 27], action: 'accept-invitation', acts: 48 },
  joinReminded: { days: [29, 32], action: 'accept-invitation', acts: 12 },
  firstSurvey: { days: [43, 50], action: 'answer', acts: 49 },
  firstCycle: { days: [46, 99], action: 'contribute', acts: 60 },
  secondCycle: { days: [103, 156], action: 'contribute', acts: 60 },
  approvals: { days: [71, 72], action: 'approve', acts: 2 },
  refusals: { days: [72, 73], action: 'decline', acts: 2 },
  consents: { days: [74, 78], action: 'consent', acts: 4 },
  meetings: { days: [86, 90], action: 'confirm-met', acts: 4 },
  adoptions: { days: [28, 173], action: 'adopt', acts: AS_THEY_HAPPEN },
  secondSurvey: { days: [125, 137], action: 'answer', acts: 50 },
  renewal: { days: [174, 174], action: 'decide', acts: 1 },
} satisfies Record<string, PlanRow>;

export function storyOf(example: ThreeRegions, chance: Chance): Story {
  const acts = [
    ...design(example, chance),
    ...invitation(example, chance),
    ...example.waves.flatMap((wave, index) => survey(wave, index === 0 ? PLAN.firstSurvey : PLAN.secondSurvey, chance)),
    ...cycle(example, PLAN.firstCycle, chance),
    ...cycle(example, PLAN.secondCycle, chance),
    ...introductions(),
    ...adoptions(example),
    act(PLAN.renewal.days[0], 10, LEAD, PLAN.renewal.action, { option: 'close' }),
    whenAsked(act(1, 9, LEAD, 'set-agenda', { title: PRIORITIES[0][1] })),
    whenAsked(act(1, 9, LEAD, 'decide', { option: 'extend' })),
  ];
  // Sorting is stable: acts of the same hour stay in the order in which the plan tells them.
  const ordered = acts
    .map((one, index) => ({ one, index }))
    .sort((a, b) => hourOf(a.one) - hourOf(b.one) || a.index - b.index);
  return { name: 'three-regions', startsAt: START, endsAt: END, acts: ordered.map(({ one }) => one) };
}

function design(example: ThreeRegions, chance: Chance): Act[] {
  const readiness = READINESS.map((item, index) =>
    act(PLAN.readiness.days[0] + index, 9, LEAD, PLAN.readiness.action, { item }),
  );
  const proposed = PRIORITIES.map(([person, title], index) =>
    act(PLAN.priorities.days[0] + index, 11, person, PLAN.priorities.action, { title }),
  );
  const voters = chance.shuffled(example.people).slice(0, PLAN.votes.acts);
  const votes = voters.map(({ id }) => {
    const ranking: number[] = [];
    for (let place = chance.between(2, PRIORITIES.length); place > 0; place -= 1) {
      const left = FAVOUR.map((_, index) => index).filter((index) => !ranking.includes(index + 1));
      ranking.push(chance.pick(left, (index) => FAVOUR[index]!) + 1);
    }
    return someTime(PLAN.votes, id, { ranking }, chance);
  });
  return [...readiness, ...proposed, ...votes];
}

function invitation(example: ThreeRegions, chance: Chance): Act[] {
  return chance
    .shuffled(example.people)
    .map(({ id }, index) =>
      someTime(index < PLAN.joinAtOnce.acts ? PLAN.joinAtOnce : PLAN.joinReminded, id, {}, chance),
    );
}

function survey(wave: ThreeRegions['waves'][number], row: PlanRow, chance: Chance): Act[] {
  return [...wave.answered].map((id) => {
    const ties = wave.ties
      .filter((tie) => tie.from === id)
      .map((tie) => ({ to: tie.to, type: 'advice', strength: tie.strength }));
    return someTime(row, id, { wave: wave.wave, ties }, chance);
  });
}

/** Ten contributions a stage; the hub gives a third of them, and an exchange mostly helps somebody who asked. */
function cycle(example: ThreeRegions, row: PlanRow, chance: Chance): Act[] {
  const length = (row.days[1] - row.days[0]) / STAGES.length;
  return STAGES.flatMap((stage, index) =>
    Array.from({ length: row.acts / STAGES.length }, (_, turn) => {
      const giver = chance.pick(example.people, (one) => (one.hub ? 7 : 1));
      const first = Math.ceil(row.days[0] + index * length);
      const days = [first, Math.max(first, Math.floor(first + length) - 2)] as const;
      const words = WORDS[stage];
      const helped = example.waves[0]!.ties.filter((tie) => tie.to === giver.id).map((tie) => tie.from);
      const text = words[turn % words.length]!;
      const payload = stage === 'exchange' && helped.length > 0 ? { text, helped: chance.pick(helped) } : { text };
      return someTime({ ...row, days }, giver.id, payload, chance);
    }),
  );
}

/** Four are proposed: two approved, two declined. Both pairs agree; one meets, the other does not find the time. */
function introductions(): Act[] {
  const { approvals, refusals, consents, meetings } = PLAN;
  const parties = ['party 1', 'party 2'];
  return [
    ...[1, 2].map((about) => act(approvals.days[0], 9 + about, LEAD, approvals.action, {}, about)),
    ...[3, 4].map((about) => act(refusals.days[0], 9 + about, LEAD, refusals.action, {}, about)),
    ...[1, 2].flatMap((about) =>
      parties.map((party, index) =>
        act(consents.days[0] + about + index, 12, party, consents.action, { agree: true }, about),
      ),
    ),
    ...[1, 2].flatMap((about) =>
      parties.map((party, index) =>
        act(meetings.days[0] + about + index, 15, party, meetings.action, { met: about === 1 }, about),
      ),
    ),
  ];
}

function adoptions(example: ThreeRegions): Act[] {
  return example.adoptions
    .filter((one) => !one.censored)
    .map(({ id, practice, time }) => ({ id, practice, time, day: (Date.parse(time) - Date.parse(START)) / 86_400_000 }))
    .filter(({ day }) => day <= PLAN.adoptions.days[1])
    .map(({ id, practice, time, day }) => act(day, 16, id, PLAN.adoptions.action, { practice, since: time }));
}

function someTime(row: PlanRow, as: string, payload: Record<string, unknown>, chance: Chance): Act {
  return act(chance.between(row.days[0], row.days[1]), chance.between(8, 17), as, row.action, payload);
}

function act(
  day: number,
  hour: number,
  as: string,
  action: string,
  payload: Record<string, unknown>,
  about?: number,
): Act {
  const at = `P${day}DT${hour}H`;
  return about === undefined ? { at, as, action, payload } : { at, as, action, about, payload };
}

function whenAsked(one: Act): Act {
  return { ...one, ifAsked: true };
}

function hourOf({ at }: Act): number {
  const parts = /^P(\d+)DT(\d+)H$/.exec(at);
  return parts ? Number(parts[1]) * 24 + Number(parts[2]) : 0;
}
