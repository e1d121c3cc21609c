/** Skills held by one: what the network would lose with a single person. */
import type { SkillClaimBody } from '../../../data/records/skill-claim.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const skillsHeldByOne: Metric = {
  id: 'skills-held-by-one',
  family: 'practice',
  scopes: ['network'],
  title: 'Skills that one person holds',
  question: 'What would the network no longer know if a single person left?',
  definition:
    'Of the skills that active members claim (level 1 or more), the share that exactly one of them claims. Details: skills, holders, claims, endorsed claims, and the skills held by one, without who.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No claims by active members: null.',
  cost: 'O(c) for c claims.',
  reference: 'transactive memory: Wegner 1987, doi:10.1007/978-1-4612-4634-3_9',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'High is a risk and a chance: each such skill is a reason for a pairing or a shadowing. It rests on what people say of themselves; modest members hide skills that the network has.',
  example: {
    network: 'a b c',
    practices: {
      'skill-claim': [claim('a', 'intake-design'), claim('b', 'intake-design'), claim('b', 'grant-writing')],
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'skill-claim',
  readsTies: false,
  compute(context) {
    const active = new Set(context.graph.ids);
    const claims = (context.records.practices?.['skill-claim'] ?? []).filter(
      ({ member, level }) => level > 0 && active.has(member),
    );
    const holders = new Map<string, number>();
    for (const { skill } of claims) holders.set(skill, (holders.get(skill) ?? 0) + 1);
    const single = [...holders]
      .filter(([, count]) => count === 1)
      .map(([skill]) => skill)
      .sort();
    const endorsed = new Set(
      (context.records.practices?.['skill-endorsement'] ?? []).map(({ member, skill }) => `${member} ${skill}`),
    );
    const details = {
      skills: holders.size,
      holders: new Set(claims.map(({ member }) => member)).size,
      claims: claims.length,
      endorsedClaims: claims.filter(({ member, skill }) => endorsed.has(`${member} ${skill}`)).length,
      heldByOne: single,
    };
    const given =
      holders.size === 0 ? { reason: 'no active member claims a skill' } : { value: single.length / holders.size };
    return [figure(context, skillsHeldByOne, 'network', given, { details })];
  },
};

function claim(member: string, skill: string): SkillClaimBody {
  return { member, skill, level: 2, evidence: null, at: '2026-02-02T09:00:00.000Z' };
}
