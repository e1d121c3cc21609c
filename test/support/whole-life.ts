/**
 * A network's whole life on the time-skipping server, with every practice on: the charter of a template, members of the
 * example network, people who live by their habits and act through the same façade as everybody.
 */
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Deed } from '../../cli/demo/habits/habit.ts';
import { someOf, templateCharter } from '../../cli/demo/of-a-template.ts';
import { PlayedPeople, practicesOn } from '../../cli/demo/played-people.ts';
import type { TemplateName } from '../../data/exchange/charter-templates.ts';
import { readSource } from '../../data/exchange/index.ts';
import { type CharterInput, type Fact, PRACTICE_NAMES, type RoleName } from '../../data/records/index.ts';
import { ACTIONS } from '../../workflows/contract/index.ts';
import { Story } from './story.ts';

const MEMBERS = fileURLToPath(new URL('../../data/examples/three-regions/members.csv', import.meta.url));

/**
 * What is due is so many days after a midnight, or after something was done. People look at other times of day than that,
 * so that it does not hang on the seconds a machine takes whether a look comes before what is due or after it.
 */
const FIRST_LOOK_DAYS = 0.37;
const LOOK_EVERY_DAYS = 9.7;
const DAYS_AFTER = 430;

export interface LifeOptions {
  env: TestWorkflowEnvironment;
  network: string;
  template: TemplateName;
  /** As many of the example network's members, every so many-th of the list. */
  members: number;
  continueAsNewAfterEvents: number | null;
}

export interface WholeLife {
  facts: Fact[];
  /** What people did, and what was not taken, with the words. */
  done: number;
  refused: { deed: string; why: string }[];
  story: Story;
}

export async function wholeLife(options: LifeOptions): Promise<WholeLife> {
  const story = await Story.open({ env: options.env, network: options.network });
  try {
    return await lived(story, options);
  } catch (error) {
    await story.close();
    throw error;
  }
}

async function lived(story: Story, options: LifeOptions): Promise<WholeLife> {
  const { network, template } = options;
  const charter = everyPractice(network, template);
  await story.launch(charter, someOf(await readSource(MEMBERS), options.members), options.continueAsNewAfterEvents);
  const people = new PlayedPeople({
    roles: rolesOf(charter),
    practices: practicesOn(charter.practices ?? {}),
  });
  const refused: WholeLife['refused'] = [];
  let done = 0;
  await story.pass(FIRST_LOOK_DAYS);
  while (!(await isClosed(story))) {
    for (const deed of endingsLast(people.deeds(await story.look()))) {
      const why = await story.tried(deed.as, deed.action, deed.payload);
      if (why === null) done += 1;
      else refused.push({ deed: `${deed.as} ${deed.action} ${JSON.stringify(deed.payload)}`, why });
    }
    await story.pass(LOOK_EVERY_DAYS);
  }
  // What outlives the network: introductions under way, outcome checks, surveys after its end.
  for (let days = 0; days < DAYS_AFTER; days += LOOK_EVERY_DAYS) {
    await story.pass(LOOK_EVERY_DAYS);
    for (const deed of people.deeds(await story.look())) await story.tried(deed.as, deed.action, deed.payload);
  }
  return { facts: await story.store.history({ network }), done, refused, story };
}

/** What may end the network comes last at a look: practices hear of its end a moment later, and some still take an act. */
function endingsLast(deeds: readonly Deed[]): Deed[] {
  const mayEndIt = ({ action }: Deed): boolean => ['network', 'decision'].includes(String(ACTIONS[action].takenBy));
  return [...deeds.filter((deed) => !mayEndIt(deed)), ...deeds.filter(mayEndIt)];
}

export function everyPractice(network: string, template: TemplateName, dayLastsSeconds = 86_400): CharterInput {
  const charter = templateCharter(template, dayLastsSeconds);
  const all = Object.fromEntries(PRACTICE_NAMES.map((practice) => [practice, {}]));
  return {
    ...charter,
    network,
    blackouts: [{ from: '2026-12-21', to: '2027-01-03' }],
    practices: { ...all, ...charter.practices },
  };
}

function rolesOf({ roles }: CharterInput): Record<RoleName, readonly string[]> {
  const { lead, steward = [], facilitator = [], evaluator = [], sponsor = [] } = roles;
  return { lead, steward, facilitator, evaluator, sponsor };
}

async function isClosed(story: Story): Promise<boolean> {
  const phases = await story.facts('phase');
  return phases.some(({ phase }) => phase === 'closed');
}
