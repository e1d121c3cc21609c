/**
 * What workflows ask of the world: the activities' signatures. Each takes one object and gives one object, is safe to
 * repeat, and carries ids and headline numbers only.
 */
import type { BodyOf, Instant, Kind, RoleName, Source } from '../../data/records/index.ts';
import type { ProgrammeClock } from './clock.ts';
import type { Policy } from './policy.ts';
import { PRACTICE_NOTICES, type PracticeActivities } from './practices/index.ts';

/** A fact as a workflow wishes it: the network and the envelope's rest are added by the activity. */
export type FactDraft<K extends Kind = Kind> = K extends Kind
  ? { kind: K; body: BodyOf<K>; validFrom: Instant; key: string; retracted?: boolean }
  : never;

export interface NoticeDraft {
  /** Stable id: the same notice is sent once. */
  id: string;
  person: string;
  template: NoticeTemplate;
  about: string;
  /** Reference to words that the notice hands on. */
  text?: string;
  /** It asks for something, so that it counts among what is asked of the person. */
  asks?: true;
}

export const NOTICE_TEMPLATES = [
  'readiness-asked',
  'priorities-open',
  'vote-open',
  'agenda-asked',
  'agenda-revised',
  'goal-review',
  'goal-review-reminder',
  'goal-review-escalated',
  'invitation',
  'invitation-reminder',
  'waiting-list',
  'place-free',
  'welcome',
  'stage-open',
  'survey-open',
  'survey-reminder',
  'decision-asked',
  'decision-reminder',
  'decision-escalated',
  'introduction-asked',
  'introduction-agreed',
  'introduction-confirm',
  'introduction-off',
  'network-closed',
  ...PRACTICE_NOTICES,
] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

export interface CalendarStep {
  name: string;
  /** An ISO-8601 duration. */
  add: string;
  /** The step from which it counts. */
  after?: string;
  /** The day (2026-04-01) from whose morning it counts. */
  on?: string;
  /** With `on`: at this time of that day (09:00), to the minute; blackouts do not move what somebody set for a day. */
  at?: string;
  before?: boolean;
}

export interface InboxDraft {
  id: string;
  /** A person's id, or `role:<role>`. */
  person: string;
  action: string;
  about: string;
  since: Instant;
  until: Instant | null;
}

/** What there is to ask for: everything that workflows may wish, whoever performs it. */
export interface Activities extends NetworkActivities, MeasuringActivities {}

/** Performed where the network is run: facts, people, mails, files; and what practices need besides. */
export interface NetworkActivities extends PracticeActivities {
  appendFacts(input: {
    network: string;
    facts: FactDraft[];
    source: Source;
    recordedAt: Instant;
  }): Promise<{ appended: number }>;
  notify(input: { network: string; notices: NoticeDraft[]; at: Instant }): Promise<{ sent: number }>;
  putInbox(input: { network: string; workflowId: string; entries: InboxDraft[] }): Promise<{ put: number }>;
  clearInbox(input: { ids: string[] } | { workflowId: string; action?: string }): Promise<{ cleared: true }>;

  /**
   * Changes a member's standing: a newer member fact with the attributes as they were. Ids only travel; what is known
   * about the member stays in the store.
   */
  setStanding(input: {
    network: string;
    member: string;
    status: 'active' | 'declined' | 'left';
    at: Instant;
    request: string;
  }): Promise<{ changed: boolean }>;

  /**
   * Somebody has left: nothing waits on them any more, and what waited on them as the holder of a role waits for whoever
   * holds it next. What they were a party to hears of it: introductions end, open proposals are withdrawn.
   */
  partWith(input: { network: string; member: string; roles: RoleName[] }): Promise<{ cleared: number; told: number }>;

  /** Keeps how far somebody's invitation has come, where the roster does not say it: looked up, or on the waiting list. */
  noteInvitation(input: {
    network: string;
    member: string;
    step: 'opened' | 'applied';
    at: Instant;
  }): Promise<{ noted: boolean }>;

  /**
   * Instants reached by adding durations on the local calendar of a time zone, moved past blackouts. Each step starts at
   * `from`, at the step it names, or in the morning of a day; `before` takes the duration off instead.
   */
  calendar(input: {
    from: Instant;
    timeZone: string;
    blackouts: { from: string; to: string }[];
    steps: CalendarStep[];
  }): Promise<{ dates: Record<string, Instant> }>;

