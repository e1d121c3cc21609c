/**
 * Members and what they say they can, as a bipartite graph: an edge from a member to a skill, with the level that is
 * claimed (1 has done it, 2 does it often, 3 could teach it), how many others endorse it, and whether evidence is given.
 * Nodes are `member:…` and `skill:…`, so that nobody who is called like a skill is taken for it. For any graphology
 * algorithm or export; without words of anybody.
 */
import { UndirectedGraph } from 'graphology';
import type { MeasurableRecords } from '../../data/records/index.ts';

export interface SkillEdge {
  level: number;
  endorsements: number;
  hasEvidence: boolean;
}

export type MemberSkills = UndirectedGraph<{ kind: 'member' | 'skill'; label: string }, SkillEdge>;

/** Of members who take part; nodes and edges in order of their ids. */
export function memberSkills({ members, practices }: Pick<MeasurableRecords, 'members' | 'practices'>): MemberSkills {
  const graph: MemberSkills = new UndirectedGraph();
  const active = members.filter(({ status }) => status === 'active').map(({ member }) => member);
  const taking = new Set(active);
  const claims = (practices?.['skill-claim'] ?? [])
    .filter(({ member, level }) => level > 0 && taking.has(member))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const endorsers = new Map<string, Set<string>>();
  for (const { by, member, skill } of practices?.['skill-endorsement'] ?? []) {
    const of = key({ member, skill });
    endorsers.set(of, (endorsers.get(of) ?? new Set()).add(by));
  }
  for (const member of [...taking].sort()) graph.addNode(`member:${member}`, { kind: 'member', label: member });
  for (const skill of [...new Set(claims.map((claim) => claim.skill))].sort()) {
    graph.addNode(`skill:${skill}`, { kind: 'skill', label: skill });
  }
  for (const { member, skill, level, evidence } of claims) {
    // With a key of its own: graphology's would be another in every graph.
    graph.mergeEdgeWithKey(`${member} ${skill}`, `member:${member}`, `skill:${skill}`, {
      ...{ level, endorsements: endorsers.get(key({ member, skill }))?.size ?? 0, hasEvidence: evidence !== null },
    });
  }
  return graph;
}

function key({ member, skill }: { member: string; skill: string }): string {
  return `${member} ${skill}`;
}
