/**
 * The questionnaires that ship, each a YAML file in this folder, and how one is found: a charter's own of that name goes
 * before ours.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readQuestionnaire } from '../exchange/questionnaire-yaml.ts';
import type { Questionnaire } from '../records/index.ts';

export { type AnswerProblem, type CheckedAnswers, checkAnswers, type GivenAnswers } from './check-answers.ts';
export { counted, resultsOf, showable, type Tally } from './tally.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

let kept: readonly Questionnaire[] | null = null;

/** In order of their names. */
export function builtInQuestionnaires(): readonly Questionnaire[] {
  kept ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readQuestionnaire(readFileSync(`${FOLDER}${file}`, 'utf8'), file));
  return kept;
}

/** The text of one that ships, for whoever writes one of their own; null where there is none of that name. */
export function questionnaireText(name: string): string | null {
  if (!builtInQuestionnaires().some(({ questionnaire }) => questionnaire === name)) return null;
  return readFileSync(`${FOLDER}${name}.yaml`, 'utf8');
}

/** Null where there is none of that name. */
export function questionnaireNamed(own: readonly Questionnaire[], name: string): Questionnaire | null {
  const isIt = ({ questionnaire }: Questionnaire) => questionnaire === name;
  return own.find(isIt) ?? builtInQuestionnaires().find(isIt) ?? null;
}
