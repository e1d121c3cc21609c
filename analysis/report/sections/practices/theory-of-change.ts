/** What the network believes in and wants to know, the stage of its growth, and what that stage selects. */
import type { BodyOf } from '../../../../data/records/index.ts';
import type { Cell } from '../../report-model.ts';
import { stageOf } from '../../stage-of-growth.ts';
import { date, list, many } from '../../words.ts';
import { type SectionOf, section } from '../section.ts';
import { whereWordsAre } from '../where-words-are.ts';

export const theoryOfChange: SectionOf = (scene) => {
  const records = scene.input.records.practices ?? {};
  const [theory] = records['theory-of-change'] ?? [];
  const questions = [...(records['learning-question'] ?? [])].sort(
    (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.at < b.at ? -1 : 1),
  );
  // One that nobody has given a place says nothing by its id and its day: their number does.
  const placed = questions.filter(({ place, item }) => place !== null || item !== null);
  const stage = stageOf(scene.input.records, scene.about);
  const stages = stage === null ? [] : [stageWords(stage)];
  return section('theory-of-change', 'What it believes in, and how far it has grown', {
    paragraphs: [
      ...stages,
      theory === undefined
        ? 'How what it does leads to what it wants is not written down yet.'
        : `How what it does leads to what it wants is written down in version ${theory.version}, of ${date(theory.at)}.`,
      questions.length === 0 ? 'No learning question is proposed yet.' : questionWords(questions),
    ],
    tables:
      placed.length === 0
        ? []
        : [
            {
              id: 'learning-questions',
              title: 'Learning questions, the most important first',
              columns: [
                { label: 'place', format: 'count' },
                { label: 'question', format: 'text' },
                { label: 'agenda item', format: 'text' },
                { label: 'proposed', format: 'date' },
              ],
              rows: placed.map(({ place, question, item, at }): Cell[] => [place, question, item, at.slice(0, 10)]),
              note: null,
            },
          ],
    notes: questions.length === 0 ? [] : [whereWordsAre(scene, 'learning-question', 'The words of the questions')],
  });
};

function questionWords(questions: readonly BodyOf<'learning-question'>[]): string {
  const ordered = questions.filter(({ place }) => place !== null).length;
  const proposed = `${many(questions.length, 'learning question')} proposed`;
  if (ordered === 0) return `${proposed}; whoever sets the agenda has not put them in order yet (order-questions).`;
  return ordered === questions.length
    ? `${proposed}, all of them in order.`
    : `${proposed}; ${ordered} in order, the others came later.`;
}

function stageWords({ stage, since, hides, rests }: NonNullable<ReturnType<typeof stageOf>>): string {
  const hidden = hides.length === 0 ? 'Reports show everything' : `Reports leave out ${list(hides)}`;
  const resting = rests.length === 0 ? 'all that is on is due' : `no new rounds of ${list(rests)} begin`;
  return `The network has been ${stage} since ${date(since)}. ${hidden}, and ${resting}.`;
}
