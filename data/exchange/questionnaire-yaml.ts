/**
 * A questionnaire as people write it, in YAML → data; or every problem with its line and field, as for a charter.
 */
import { Questionnaire } from '../records/index.ts';
import { settingOf } from './charter-settings.ts';
import { readCharterText } from './charter-syntax.ts';
import { wordsFor } from './charter-words.ts';
import { ImportError, Problems } from './import-error.ts';

const MOST_CHARACTERS = 100_000;

/** @throws ImportError naming every problem by line and field. */
export function readQuestionnaire(text: string, file: string): Questionnaire {
  const problems = new Problems();
  if (text.length > MOST_CHARACTERS) {
    throw new ImportError([
      {
        file,
        line: null,
        column: null,
        message: `is longer than ${MOST_CHARACTERS} characters; this is no questionnaire`,
      },
    ]);
  }
  const read = readCharterText(text.replace(/^\uFEFF/, ''));
  for (const { line, path, message } of read.problems) problems.add(file, line, path === '' ? null : path, message);
  const isObject = typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value);
  if (read.problems.length === 0 && !isObject) {
    problems.add(file, 1, null, 'is no questionnaire; weft questionnaires pulse shows how one is written');
  }
  problems.throwIfAny();
  const result = Questionnaire.safeParse(read.value, { error: wordsFor });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const { line } = read.placeOfKey([...issue.path, key]);
        problems.add(file, line, settingOf([...issue.path, key]), 'is no field of a questionnaire; remove it');
      }
    } else problems.add(file, read.placeOf(issue.path).line, settingOf(issue.path) || null, issue.message);
  }
  problems.throwIfAny();
  throw new Error('a questionnaire that is refused has a problem');
}
