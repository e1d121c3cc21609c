/**
 * What a measurement reads: the bodies of the facts that hold as of a date, or what a folder of files says.
 * The store, the file readers and the tests all hand this one shape to `analysis`.
 */

import type { AccessNeedBody } from './access-need.ts';
import type { AdoptionBody } from './adoption.ts';
import type { AgendaItemBody } from './agenda-item.ts';
import type { ArtifactBody } from './artifact.ts';
import type { ArtifactRatingBody } from './artifact-rating.ts';
import type { ArtifactUseBody } from './artifact-use.ts';
import type { CircleBody } from './circle.ts';
import type { CircleMemberBody } from './circle-member.ts';
import type { CommitmentBody } from './commitment.ts';
import type { ConstraintBody } from './constraint.ts';
import type { ContributionBody } from './contribution.ts';
import type { ContributionClaimBody } from './contribution-claim.ts';
import type { CycleBody } from './cycle.ts';
import type { CycleBalanceBody } from './cycle-balance.ts';
import type { CycleFramingBody } from './cycle-framing.ts';
import type { DiversityCheckBody } from './diversity-check.ts';
import type { ExperimentBody } from './experiment.ts';
import type { FacilitationTurnBody } from './facilitation-turn.ts';
import type { FacilitatorTrainingBody } from './facilitator-training.ts';
import type { FollowUpBody } from './follow-up.ts';
import type { FramingBody } from './framing.ts';
import type { GoalBody } from './goal.ts';
import type { HandOverBody } from './hand-over.ts';
import type { IdeaRoundBody } from './idea-round.ts';
import type { ImpactBody } from './impact.ts';
import type { IntroductionBody } from './introduction.ts';
import type { InvitationBody } from './invitation.ts';
import type { KnowledgeNoteBody } from './knowledge-note.ts';
import type { KnowledgePromptBody } from './knowledge-prompt.ts';
import type { LearningQuestionBody } from './learning-question.ts';
import type { MaturityBody } from './maturity.ts';
import type { MemberBody } from './member.ts';
import type { MembershipTermBody } from './membership-term.ts';
import type { MentorshipBody } from './mentorship.ts';
import type { MilestoneBody } from './milestone.ts';
import type { NewcomerBody } from './newcomer.ts';
import type { ObjectiveBody } from './objective.ts';
import type { PatternBody } from './pattern.ts';
import type { ProbeBody } from './probe.ts';
import type { ProblemBody } from './problem.ts';
import type { QuestionLoadBody } from './question-load.ts';
import type { QuestionnaireRoundBody } from './questionnaire-round.ts';
import type { RecognitionBody } from './recognition.ts';
import type { ResponseBody } from './response.ts';
import type { RitualBody } from './ritual.ts';
import type { SaidAndDidBody } from './said-and-did.ts';
import type { SessionBody } from './session.ts';
import type { SkillClaimBody } from './skill-claim.ts';
import type { SkillEndorsementBody } from './skill-endorsement.ts';
import type { SkillNeedBody } from './skill-need.ts';
import type { StipendBody } from './stipend.ts';
import type { StoryBody } from './story.ts';
import type { SuccessionBody } from './succession.ts';
import type { SupportRequestBody } from './support-request.ts';
import type { SustainmentGateBody } from './sustainment-gate.ts';
import type { TakeawayBody } from './takeaway.ts';
import type { TheoryOfChangeBody } from './theory-of-change.ts';
import type { TieBody } from './tie.ts';
import type { TieRatingBody } from './tie-rating.ts';
import type { Ties } from './tie-table.ts';
import type { VariantBody } from './variant.ts';
import type { VariantArmBody } from './variant-arm.ts';
import type { VoteResultBody } from './vote-result.ts';
import type { WaveBody } from './wave.ts';
import type { WinDigestBody } from './win-digest.ts';

export interface NetworkRecords {
  members: MemberBody[];
  ties: TieBody[];
  adoptions: AdoptionBody[];
  waves: WaveBody[];
  responses: ResponseBody[];
  contributions: ContributionBody[];
  /** What practices left behind, by kind; files carry none. */
  practices?: Partial<PracticeRecords>;
}

