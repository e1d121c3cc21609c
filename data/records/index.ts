/**
 * All kinds of record. To add one: a file in this folder, an import and a line here.
 */

import type { z } from 'zod';
import { AccessNeed } from './access-need.ts';
import { AccountabilityGroup } from './accountability-group.ts';
import { AccountabilityPart } from './accountability-part.ts';
import { Adoption } from './adoption.ts';
import { AgendaItem } from './agenda-item.ts';
import { Archive } from './archive.ts';
import { Artifact } from './artifact.ts';
import { ArtifactRating } from './artifact-rating.ts';
import { ArtifactUse } from './artifact-use.ts';
import { Charter } from './charter.ts';
import { Circle } from './circle.ts';
import { CircleMember } from './circle-member.ts';
import { Commitment } from './commitment.ts';
import { Constraint } from './constraint.ts';
import { Contribution } from './contribution.ts';
import { ContributionClaim } from './contribution-claim.ts';
import { Cycle } from './cycle.ts';
import { CycleBalance } from './cycle-balance.ts';
import { CycleFraming } from './cycle-framing.ts';
import { Decision } from './decision.ts';
import { DiversityCheck } from './diversity-check.ts';
import { Experiment } from './experiment.ts';
import { FacilitationTurn } from './facilitation-turn.ts';
import { FacilitatorTraining } from './facilitator-training.ts';
import type { Envelope } from './fact.ts';
import { Finding } from './finding.ts';
import { FollowUp } from './follow-up.ts';
import { Framing } from './framing.ts';
import { Goal } from './goal.ts';
import { HandOver } from './hand-over.ts';
import { Idea } from './idea.ts';
import { IdeaRound } from './idea-round.ts';
import { Impact } from './impact.ts';
import { Introduction } from './introduction.ts';
import { Invitation } from './invitation.ts';
import { JointProblem } from './joint-problem.ts';
import { KnowledgeChoice } from './knowledge-choice.ts';
import { KnowledgeNote } from './knowledge-note.ts';
import { KnowledgePrompt } from './knowledge-prompt.ts';
import { LearningQuestion } from './learning-question.ts';
import { Maturity } from './maturity.ts';
import { Member } from './member.ts';
import { MembershipTerm } from './membership-term.ts';
import { MentoringPart } from './mentoring-part.ts';
import { Mentorship } from './mentorship.ts';
import { Milestone } from './milestone.ts';
import { Newcomer } from './newcomer.ts';
import { Notice } from './notice.ts';
import { Objective } from './objective.ts';
import { Outcome } from './outcome.ts';
import { Pattern } from './pattern.ts';
import { Phase } from './phase.ts';
import { Priority } from './priority.ts';
import { Probe } from './probe.ts';
import { Problem } from './problem.ts';
import { Proposal } from './proposal.ts';
import { QuestionLoad } from './question-load.ts';
import { QuestionPlace } from './question-place.ts';
import { QuestionnaireAnswer } from './questionnaire-answer.ts';
import { QuestionnaireRound } from './questionnaire-round.ts';
import { Readiness } from './readiness.ts';
import { Recognition } from './recognition.ts';
import { Report } from './report.ts';
import { Response } from './response.ts';
import { Ritual } from './ritual.ts';
import { RitualPart } from './ritual-part.ts';
import { Role } from './role.ts';
import { SaidAndDid } from './said-and-did.ts';
import { Session } from './session.ts';
import { SessionDecision } from './session-decision.ts';
import { SkillClaim } from './skill-claim.ts';
import { SkillEndorsement } from './skill-endorsement.ts';
import { SkillNeed } from './skill-need.ts';
import { Snapshot } from './snapshot.ts';
import { Sparing } from './sparing.ts';
import { Stipend } from './stipend.ts';
import { Story } from './story.ts';
import { Succession } from './succession.ts';
import { SupportAnswer } from './support-answer.ts';
import { SupportRequest } from './support-request.ts';
import { SustainmentGate } from './sustainment-gate.ts';
import { Switch } from './switch.ts';
import { Takeaway } from './takeaway.ts';
import { TheoryOfChange } from './theory-of-change.ts';
import { Tie } from './tie.ts';
import { TieRating } from './tie-rating.ts';
import { Variant } from './variant.ts';
import { VariantArm } from './variant-arm.ts';
import { Vote } from './vote.ts';
import { VoteResult } from './vote-result.ts';
import { Wave } from './wave.ts';
import { WinDigest } from './win-digest.ts';

