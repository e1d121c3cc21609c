/**
 * Who could help with a skill: by the level that they claim, then how many others endorse it, then whether they give
 * evidence, and among equals who was asked least of late. Who was asked as often as the charter allows is listed apart:
 * they know it, and have done their turn.
 */
import type { Instant, MeasurableRecords } from '../../data/records/index.ts';
import { quarterBefore } from '../../data/records/quarter.ts';
import { memberSkills, type SkillEdge } from './member-skills.ts';

export interface Expert extends SkillEdge {
  member: string;
  /** How often they were asked to help within three months. */
  asked: number;
  /** Asked as often as the charter allows: not now. */
  isSpared: boolean;
  /** Why they stand where they stand. */
  because: string;
}

export interface ExpertQuestion {
  skill: string;
  at: Instant;
  /** How often anybody may be asked within three months; null: the network has no such bound. */
  askedPerQuarter: number | null;
  /** Leaves out who asks. */
  except?: string;
}

const LEVELS = ['', 'has done it', 'does it often', 'could teach it'] as const;

export function experts(
  records: Pick<MeasurableRecords, 'members' | 'practices'>,
  { skill, at, askedPerQuarter, except }: ExpertQuestion,
): Expert[] {
  const graph = memberSkills(records);
  const node = `skill:${skill}`;
  if (!graph.hasNode(node)) return [];
  const since = quarterBefore(at);
  const requests = (records.practices?.['support-request'] ?? []).filter(({ askedAt }) => askedAt >= since);
  return graph
    .mapEdges(node, (_edge, claim, source, target): Expert => {
      const member = graph.getNodeAttribute(source === node ? target : source, 'label');
      const asked = requests.filter((request) => request.asked.includes(member)).length;
      const isSpared = askedPerQuarter !== null && asked >= askedPerQuarter;
      return { member, ...claim, asked, isSpared, because: inWords(claim, asked, isSpared) };
    })
    .filter(({ member }) => member !== except)
    .sort(byHelp);
}

function byHelp(a: Expert, b: Expert): number {
  return (
    Number(a.isSpared) - Number(b.isSpared) ||
    b.level - a.level ||
    b.endorsements - a.endorsements ||
    Number(b.hasEvidence) - Number(a.hasEvidence) ||
    a.asked - b.asked ||
    (a.member < b.member ? -1 : 1)
  );
}

function inWords({ level, endorsements, hasEvidence }: SkillEdge, asked: number, isSpared: boolean): string {
  const endorsed = endorsements === 0 ? 'nobody endorses it yet' : `endorsed by ${endorsements}`;
  const load =
    asked === 0 ? 'not asked of late' : `asked ${asked} ${asked === 1 ? 'time' : 'times'} within three months`;
  const spared = isSpared ? ', which is as often as the charter allows' : '';
  return `${LEVELS[level]}, ${endorsed}${hasEvidence ? ', with evidence' : ''}; ${load}${spared}`;
}
