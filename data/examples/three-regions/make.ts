/**
 * Writes the example network "three regions" into files: `npx tsx data/examples/three-regions/make.ts` puts them beside
 * this script, the same bytes every time. README.md tells the story.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCsvTable } from '../../exchange/csv.ts';
import { chanceFrom } from './random.ts';
import { type Story, storyOf } from './story.ts';
import { SEED, threeRegions } from './three-regions.ts';

export { threeRegions } from './three-regions.ts';

/** What the sixty do in the six months; story.json holds the same. */
export function threeRegionsStory(example = threeRegions()): Story {
  return storyOf(example, chanceFrom(SEED + 1));
}

/** Name of each file → its text. */
export function threeRegionsFiles(): Map<string, string> {
  const example = threeRegions();
  const { people, waves, adoptions } = example;
  return new Map([
    [
      'members.csv',
      writeCsvTable(
        ['id', 'name', 'email', 'region', 'organisation', 'role', 'hub'],
        people.map((one) => [
          one.id,
          one.name,
          one.email,
          one.region,
          one.organisation,
          one.role,
          one.hub ? 'yes' : 'no',
        ]),
      ),
    ],
    [
      'roster.csv',
      writeCsvTable(
        ['wave', 'id', 'asked', 'answered', 'opens', 'closes'],
        waves.flatMap(({ wave, answered, opens, closes }) =>
          people.map(({ id }) => [wave, id, 'yes', answered.has(id) ? 'yes' : 'no', opens, closes]),
        ),
      ),
    ],
    [
      'ties.csv',
      writeCsvTable(
        ['source', 'target', 'type', 'strength', 'wave'],
        waves.flatMap(({ wave, ties }) => ties.map((tie) => [tie.from, tie.to, 'advice', tie.strength, wave])),
      ),
    ],
    [
      'adoptions.csv',
      writeCsvTable(
        ['id', 'practice', 'time', 'censored'],
        adoptions.map(({ id, practice, time, censored }) => [id, practice, time, censored ? 1 : 0]),
      ),
    ],
    ['story.json', storyText(threeRegionsStory(example))],
  ]);
}

/** One act a line, so that a change of the story reads as one. */
function storyText({ acts, ...rest }: Story): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "acts": [\n${acts.map((act) => `    ${JSON.stringify(act)}`).join(',\n')}\n  ]\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  for (const [name, text] of threeRegionsFiles()) writeFileSync(join(folder, name), text);
}
