/** The messages of all practices. To add a practice's: a file in this folder, an import and a line in each list. */
import { ACCESS_NOTICES, accessActions } from './access.ts';
import type { BurdenActivities } from './burden.ts';
import { COMMITMENT_NOTICES, commitmentActions } from './commitments.ts';
import { IDEA_NOTICES, ideaActions } from './diverge-converge.ts';
import { DIVERSITY_NOTICES, type DiversityActivities } from './diversity.ts';
import { EXPERIMENT_NOTICES, experimentActions } from './experiments.ts';
import { expertiseActions } from './expertise-map.ts';
import { MEMBERSHIP_NOTICES, type MembershipTermActivities, membershipTermActions } from './membership-terms.ts';
import { PEER_SUPPORT_NOTICES, type PeerSupportActivities, peerSupportActions } from './peer-support.ts';
import { PROBLEM_NOTICES, problemActions } from './problems.ts';
import { QUESTIONNAIRE_NOTICES, type QuestionnaireActivities, questionnaireActions } from './questionnaires.ts';
import { REPOSITORY_NOTICES, repositoryActions } from './repository.ts';
import { RITUAL_NOTICES, type RitualActivities, ritualActions } from './rituals.ts';
import { SESSION_NOTICES, sessionActions } from './sessions.ts';
import { storyActions } from './stories.ts';
import { THEORY_NOTICES, theoryActions } from './theory-of-change.ts';

export type { Point } from './questionnaires.ts';

import { SUCCESSION_NOTICES, successionActions } from './succession.ts';
import { SUSTAINMENT_NOTICES, type SustainmentActivities, sustainmentActions } from './sustainment.ts';
import { TACIT_NOTICES, tacitActions } from './tacit-knowledge.ts';

export const PRACTICE_ACTIONS = {
  ...peerSupportActions,
  ...commitmentActions,
  ...expertiseActions,
  ...storyActions,
  ...experimentActions,
  ...accessActions,
  ...theoryActions,
  ...repositoryActions,
  ...problemActions,
  ...sessionActions,
  ...ritualActions,
  ...questionnaireActions,
  ...sustainmentActions,
  ...membershipTermActions,
  ...successionActions,
  ...ideaActions,
  ...tacitActions,
} as const;

export const PRACTICE_NOTICES = [
  ...PEER_SUPPORT_NOTICES,
  ...COMMITMENT_NOTICES,
  ...EXPERIMENT_NOTICES,
  ...THEORY_NOTICES,
  ...DIVERSITY_NOTICES,
  ...ACCESS_NOTICES,
  ...REPOSITORY_NOTICES,
  ...PROBLEM_NOTICES,
  ...SESSION_NOTICES,
  ...RITUAL_NOTICES,
  ...QUESTIONNAIRE_NOTICES,
  ...SUSTAINMENT_NOTICES,
  ...MEMBERSHIP_NOTICES,
  ...SUCCESSION_NOTICES,
  ...IDEA_NOTICES,
  ...TACIT_NOTICES,
] as const;

/** What practices need besides what every network does: choosing people, looking at the store. */
export interface PracticeActivities
  extends PeerSupportActivities,
    DiversityActivities,
    RitualActivities,
    SustainmentActivities,
    MembershipTermActivities {}
export interface PracticeActivities extends PeerSupportActivities, DiversityActivities, BurdenActivities {}
export interface PracticeActivities extends PeerSupportActivities {}
export interface PracticeActivities extends PeerSupportActivities, RitualActivities {}

export { CALENDAR_NOTICES, type CalendarNotice } from './calendar-notices.ts';
export interface PracticeActivities extends PeerSupportActivities, QuestionnaireActivities {}
