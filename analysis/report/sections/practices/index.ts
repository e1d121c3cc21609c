/**
 * A section for each practice that the charter has switched on; null where the status shows it, or another section does.
 * To add one: a file here, an import and a line.
 */

import { PRACTICE_NAMES, type PracticeName } from '../../../../data/records/index.ts';
import type { Section } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';
import type { SectionOf } from '../section.ts';
import { access } from './access.ts';
import { accountability } from './accountability.ts';
import { afterAction } from './after-action.ts';
import { attribution } from './attribution.ts';
import { burden } from './burden.ts';
import { circles } from './circles.ts';
import { commitments } from './commitments.ts';
import { divergeConverge } from './diverge-converge.ts';
import { diversity } from './diversity.ts';
import { experiments } from './experiments.ts';
import { expertiseMap } from './expertise-map.ts';
import { facilitation } from './facilitation.ts';
import { followUp } from './follow-up.ts';
import { framing } from './framing.ts';
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
import { alignment } from './sponsor.ts';
import { stories } from './stories.ts';
import { succession } from './succession.ts';
import { tacitKnowledge } from './tacit-knowledge.ts';
import { theoryOfChange } from './theory-of-change.ts';
import { variants } from './variants.ts';
import { wins } from './wins.ts';

const SECTION_OF: Record<PracticeName, SectionOf | null> = {
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
};

export function practices(scene: Scene): Section[] {
  const on = scene.about.practices ?? {};
  return PRACTICE_NAMES.filter((name) => on[name] !== undefined).flatMap((name) => SECTION_OF[name]?.(scene) ?? []);
}
