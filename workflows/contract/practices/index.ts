/** The messages of all practices. To add a practice's: a file in this folder, an import and a line in each list. */

import { ACCESS_NOTICES, accessActions } from './access.ts';
import { ACCOUNTABILITY_NOTICES, type AccountabilityActivities, accountabilityActions } from './accountability.ts';
import { AFTER_ACTION_NOTICES, afterActionActions } from './after-action.ts';
import { ALIGNMENT_NOTICES, alignmentActions } from './alignment.ts';
import { ATTRIBUTION_NOTICES, attributionActions } from './attribution.ts';
import type { BurdenActivities } from './burden.ts';
import { CIRCLE_NOTICES, circleActions } from './circles.ts';
import { COMMITMENT_NOTICES, commitmentActions } from './commitments.ts';
import { IDEA_NOTICES, ideaActions } from './diverge-converge.ts';
import { DIVERSITY_NOTICES, type DiversityActivities } from './diversity.ts';
import { EXPERIMENT_NOTICES, experimentActions } from './experiments.ts';
import { type ExpertiseActivities, expertiseActions } from './expertise-map.ts';
import { FACILITATION_NOTICES, type FacilitationActivities, facilitationActions } from './facilitation.ts';
import { type FollowUpActivities, followUpActions } from './follow-up.ts';
import { FRAMING_NOTICES, framingActions } from './framing.ts';
import { type ImpactActivities, impactActions } from './impact.ts';
import { knowledgeActions } from './knowledge-checks.ts';
import { MEMBERSHIP_NOTICES, type MembershipTermActivities, membershipTermActions } from './membership-terms.ts';
import { MENTORSHIP_NOTICES, type MentorshipActivities, mentorshipActions } from './mentorship.ts';
import { NEWCOMER_NOTICES, type NewcomersActivities, newcomerActions } from './newcomers.ts';
import { PEER_SUPPORT_NOTICES, type PeerSupportActivities, peerSupportActions } from './peer-support.ts';
import { PROBE_NOTICES, probeActions } from './probes.ts';
import { PROBLEM_NOTICES, problemActions } from './problems.ts';
import { QUESTIONNAIRE_NOTICES, type QuestionnaireActivities, questionnaireActions } from './questionnaires.ts';
import { RECOGNITION_NOTICES, type RecognitionActivities, recognitionActions } from './recognition.ts';
import { REFLECTION_NOTICES, type ReflectionActivities, reflectionActions } from './reflection.ts';
import { REPOSITORY_NOTICES, repositoryActions } from './repository.ts';
import { RITUAL_NOTICES, type RitualActivities, ritualActions } from './rituals.ts';
import { SESSION_NOTICES, sessionActions } from './sessions.ts';
import { type StoryActivities, storyActions } from './stories.ts';
import { SUCCESSION_NOTICES, successionActions } from './succession.ts';
import { SUSTAINMENT_NOTICES, type SustainmentActivities, sustainmentActions } from './sustainment.ts';
import { TACIT_NOTICES, tacitActions } from './tacit-knowledge.ts';
import { THEORY_NOTICES, theoryActions } from './theory-of-change.ts';
import { VARIANT_NOTICES, type VariantActivities, variantActions } from './variants.ts';
import { WINS_NOTICES, type WinsActivities, winsActions } from './wins.ts';

export const PRACTICE_ACTIONS = {
  ...peerSupportActions,
  ...commitmentActions,
  ...expertiseActions,
  ...storyActions,
  ...experimentActions,
  ...probeActions,
  ...framingActions,
  ...alignmentActions,
  ...newcomerActions,
  ...accessActions,
  ...theoryActions,
  ...facilitationActions,
  ...accountabilityActions,
  ...mentorshipActions,
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
  ...impactActions,
  ...winsActions,
  ...circleActions,
  ...afterActionActions,
  ...reflectionActions,
  ...knowledgeActions,
  ...followUpActions,
  ...recognitionActions,
  ...attributionActions,
  ...variantActions,
} as const;

export const PRACTICE_NOTICES = [
  ...PEER_SUPPORT_NOTICES,
  ...COMMITMENT_NOTICES,
  ...EXPERIMENT_NOTICES,
  ...PROBE_NOTICES,
  ...FRAMING_NOTICES,
  ...ALIGNMENT_NOTICES,
  ...NEWCOMER_NOTICES,
  ...THEORY_NOTICES,
  ...DIVERSITY_NOTICES,
  ...ACCESS_NOTICES,
  ...FACILITATION_NOTICES,
  ...ACCOUNTABILITY_NOTICES,
  ...MENTORSHIP_NOTICES,
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
  ...WINS_NOTICES,
  ...CIRCLE_NOTICES,
  ...AFTER_ACTION_NOTICES,
  ...REFLECTION_NOTICES,
  ...RECOGNITION_NOTICES,
  ...ATTRIBUTION_NOTICES,
  ...VARIANT_NOTICES,
] as const;

/** What practices need besides what every network does: choosing people, looking at the store. */
export interface PracticeActivities
  extends AccountabilityActivities,
    BurdenActivities,
    DiversityActivities,
    ExpertiseActivities,
    FacilitationActivities,
    FollowUpActivities,
    ImpactActivities,
    MembershipTermActivities,
    MentorshipActivities,
    NewcomersActivities,
    PeerSupportActivities,
    QuestionnaireActivities,
    RecognitionActivities,
    ReflectionActivities,
    RitualActivities,
    StoryActivities,
    SustainmentActivities,
    VariantActivities,
    WinsActivities {}

export { CALENDAR_NOTICES, type CalendarNotice } from './calendar-notices.ts';
export type { Point } from './questionnaires.ts';
