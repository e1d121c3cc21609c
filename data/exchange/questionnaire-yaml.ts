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
  for (const { line, path, message } of read.problems) problems.add(file, line, null, atField(path, message));
  const isObject = typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value);
  if (read.problems.length === 0 && !isObject) {
    problems.add(file, 1, null, 'is no questionnaire; weft questionnaires pulse --json shows how one is written');
  }
  problems.throwIfAny();
  const result = Questionnaire.safeParse(read.value, { error: wordsFor });
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => {
          const path = [...issue.path, key];
          const message = atField(settingOf(path), 'is no field of a questionnaire; remove it');
          return { line: read.placeOfKey(path).line, message };
        })
      : [{ line: read.placeOf(issue.path).line, message: atField(settingOf(issue.path), issue.message) }],
  );
  for (const { line, message } of found.sort((a, b) => a.line - b.line)) problems.add(file, line, null, message);
  problems.throwIfAny();
  throw new Error('a questionnaire that is refused has a problem');
}

/** Fields are no columns: they are named in the message, as a charter's settings are. */
function atField(path: string, message: string): string {
  return path === '' ? message : `${path}: ${message}`;
}
