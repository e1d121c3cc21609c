/**
 * The expertise map: claims and endorsements. It carries what each member claims, because an endorsement of what nobody
 * claims, or a sixteenth skill, is refused at once.
 */
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, nothing, perform } from '../../process.ts';
import { ACTIVE_ONLY, lacksRight, recordBy } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

type Begin = WorkflowStarts['practice'];

export interface ExpertiseState extends ProcessState {
  begin: Begin;
  /** Skills by member; those given up are not among them. */
  claimed: Record<string, string[]>;
  endorsements: number;
  /** Skills that a matter asks for, while it is looked up whether there is such a matter. */
  asking?: Need | null;
}

interface Need {
  about: string;
  skills: string[];
  by: string;
  request: string;
}

export const expertiseMap: PracticeModule<ExpertiseState, never> = {
  keeper: {
    actions: ['claim-skill', 'endorse-skill', 'name-skills'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, claimed: {}, endorsements: 0 }),
    refuse,
    decide,
    status: ({ done, claimed, endorsements }) => ({
      stage: done ? 'ended' : 'open',
      counts: { members: Object.keys(claimed).length, skills: skillsIn(claimed), endorsements },
    }),
    decode: decodeFirstVersion,
  },
  item: null,
};

/** Beyond that the state would outgrow what is carried from run to run. */
const MOST_CLAIMS = 5_000;

function refuse(state: ExpertiseState, action: ActionName, message: ActMessage): string | null {
  const { person, membership } = message.actor;
  if (state.done) return 'The network is closed.';
  if (action === 'name-skills') return lacksRight(state.begin.policy, 'set-agenda', message);
  if (membership !== 'active') return ACTIVE_ONLY;
  if (action === 'endorse-skill') return refuseEndorsement(state, person, message.payload as unknown as Endorsement);
  if (action !== 'claim-skill') return 'The expertise map does not take this.';
  const { skill, level } = message.payload as unknown as Claim;
  const own = claimsOf(state, person);
  if (own.includes(skill)) return null;
  if (level === 0) return `You do not claim ${skill}, so there is nothing to take back.`;
  const most = settingsOf(state.begin, 'expertise-map').skillsPerMember;
  if (own.length >= most)
    return `You claim ${own.length} skills, and ${most} is the most; take one back with level 0 first.`;
  const all = Object.values(state.claimed).reduce((sum, skills) => sum + skills.length, 0);
  return all >= MOST_CLAIMS ? `There are ${MOST_CLAIMS} claims in this network already.` : null;
}

function refuseEndorsement(state: ExpertiseState, person: string, { member, skill }: Endorsement): string | null {
  if (member === person) return 'Somebody else has to have seen it.';
  const own = claimsOf(state, member);
  if (own.includes(skill)) return null;
  const known = own.length === 0 ? 'no skill so far' : own.join(', ');
  return `That member does not claim ${skill}; claimed: ${known}.`;
}

interface Claim {
  skill: string;
  level: number;
  evidence?: string;
}

interface Endorsement {
  member: string;
  skill: string;
}

function decide(state: ExpertiseState, event: Event, moment: Moment): Step<ExpertiseState> {
  if (state.done) return nothing(state);
  if (event.type === 'reported' && event.report.report === 'stop') return nothing({ ...state, done: true });
  if (event.type === 'reported' && event.report.report === 'left')
    return withoutClaims(state, String(event.report.data.member));
  if (event.type === 'learned') return needNoted(state, event.result, moment);
  if (event.type !== 'acted') return nothing(state);
  const { action, message } = event;
  if (action === 'name-skills') return needAsked(state, message);
  return action === 'claim-skill' ? claim(state, message, moment) : endorse(state, message, moment);
}

/** What somebody who has left could do is not here any more: nobody endorses it, and it counts for no skill. */
function withoutClaims(state: ExpertiseState, member: string): Step<ExpertiseState> {
  const claimed = Object.fromEntries(Object.entries(state.claimed).filter(([known]) => known !== member));
  return nothing({ ...state, claimed });
}

function claim(state: ExpertiseState, { actor, payload, request }: ActMessage, moment: Moment): Step<ExpertiseState> {
  const { skill, level, evidence = null } = payload as unknown as Claim;
  const member = actor.person;
  const others = claimsOf(state, member).filter((known) => known !== skill);
  const skills = level === 0 ? others : [...others, skill].sort();
  const body = { member, skill, level, evidence, at: moment.at };
  return {
    state: { ...state, claimed: { ...state.claimed, [member]: skills } },
    wishes: [recordBy(state.begin, moment, member, { kind: 'skill-claim', body, key: `act/${request}` })],
    receipt: { id: null, said: level === 0 ? `${skill} is taken back.` : `Noted: ${skill}, ${LEVELS[level]}.` },
  };
}

const LEVELS = ['no longer', 'have done it', 'do it often', 'could teach it'];

function endorse(state: ExpertiseState, { actor, payload, request }: ActMessage, moment: Moment): Step<ExpertiseState> {
  const { member, skill } = payload as unknown as Endorsement;
  const body = { by: actor.person, member, skill, at: moment.at };
  return {
    state: { ...state, endorsements: state.endorsements + 1 },
    wishes: [recordBy(state.begin, moment, actor.person, { kind: 'skill-endorsement', body, key: `act/${request}` })],
    receipt: { id: null, said: 'Thank you: it is noted.' },
  };
}

function needAsked(state: ExpertiseState, { actor, payload, request }: ActMessage): Step<ExpertiseState> {
  const { about, skills } = payload as { about: string; skills: string[] };
  return {
    state: { ...state, asking: { about, skills, by: actor.person, request } },
    wishes: [perform('matterKnown', { network: state.begin.network, about }, 'matter')],
  };
}

function needNoted(state: ExpertiseState, result: unknown, moment: Moment): Step<ExpertiseState> {
  const { asking = null } = state;
  if (asking === null) return nothing(state);
  const { isKnown, known } = result as { isKnown: boolean; known: string[] };
  const { about, by, request } = asking;
  const answered: ExpertiseState = { ...state, asking: null };
  if (!isKnown) {
    const said = `Nothing is noted: there is no ${about}; there are ${known.join(', ')}.`;
    return { ...nothing(answered), receipt: { id: null, said } };
  }
  const skills = [...new Set(asking.skills)].sort();
  const body = { about, skills, by, at: moment.at };
  const said = skills.length === 0 ? `${about} names no skills any more.` : `${about} asks for ${skills.join(', ')}.`;
  return {
    state: answered,
    wishes: [recordBy(state.begin, moment, by, { kind: 'skill-need', body, key: `act/${request}` })],
    receipt: { id: about, said },
  };
}

/** A member's id is a key like any other, `constructor` too. */
function claimsOf({ claimed }: ExpertiseState, member: string): string[] {
  return Object.hasOwn(claimed, member) ? (claimed[member] as string[]) : [];
}

function skillsIn(claimed: ExpertiseState['claimed']): number {
  return new Set(Object.values(claimed).flat()).size;
}
