/** What played people do about each practice. To add one: a file here, an import and a line. */

import type { PracticeName } from '../../../data/records/index.ts';
import { access } from './access.ts';
import { accountability } from './accountability.ts';
import { afterAction } from './after-action.ts';
import { alignment } from './alignment.ts';
import { attribution } from './attribution.ts';
import { circles } from './circles.ts';
import { commitments } from './commitments.ts';
import { divergeConverge } from './diverge-converge.ts';
import { experiments } from './experiments.ts';
import { expertiseMap } from './expertise-map.ts';
import { facilitation } from './facilitation.ts';
import { followUp } from './follow-up.ts';
import { framing } from './framing.ts';
import type { Habit } from './habit.ts';
import { impact } from './impact.ts';
import { knowledgeChecks } from './knowledge-checks.ts';
import { membershipTerms } from './membership-terms.ts';
import { mentorship } from './mentorship.ts';
import { newcomers } from './newcomers.ts';
import { peerSupport } from './peer-support.ts';
import { probes } from './probes.ts';
import { problems } from './problems.ts';
import { pulse } from './pulse.ts';
import { recognition } from './recognition.ts';
import { reflection } from './reflection.ts';
import { repository } from './repository.ts';
import { rituals } from './rituals.ts';
import { sessions } from './sessions.ts';
import { stories } from './stories.ts';
import { succession } from './succession.ts';
import { tacitKnowledge } from './tacit-knowledge.ts';
import { theoryOfChange } from './theory-of-change.ts';
import { variants } from './variants.ts';
import { wins } from './wins.ts';

export const HABITS: Record<PracticeName, Habit> = {
  'peer-support': peerSupport,
  commitments,
  'expertise-map': expertiseMap,
  stories,
  experiments,
  probes,
  framing,
  alignment,
  newcomers,
  'theory-of-change': theoryOfChange,
  // Its decision is the lead's, and is made as any other: see lifecycle.ts.
  diversity: { whenAsked: {} },
  access,
  // Nobody does anything: it is counted.
  burden: { whenAsked: {} },
  facilitation,
  accountability,
  mentorship,
  repository,
  problems,
  sessions,
  rituals,
  pulse,
  'membership-terms': membershipTerms,
  succession,
  'diverge-converge': divergeConverge,
  'tacit-knowledge': tacitKnowledge,
  impact,
  wins,
  circles,
  'after-action': afterAction,
  reflection,
  'knowledge-checks': knowledgeChecks,
  'follow-up': followUp,
  recognition,
  attribution,
  variants,
};
