/**
 * People are matched where it holds nobody up: a few at once, more than that in a thread of their own, because a thousand
 * take seconds. The answer is the same to the byte.
 */
import type { Circles } from '../../../analysis/matching/circles.ts';
import type { MentorMatching } from '../../../analysis/matching/mentors.ts';
import type { PairMatching } from '../../../analysis/matching/pairs.ts';
import { inThread } from '../in-thread.ts';
import { type MatchAnswer, type MatchQuestion, matched } from './matched.ts';

export { candidatesIn, rulesFrom, tiesIn } from './candidates.ts';

/** So many take a few milliseconds: a thread of their own takes longer to begin. */
const AT_ONCE = 60;

interface AnswerTo {
  mentors: MentorMatching;
  pairs: PairMatching;
  circles: Circles;
}

export async function match<What extends MatchQuestion['what']>(
  question: Extract<MatchQuestion, { what: What }>,
): Promise<AnswerTo[What]> {
  const answer =
    sizeOf(question) <= AT_ONCE
      ? matched(question)
      : await inThread<MatchAnswer>(new URL('./match-thread.mjs', import.meta.url), question);
  // The question says which of the answers it is.
  return answer as AnswerTo[What];
}

function sizeOf(question: MatchQuestion): number {
  return question.what === 'mentors' ? question.mentors.length + question.mentees.length : question.candidates.length;
}
