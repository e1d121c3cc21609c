/**
 * What each workflow is started with. The workflow's type is the key; its id comes from `ids.ts`.
 */
import type { Instant, PracticeName, RightName } from '../../data/records/index.ts';
import type { ProgrammeClock } from './clock.ts';
import type { Policy } from './policy.ts';

export interface Settings {
  /** Tests force continue-as-new after so many events; null: when Temporal suggests it, or after 1,000 events. */
  continueAsNewAfterEvents: number | null;
}

/** What every workflow is told. */
export interface Run {
  /** The network it belongs to, where it belongs to one. */
  network: string | null;
  clock: ProgrammeClock;
  settings: Settings;
}

/** What every workflow of a network is told. */
export interface Begin extends Run {
  network: string;
  policy: Policy;
}

export interface WorkflowStarts {
  networkLifecycle: Begin;
  learningCycle: Begin & { cycle: number; item: string };
  surveyWave: Begin & { wave: string; types: string[]; open: string; reminders: { every: string; atMost: number } };
  /** `check` and `asOf` are null when a Schedule starts it: the scheduled instant names and dates the check then. */
  healthCheck: Begin & {
    check: string | null;
    asOf: Instant | null;
    /** The workflow that waits for it. */
    reportTo?: string;
  };
  decision: Begin & {
    decision: string;
    /** What is decided: a proposal to introduce, what becomes of the network, whether a gate opens, who takes a role. */
    subject: 'proposal' | 'too-few-joined' | 'sustainment' | 'milestone' | 'funding' | 'diversity' | 'succession';
    about: string;
    options: string[];
    /** What is done when nobody decides in time. */
    otherwise: string;
    right: RightName;
    /** Who decides, where that is one person's own affair and not a matter of the right. */
    whom?: string[];
    /** For a proposal: whom it concerns. */
    parties: [string, string] | null;
    /** How long until it expires, where the charter's `decisions.expireAfter` is not meant. */
    expireAfter: string | null;
    /** The workflow that waits for the answer. */
    reportTo: string | null;
  };
  introduction: Begin & { introduction: string; proposal: string; members: [string, string] };
  /** A practice of a network: takes what members begin in it, from when it is due until the network closes. */
  practice: Begin & { practice: PracticeName };
  /** One matter of a practice: a request, a promise. `given` is what it began with: ids, dates, references to words. */
  practiceItem: Begin & { practice: PracticeName; item: string; by: string; given: Readonly<Record<string, string>> };
  outcomeCheck: Begin & { proposal: string; carriedOutAt: Instant };
  /** What is measured, and how, lies in the store under this id. */
  measurement: Run & { measurement: string };
}

export type WorkflowType = keyof WorkflowStarts;
