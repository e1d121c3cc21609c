/** What each practice does. To add one: its folder, an import and a line here. */

import type { PracticeName } from '../../../data/records/index.ts';
import { access } from './access/decide.ts';
import { accountability } from './accountability/decide.ts';
import { afterAction } from './after-action/decide.ts';
import { alignment } from './alignment/decide.ts';
import { attribution } from './attribution/decide.ts';
import { burden } from './burden/decide.ts';
import { circles } from './circles/decide.ts';
import { commitments } from './commitments/decide.ts';
import { divergeConverge } from './diverge-converge/decide.ts';
import { diversity } from './diversity/decide.ts';
import { experiments } from './experiments/decide.ts';
import { expertiseMap } from './expertise-map/decide.ts';
import { facilitation } from './facilitation/decide.ts';
import { followUp } from './follow-up/decide.ts';
import { framing } from './framing/decide.ts';
import { impact } from './impact/decide.ts';
import { knowledgeChecks } from './knowledge-checks/decide.ts';
import { membershipTerms } from './membership-terms/decide.ts';
import { mentorship } from './mentorship/decide.ts';
import { newcomers } from './newcomers/decide.ts';
import { peerSupport } from './peer-support/decide.ts';
import { probes } from './probes/decide.ts';
import { problems } from './problems/decide.ts';
import { pulse } from './pulse/decide.ts';
import { recognition } from './recognition/decide.ts';
import { reflection } from './reflection/decide.ts';
import { repository } from './repository/decide.ts';
import { rituals } from './rituals/decide.ts';
import { sessions } from './sessions/decide.ts';
import { stories } from './stories/decide.ts';
import { succession } from './succession/decide.ts';
import { tacitKnowledge } from './tacit-knowledge/decide.ts';
import { theoryOfChange } from './theory-of-change/decide.ts';
import { variants } from './variants/decide.ts';
import { wins } from './wins/decide.ts';

export const MODULES = {
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
  diversity,
  access,
  burden,
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
} as const satisfies Record<PracticeName, unknown>;
