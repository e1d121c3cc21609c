/** A matching as a question and its answer: what may go to a thread of its own. */

import type { Candidate, MatchRules } from '../../../analysis/matching/candidate.ts';
import { type Circles, formCircles } from '../../../analysis/matching/circles.ts';
import { type Mentee, type Mentor, type MentorMatching, matchMentors } from '../../../analysis/matching/mentors.ts';
import { matchPairs, type PairMatching } from '../../../analysis/matching/pairs.ts';

export type MatchQuestion =
  | { what: 'mentors'; mentors: Mentor[]; mentees: Mentee[]; rules: MatchRules }
  | { what: 'pairs'; candidates: Candidate[]; rules: MatchRules }
  | { what: 'circles'; candidates: Candidate[]; size: number; rules: MatchRules };

export type MatchAnswer = MentorMatching | PairMatching | Circles;

export function matched(question: MatchQuestion): MatchAnswer {
  switch (question.what) {
    case 'mentors':
      return matchMentors(question.mentors, question.mentees, question.rules);
    case 'pairs':
      return matchPairs(question.candidates, question.rules);
    case 'circles':
      return formCircles(question.candidates, question.size, question.rules);
  }
}
