/** What a running workflow knows of roles, after one has passed from somebody to somebody else, or to nobody. */
import type { RoleName } from '../../data/records/index.ts';
import type { Policy, ReportSignal } from '../contract/index.ts';
import type { ProcessState } from './process.ts';

/** The state under the policy as it is now; the very same where it carries none. Hearing it twice changes nothing. */
export function withRoleMoved<S extends ProcessState>(state: S, data: ReportSignal['data']): S {
  const { begin } = state as { begin?: { policy?: Policy } };
  if (begin?.policy === undefined) return state;
  const { role, from, to } = data as { role: RoleName; from: string; to: string };
  const { roles } = begin.policy;
  const others = roles[role].filter((person) => person !== from);
  const held = to === '' ? others : [...new Set([...others, to])].sort();
  return { ...state, begin: { ...begin, policy: { ...begin.policy, roles: { ...roles, [role]: held } } } };
}