export const KINDS = {
  charter: Charter,
  role: Role,
  member: Member,
  readiness: Readiness,
  priority: Priority,
  vote: Vote,
  'vote-result': VoteResult,
  'agenda-item': AgendaItem,
  phase: Phase,
  cycle: Cycle,
  contribution: Contribution,
  wave: Wave,
  response: Response,
  tie: Tie,
  adoption: Adoption,
  snapshot: Snapshot,
  finding: Finding,
  proposal: Proposal,
  decision: Decision,
  introduction: Introduction,
  outcome: Outcome,
  report: Report,
  notice: Notice,
  switch: Switch,
  'support-request': SupportRequest,
  'support-answer': SupportAnswer,
  commitment: Commitment,
  'skill-claim': SkillClaim,
  'skill-endorsement': SkillEndorsement,
  story: Story,
  experiment: Experiment,
  newcomer: Newcomer,
  'facilitation-turn': FacilitationTurn,
  'facilitator-training': FacilitatorTraining,
  takeaway: Takeaway,
  'accountability-group': AccountabilityGroup,
  'accountability-part': AccountabilityPart,
  mentorship: Mentorship,
  'mentoring-part': MentoringPart,
  artifact: Artifact,
  'artifact-rating': ArtifactRating,
  'artifact-use': ArtifactUse,
  invitation: Invitation,
  'diversity-check': DiversityCheck,
  goal: Goal,
  constraint: Constraint,
  probe: Probe,
  framing: Framing,
  'cycle-framing': CycleFraming,
  milestone: Milestone,
  objective: Objective,
  maturity: Maturity,
  'learning-question': LearningQuestion,
  'theory-of-change': TheoryOfChange,
  problem: Problem,
  session: Session,
  ritual: Ritual,
  'ritual-part': RitualPart,
  'idea-round': IdeaRound,
  idea: Idea,
  'knowledge-prompt': KnowledgePrompt,
  'knowledge-note': KnowledgeNote,
  pattern: Pattern,
  circle: Circle,
  'circle-member': CircleMember,
  'session-decision': SessionDecision,
  'joint-problem': JointProblem,
  'access-need': AccessNeed,
  stipend: Stipend,
  'questionnaire-round': QuestionnaireRound,
  'questionnaire-answer': QuestionnaireAnswer,
  'tie-rating': TieRating,
  'said-and-did': SaidAndDid,
  'cycle-balance': CycleBalance,
  'follow-up': FollowUp,
  'knowledge-choice': KnowledgeChoice,
  'sustainment-gate': SustainmentGate,
  'hand-over': HandOver,
  archive: Archive,
  'membership-term': MembershipTerm,
  succession: Succession,
  'question-load': QuestionLoad,
  'question-place': QuestionPlace,
  sparing: Sparing,
  impact: Impact,
  'win-digest': WinDigest,
  recognition: Recognition,
  'contribution-claim': ContributionClaim,
  'skill-need': SkillNeed,
  variant: Variant,
  'variant-arm': VariantArm,
} as const;

export type Kind = keyof typeof KINDS;

/** What a fact of a kind says. */
export type BodyOf<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>;

/** A dated, sourced, append-only statement. */
export type Fact<K extends Kind = Kind> = K extends Kind
  ? Omit<z.infer<typeof Envelope>, 'kind'> & { kind: K; body: BodyOf<K> }
  : never;

/** What a caller appends: the store adds the subject (from the body) and nothing else. */
export type NewFact<K extends Kind = Kind> = K extends Kind ? Omit<Fact<K>, 'subject'> : never;

export const KIND_NAMES = Object.keys(KINDS) as Kind[];

export { ARTIFACT_TYPES, Tag } from './artifact.ts';
export type { CharterDocument, CharterInput, HealthRule, RightName } from './charter.ts';
export { CharterDocument as CharterSchema, ROLE_NAMES, RoleName } from './charter.ts';
export { TIERS } from './circle.ts';
export type { Attributes, AttributeValue, Id, Instant, ObservedTime, TextRef } from './common.ts';
export { NetworkId, subjectOf } from './common.ts';
export { MADE_POSSIBLE } from './constraint.ts';
export { CONFIDENCES, RIVALS, STANDINGS } from './contribution-claim.ts';
export { TRIALS } from './experiment.ts';
export { Envelope, Source } from './fact.ts';
export { LEARNED_AFTER } from './knowledge-prompt.ts';
export { MENTORSHIPS } from './mentoring-part.ts';
export { MEETING_RHYTHMS } from './mentorship.ts';
export type { MeasurableRecords, NetworkRecords, PracticeRecords } from './network-records.ts';
export { PRACTICE_KINDS } from './network-records.ts';
export {
  type BeginsIn,
  CHAPTERS,
  type Chapter,
  LIFECYCLE_PRACTICES,
  type LifecyclePractice,
  type LifeEvent,
  PRACTICE_NAMES,
  PRACTICES,
  type Practice,
  type PracticeName,
  type PracticesOn,
  type SettingsOf,
} from './practices/index.ts';
export { ProbeName } from './probe.ts';
export { Measure, Unit } from './problem.ts';
export { MODALITIES, Questionnaire, type QuestionnaireItem, QuestionnaireName, SCALE_POINTS } from './questionnaire.ts';
export type { QuestionnaireRoundBody } from './questionnaire-round.ts';
export type { RecognitionDeed } from './recognition.ts';
export type { RecordKind } from './record-kind.ts';
export { ClockTime, Rhythm } from './ritual.ts';
export { FORMATS, LocalTime } from './session.ts';
export { Skill } from './skill-claim.ts';
export { STAGES, type Stage } from './stages.ts';
export { VALUES } from './story.ts';
export { FUTURES, GATES } from './sustainment-gate.ts';
export { type Coded, countTies, distinct, type Ties, type TieTable, tieRows, tieTableOf } from './tie-table.ts';
export { ARMS, type Arm, ArmsBy, VARIANT_OUTCOMES, type VariantOutcome } from './variant.ts';
