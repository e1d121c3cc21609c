/** The demonstration by a script: six months of the example network, act by act. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Story } from '../../data/examples/three-regions/story.ts';
import { readCharter } from '../../data/exchange/charter-yaml.ts';
import { readSource } from '../../data/exchange/index.ts';
import type { CharterDocument } from '../../data/records/index.ts';
import { DemoError } from './demo-error.ts';
import { playStory } from './play-story.ts';
import type { Show } from './show.ts';

export const EXAMPLE = fileURLToPath(new URL('../../data/examples/three-regions/', import.meta.url));

/** @param slower How many times longer its days last than its charter says. */
export async function threeRegions(slower: number): Promise<Show> {
  const charter = await charterAtPace(slower);
  const story = JSON.parse(await readFile(join(EXAMPLE, 'story.json'), 'utf8')) as Story;
  const members = await readSource(join(EXAMPLE, 'members.csv'));
  return {
    ...{ charter, members },
    says: `${charter.name}: ${members.records.members.length} people, six months from ${story.startsAt}`,
    play: (stage, network, look) => playStory({ stage, network, story, ...look }),
  };
}

async function charterAtPace(slower: number): Promise<CharterDocument> {
  const read = readCharter(await readFile(join(EXAMPLE, 'demo-charter.yaml'), 'utf8'), 'demo-charter.yaml');
  if (!read.ok) throw new DemoError(`The charter of the demonstration is broken: ${read.problems[0]?.message}`);
  const { charter } = read;
  if (charter.clock === undefined) throw new DemoError('The charter of the demonstration has no clock of its own.');
  const { starts, dayLastsSeconds } = charter.clock;
  return { ...charter, clock: { starts, dayLastsSeconds: dayLastsSeconds * slower } };
}
