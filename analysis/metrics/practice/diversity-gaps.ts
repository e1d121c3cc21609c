/**
 * How mixed those who joined are by an attribute (Blau 1977, doi:10.1086/226505), and from which segments of the roster
 * fewer came than an even share: asking there would mix it more. Pure; segments in which fewer than five were asked are
 * counted and not named, and fewer than five who joined are no figure.
 */
import type { MemberBody } from '../../../data/records/member.ts';
import { byCodePoint } from '../../code-point.ts';
import { MISSING_GROUP } from '../../graph/groups.ts';

export interface DiversityGaps {
  joined: number;
  value: number | null;
  reason: string | null;
  gaps: string[];
  gapsNotNamed: number;
}

export function diversityGaps(members: readonly MemberBody[], attribute: string, smallest: number): DiversityGaps {
  const segments = new Map<string, { asked: number; joined: number }>();
  for (const { status, attributes } of members) {
    const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : null;
    const name = value === null || value === undefined || value === '' ? MISSING_GROUP : String(value);
    const segment = segments.get(name) ?? { asked: 0, joined: 0 };
    segments.set(name, { asked: segment.asked + 1, joined: segment.joined + (status === 'active' ? 1 : 0) });
  }
  const counts = [...segments.values()];
  const joined = counts.reduce((sum, segment) => sum + segment.joined, 0);
  const nothing = (reason: string): DiversityGaps => ({ joined, value: null, reason, gaps: [], gapsNotNamed: 0 });
  if (!members.some(({ attributes }) => Object.hasOwn(attributes, attribute))) {
    return nothing(`no member has the attribute "${attribute}"`);
  }
  if (joined < smallest) return nothing(`fewer than ${smallest} have joined`);
  const likePairs = counts.reduce((sum, segment) => sum + segment.joined * segment.joined, 0);
  const value = 1 - likePairs / (joined * joined);
  const even = joined / segments.size;
  const short = [...segments]
    .filter(([name, segment]) => name !== MISSING_GROUP && segment.joined < even)
    .sort(([a, x], [b, y]) => x.joined - y.joined || byCodePoint(a, b));
  const named = short.filter(([, { asked }]) => asked >= smallest).map(([name]) => name);
  return { joined, value, reason: null, gaps: named, gapsNotNamed: short.length - named.length };
}