  /**
   * Sends a notice to every member of a standing, in batches with a heartbeat; where something is asked, opens an inbox
   * entry for each, with the id that `inboxId(workflowId, ask.action, about, person)` gives.
   */
  notifyMembers(input: {
    network: string;
    workflowId: string;
    at: Instant;
    template: NoticeTemplate;
    about: string;
    /**
     * Whom: by standing (`notWaiting`: but not who waits for a place), or those who were asked in a wave or in a round of
     * a questionnaire and have not answered.
     */
    whom:
      | { standing: ('invited' | 'active')[]; notWaiting?: true }
      | { unansweredIn: string }
      | { unansweredRound: string };
    /** Only the members of one of `of` equal parts of the roster, by id. */
    part?: { index: number; of: number };
    /** What each is asked to do, where something is asked. */
    ask?: { action: string; until: Instant | null };
    /** It can go without those who have been asked often enough: they are spared. */
    optional?: true;
    /** Counts repeated notices about the same thing (reminders), so that each is sent once. */
    round: number;
    /** Reference to words that the notice hands on. */
    text?: string;
  }): Promise<{ notified: number }>;

  /** Counts a ranked-choice vote and stores the result. */
  countVotes(input: {
    network: string;
    round: string;
    options: string[];
    /** Whose vote counts. Default: of those who were invited, and of those who joined. */
    of?: ('invited' | 'active')[];
    at: Instant;
  }): Promise<{ order: string[]; voted: number; eligible: number }>;

  /** Opens a survey wave: stores it and whom it asks (every active member). */
  openWave(input: {
    network: string;
    wave: string;
    types: string[];
    opens: Instant;
    closes: Instant;
  }): Promise<{ asked: number }>;
  /** Stores a member's answer: names ties, takes back those of an earlier answer that are no longer named. */
  recordAnswer(input: {
    network: string;
    wave: string;
    member: string;
    ties: { to: string; type: string; strength: number | null }[];
    at: Instant;
    request: string;
  }): Promise<{ ties: number; first: boolean }>;
  /** Closes a wave: who has not answered is kept as not having answered. */
  closeWave(input: { network: string; wave: string; at: Instant }): Promise<{ asked: number; answered: number }>;

  /** Measures the network as of a date, stores snapshot, findings, proposals and report. */
  checkHealth(input: { network: string; check: string; asOf: Instant; workflowId: string }): Promise<{
    findings: number;
    proposals: { proposal: string; parties: [string, string] }[];
  }>;
  /**
   * Stores what a person proposed, with what it is expected to change, under the rules that hold for the engine's own: or
   * says why it is not proposed, or which open proposal is about the two already.
   */
  proposeIntroduction(input: {
    network: string;
    proposal: string;
    by: string;
    parties: [string, string];
    metric: string | null;
    groupBy: string | null;
    /** Reference to sealed words. */
    because: string | null;
    madeIn: string | null;
    at: Instant;
  }): Promise<{ filed: { parties: [string, string] } } | { open: string } | { refused: string }>;
  /**
   * A proposal was decided: a newer proposal fact with the new status, and with other parties where the person who
   * approved it named others. The rest of it stays as it was stored.
   */
  settleProposal(input: {
    network: string;
    proposal: string;
    status: 'approved' | 'declined' | 'expired' | 'withdrawn';
    parties: [string, string] | null;
    at: Instant;
  }): Promise<{ settled: true }>;
  /** Sets predicted against observed, and stores the verdict. */
  judgeOutcome(input: {
    network: string;
    proposal: string;
    afterDays: number;
    at: Instant;
  }): Promise<{ verdict: string }>;
  /** Signals `withdraw` to the decision workflow of every open proposal (stored status 'proposed'). */
  withdrawProposals(input: { network: string; at: Instant }): Promise<{ withdrawn: number }>;

  /** Makes or updates the Temporal Schedule of the health checks; ends it. */
  startHealthSchedule(input: {
    network: string;
    policy: Policy;
    clock: ProgrammeClock;
    startsAt: Instant;
  }): Promise<{ schedule: string }>;
  endHealthSchedule(input: { network: string }): Promise<{ ended: true }>;

  /**
   * Measures as far as what has been carried out allows. Either more is wanted first, or the measurement has its answer:
   * the figures, or the words why it is refused.
   */
  planMeasurement(input: { measurement: string }): Promise<Planned>;
  /** A measurement keeps nothing any more, or nothing but its answer. */
  clearMeasurement(input: { measurement: string; keepAnswer: boolean }): Promise<{ cleared: true }>;
}

/**
 * Performed on any machine that shares the store. What is measured lies there under the measurement's id; here travel
 * addresses, the numbers of shards and counts.
 */
export interface MeasuringActivities {
  /** Carries one shard of a job out and keeps its result. A shard that is kept already is left as it is. */
  runShard(input: { measurement: string; job: string; shard: number }): Promise<{
    /** False where the job has been cleared away meanwhile. */
    kept: boolean;
  }>;
}

export interface Planned {
  /** Jobs by their content address, and how many shards each has. Empty: there is an answer. */
  wanted: { job: string; shards: number }[];
  /** Address of the answer's bytes; null where there is none yet. */
  answer: string | null;
}
