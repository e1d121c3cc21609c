/**
 * Workflow ids and back: one function and its inverse, so that nobody joins strings elsewhere.
 *
 * Ids are opaque. Deleting a workflow leaves its id in Temporal's file, so nothing in it may identify a person.
 */
export type WorkflowAddress = NetworkAddress | { kind: 'measurement'; measurement: string };

/** What belongs to a network. A measurement does not, not even one of a network: it leaves nothing behind. */
export type NetworkAddress =
  | { kind: 'network'; network: string }
  | { kind: 'cycle'; network: string; cycle: number }
  | { kind: 'wave'; network: string; wave: string }
  | { kind: 'health'; network: string; check: string }
  | { kind: 'decision'; network: string; decision: string }
  | { kind: 'introduction'; network: string; introduction: string }
  | { kind: 'outcome'; network: string; proposal: string }
  | { kind: 'practice'; network: string; practice: string }
  | { kind: 'practice-item'; network: string; practice: string; item: string };

export function workflowId(address: WorkflowAddress): string {
  if (address.kind === 'measurement') return `measurement/${address.measurement}`;
  const root = `network/${address.network}`;
  switch (address.kind) {
    case 'network':
      return root;
    case 'cycle':
      return `${root}/cycle/${address.cycle}`;
    case 'wave':
      return `${root}/wave/${address.wave}`;
    case 'health':
      return `${root}/health/${address.check}`;
    case 'decision':
      return `${root}/decision/${address.decision}`;
    case 'introduction':
      return `${root}/introduction/${address.introduction}`;
    case 'outcome':
      return `${root}/outcome/${address.proposal}`;
    case 'practice':
      return `${root}/practice/${address.practice}`;
    case 'practice-item':
      return `${root}/practice/${address.practice}/${address.item}`;
  }
}

/** The address that an id names, or null where it is none of ours. */
export function workflowAddress(id: string): WorkflowAddress | null {
  const [root, network, kind, name, item, ...rest] = id.split('/');
  if (root === 'measurement' && network !== undefined && network !== '' && kind === undefined) {
    return { kind: 'measurement', measurement: network };
  }
  if (root !== 'network' || network === undefined || network === '' || rest.length > 0) return null;
  if (kind === undefined) return { kind: 'network', network };
  if (name === undefined || name === '') return null;
  if (item !== undefined) {
    return kind === 'practice' && item !== '' ? { kind: 'practice-item', network, practice: name, item } : null;
  }
  switch (kind) {
    case 'cycle': {
      const cycle = Number(name);
      return Number.isInteger(cycle) && cycle > 0 ? { kind, network, cycle } : null;
    }
    case 'wave':
      return { kind, network, wave: name };
    case 'health':
      return { kind, network, check: name };
    case 'decision':
      return { kind, network, decision: name };
    case 'introduction':
      return { kind, network, introduction: name };
    case 'outcome':
      return { kind, network, proposal: name };
    case 'practice':
      return { kind, network, practice: name };
    default:
      return null;
  }
}

/** The Temporal Schedule that starts a network's health checks. */
export function healthScheduleId(network: string): string {
  return `network/${network}/health-schedule`;
}

/**
 * The inbox entry of a person who is asked for an action: one rule, because an activity opens the entries of a whole
 * roster and the workflow closes a single one when that person has acted.
 */
export function inboxId(workflow: string, action: string, about: string, person: string): string {
  return `${workflow}#${action}#${about}#${person}`;
}

/** What somebody is asked about where a matter has numbered parts: a point of a round, a milestone of a mentorship. */
export function partId(matter: string, number: number): string {
  return `${matter}.${number}`;
}

export function partOf(about: string): [matter: string, number: number] {
  const at = about.lastIndexOf('.');
  return [about.slice(0, at), Number(about.slice(at + 1))];
}
