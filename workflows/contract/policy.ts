/**
 * What of a charter a workflow carries: cadences, rights, numbers and ids. No words of the charter, no personal details.
 */
import type { CharterDocument, PracticesOn, RightName, RoleName } from '../../data/records/index.ts';

export type Policy = Pick<
  CharterDocument,
  'network' | 'timeZone' | 'blackouts' | 'horizon' | 'rights' | 'invitation' | 'learning' | 'surveys'
> &
  Pick<CharterDocument, 'decisions' | 'introductions'> & {
    /** Absent where the network began before there were any. */
    practices?: PracticesOn;
    roles: Record<RoleName, string[]>;
    smallestNumber: number;
    sustainment: Pick<CharterDocument['sustainment'], 'decideWithin' | 'otherwise'> & {
      /** Absent where the network began before there were any; so are those below. */
      gates?: CharterDocument['sustainment']['gates'];
      handOver?: { acceptWithin: string; completeWithin: string; checklist: string[] };
    };
    design: { readiness: string[]; proposePriorities: string; vote: string; prioritiesKept: number };
    health: {
      every: string;
      outcomeAfterDays: number[];
      /** Absent where the network began before they were reviewed. */
      targets?: CharterDocument['health']['targets'];
    };
  };

/** `roles` holds the ids of the people store, not what the charter's file calls people. */
export function policyOf(charter: CharterDocument, roles: Record<RoleName, string[]>): Policy {
  return {
    network: charter.network,
    timeZone: charter.timeZone,
    blackouts: charter.blackouts,
    horizon: charter.horizon,
    rights: charter.rights,
    invitation: charter.invitation,
    learning: charter.learning,
    sustainment: {
      ...charter.sustainment,
      handOver: {
        ...charter.sustainment.handOver,
        checklist: charter.sustainment.handOver.checklist.map(({ id }) => id),
      },
    },
    surveys: charter.surveys,
    decisions: charter.decisions,
    introductions: charter.introductions,
    practices: charter.practices,
    roles,
    smallestNumber: charter.members.smallestNumber,
    design: {
      readiness: charter.design.readiness.map((item) => item.id),
      proposePriorities: charter.design.proposePriorities,
      vote: charter.design.vote,
      prioritiesKept: charter.design.prioritiesKept,
    },
    health: {
      every: charter.health.every,
      outcomeAfterDays: charter.health.outcomeAfterDays,
      targets: charter.health.targets,
    },
  };
}

/** Whether a person holds one of the roles that the charter gives a right to. */
export function holdsRight(policy: Policy, right: RightName, person: string): boolean {
  return policy.rights[right].some((role) => policy.roles[role].includes(person));
}

/** Whether a word is one of the charter's rights. */
export function isRightName(policy: Policy, word: string): word is RightName {
  return Object.hasOwn(policy.rights, word);
}
