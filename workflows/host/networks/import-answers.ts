/**
 * Answers from a file, through the one port. All or nothing: every row is checked against the questionnaire, the roster and
 * who has answered already, and only then is the first one given. Such a file says beside each name what was answered:
 * whoever made it knows, whatever becomes of it here.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readAnswers } from '../../../data/exchange/answers-file.ts';
import { Problems } from '../../../data/exchange/import-error.ts';
import { checkAnswers } from '../../../data/questionnaires/index.ts';
import { answerRound, openRound, refuseUnlessTaken } from './answer-round.ts';
import { charterInForce } from './charter-in-force.ts';
import { memberOf, type PeoplePlaces, personNamed } from './people-named.ts';
import { RefusedError } from './refused.ts';

export interface AnswersImported {
  round: string;
  answered: number;
}

/** @throws ImportError naming every problem by file, line and field; RefusedError where the round is not open. */
export async function importAnswers(
  places: PeoplePlaces & { nowRealMs: number },
  network: string,
  roundName: string,
  path: string,
): Promise<AnswersImported> {
  const { now } = await charterInForce(places.store, network, places.nowRealMs);
  const round = await openRound(places, network, roundName);
  const file = basename(path);
  const filed = readAnswers(await readFile(path), file, round.questionnaire);
  const problems = new Problems();
  const rows = [];
  for (const { line, member, answers, contacts, contactLines } of filed) {
    const person = await memberNamed(places, network, member);
    if (person === null) problems.add(file, line, 'member', `is nobody in the roster of ${network}`);
    const named: typeof contacts = [];
    for (const [index, contact] of contacts.entries()) {
      const to = await memberNamed(places, network, contact.to);
      if (to === null) problems.add(file, contactLines[index] ?? line, 'to', `is nobody in the roster of ${network}`);
      else named.push({ ...contact, to });
    }
    const given = { answers, contacts: named };
    for (const { field, message } of checkAnswers(round.questionnaire, given, person).problems) {
      const entry = /^contacts, entry (\d+)/.exec(field ?? '');
      const at = entry === null ? line : (contactLines[Number(entry[1]) - 1] ?? line);
      problems.add(file, at, field, message);
    }
    if (person === null) continue;
    const membership = (await memberOf(places, network, person))?.status ?? null;
    if (membership !== 'active') problems.add(file, line, 'member', 'is not an active member');
    await refuseUnlessTaken(places, network, round, person).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
      problems.add(file, line, 'member', 'has answered already, or is not asked in this round');
    });
    rows.push({ person, membership, given });
  }
  problems.throwIfAny();
  for (const row of rows) await answerRound(places, network, { ...row, now, round: roundName });
  return { round: roundName, answered: rows.length };
}

async function memberNamed(places: PeoplePlaces, network: string, name: string): Promise<string | null> {
  const person = await personNamed(places, network, name);
  return person === null || (await memberOf(places, network, person)) === null ? null : person;
}