export interface PracticeRecords {
  'support-request': SupportRequestBody[];
  commitment: CommitmentBody[];
  'skill-claim': SkillClaimBody[];
  'skill-endorsement': SkillEndorsementBody[];
  story: StoryBody[];
  experiment: ExperimentBody[];
  newcomer: NewcomerBody[];
  'facilitation-turn': FacilitationTurnBody[];
  'facilitator-training': FacilitatorTrainingBody[];
  takeaway: TakeawayBody[];
  mentorship: MentorshipBody[];
  introduction: IntroductionBody[];
  artifact: ArtifactBody[];
  'artifact-rating': ArtifactRatingBody[];
  'artifact-use': ArtifactUseBody[];
  invitation: InvitationBody[];
  'diversity-check': DiversityCheckBody[];
  'vote-result': VoteResultBody[];
  'agenda-item': AgendaItemBody[];
  cycle: CycleBody[];
  goal: GoalBody[];
  constraint: ConstraintBody[];
  probe: ProbeBody[];
  framing: FramingBody[];
  'cycle-framing': CycleFramingBody[];
  milestone: MilestoneBody[];
  objective: ObjectiveBody[];
  maturity: MaturityBody[];
  'learning-question': LearningQuestionBody[];
  'theory-of-change': TheoryOfChangeBody[];
  problem: ProblemBody[];
  session: SessionBody[];
  ritual: RitualBody[];
  circle: CircleBody[];
  'circle-member': CircleMemberBody[];
  'access-need': AccessNeedBody[];
  stipend: StipendBody[];
  'questionnaire-round': QuestionnaireRoundBody[];
  'tie-rating': TieRatingBody[];
  'sustainment-gate': SustainmentGateBody[];
  'hand-over': HandOverBody[];
  'membership-term': MembershipTermBody[];
  succession: SuccessionBody[];
  'question-load': QuestionLoadBody[];
  'knowledge-prompt': KnowledgePromptBody[];
  'knowledge-note': KnowledgeNoteBody[];
  pattern: PatternBody[];
  'idea-round': IdeaRoundBody[];
  impact: ImpactBody[];
  'win-digest': WinDigestBody[];
  'said-and-did': SaidAndDidBody[];
  'cycle-balance': CycleBalanceBody[];
  'follow-up': FollowUpBody[];
  recognition: RecognitionBody[];
  'contribution-claim': ContributionClaimBody[];
  'skill-need': SkillNeedBody[];
  variant: VariantBody[];
  'variant-arm': VariantArmBody[];
}

/** The same with ties as rows or in columns: what a measurement takes. */
export type MeasurableRecords = Omit<NetworkRecords, 'ties'> & { ties: Ties };

/** The kinds of record that metrics of practices read. */
export const PRACTICE_KINDS = [
  'support-request',
  'commitment',
  'skill-claim',
  'skill-endorsement',
  'story',
  'experiment',
  'newcomer',
  'facilitation-turn',
  'facilitator-training',
  'takeaway',
  'mentorship',
  'introduction',
  'artifact',
  'artifact-rating',
  'artifact-use',
  'invitation',
  'diversity-check',
  'vote-result',
  'agenda-item',
  'cycle',
  'goal',
  'constraint',
  'probe',
  'framing',
  'cycle-framing',
  'milestone',
  'objective',
  'maturity',
  'learning-question',
  'theory-of-change',
  'problem',
  'session',
  'ritual',
  'circle',
  'circle-member',
  'access-need',
  'stipend',
  'questionnaire-round',
  'tie-rating',
  'sustainment-gate',
  'hand-over',
  'membership-term',
  'succession',
  'question-load',
  'knowledge-prompt',
  'knowledge-note',
  'pattern',
  'idea-round',
  'impact',
  'win-digest',
  'said-and-did',
  'cycle-balance',
  'follow-up',
  'recognition',
  'contribution-claim',
  'skill-need',
  'variant',
  'variant-arm',
] as const satisfies readonly (keyof PracticeRecords)[];
