/** All practices that a charter can switch on. To add one: a file in this folder, an import and a line here. */

import { z } from 'zod';
import { access } from './access.ts';
import { accountability } from './accountability.ts';
import { afterAction } from './after-action.ts';
import { alignment } from './alignment.ts';
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
import { stories } from './stories.ts';
import { succession } from './succession.ts';
import { tacitKnowledge } from './tacit-knowledge.ts';
import { theoryOfChange } from './theory-of-change.ts';
import { variants } from './variants.ts';
import { wins } from './wins.ts';

export { LIFECYCLE_PRACTICES, type LifecyclePractice } from './of-the-lifecycle.ts';

import type { Practice } from './practice.ts';

export { type BeginsIn, CHAPTERS, type Chapter, type LifeEvent, type Practice } from './practice.ts';

export const PRACTICES = {
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
} as const;

export type PracticeName = keyof typeof PRACTICES;
export const PRACTICE_NAMES = Object.keys(PRACTICES) as PracticeName[];

type SettingsShape = { [Name in PracticeName]: z.ZodOptional<(typeof PRACTICES)[Name]['settings']> };

/** What a charter says of practices: those that it names are on. */
export const PracticesOn = z
  .strictObject(
    Object.fromEntries(
      Object.entries(PRACTICES).map(([name, { settings }]) => [name, settings.optional()]),
    ) as SettingsShape,
  )
  .superRefine((on, context) => {
    const known: readonly string[] = [...PRACTICE_NAMES, 'surveys'];
    for (const [at, { rests }] of (on['theory-of-change']?.stages ?? []).entries()) {
      for (const [place, name] of rests.entries()) {
        const message = known.includes(name)
          ? whyNeverRests(name)
          : 'is no practice (weft practices lists them), nor surveys';
        if (message === null) continue;
        const path = ['theory-of-change', 'stages', at, 'rests', place];
        context.addIssue({ code: 'custom', path, message });
      }
    }
  });

/** Nothing would come of letting such a practice rest; null: it can. */
function whyNeverRests(name: string): string | null {
  const { neverRests }: Practice = PRACTICES[name as PracticeName] ?? {};
  return neverRests === undefined ? null : `never rests: ${neverRests}; leave it out`;
}

/** The settings of the practices that are on. */
export type PracticesOn = z.infer<typeof PracticesOn>;
export type SettingsOf<Name extends PracticeName> = NonNullable<PracticesOn[Name]>;
