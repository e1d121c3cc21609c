/**
 * Time to impact: whatever is framed is noted, and when something has become better by it, that is. Whether there is what
 * an impact is said to come from is looked up first; the answer decides what the member is told.
 */
import type { Instant } from '../../../../data/records/index.ts';
import { quarterBefore } from '../../../../data/records/quarter.ts';
import type { ActionName, ActMessage, WorkflowStarts } from '../../../contract/index.ts';
import type { Event, Moment, ProcessState, Step } from '../../process.ts';
import { decodeFirstVersion, nothing, perform } from '../../process.ts';
import { ACTIVE_ONLY, dayOf, recordBy } from '../../shared.ts';
import { type PracticeModule, settingsOf } from '../practice-module.ts';

interface Said {
  member: string;
  about: string;
  story: string | null;
  measure: string | null;
  baseline: number | null;
  value: number | null;
  better: 'higher' | 'lower' | null;
  evidence: string | null;
  since: string | null;
}

export interface ImpactState extends ProcessState {
  begin: WorkflowStarts['practice'];
  impacts: number;
  /** Who reported when, for a quarter. */
  lately: { by: string; at: Instant }[];
  /** What is being looked up. */
  asking: Said | null;
}

/** Beyond that the state would outgrow what is carried from run to run. */
const MOST_LATELY = 3_000;

export const impact: PracticeModule<ImpactState, never> = {
  keeper: {
    actions: ['report-impact'],
    begin: (begin) => ({ v: 1, due: [], done: false, begin, impacts: 0, lately: [], asking: null }),
    refuse,
    decide,
    status: ({ done, impacts }) => ({ stage: done ? 'ended' : 'open', counts: { impacts } }),
    decode: decodeFirstVersion,
  },
  item: null,
};

function refuse(state: ImpactState, action: ActionName, { actor, payload }: ActMessage, moment: Moment): string | null {
  if (state.done) return 'The network is closed.';
  if (action !== 'report-impact') return 'This is not done here.';
  if (actor.membership !== 'active') return ACTIVE_ONLY;
  const { baseline, value, better, since } = payload as unknown as Said;
  if (baseline === null || value === null || (better === 'higher' ? value <= baseline : value >= baseline)) {
    return `From ${baseline} to ${value} is not ${better}: an impact is where it became better; tell of the rest in a story.`;
  }
  if (typeof since === 'string' && since > dayOf(moment.at))
    return `${since} is still to come; give the day it was seen.`;
  const lately = withinQuarter(state, moment);
  const most = settingsOf(state.begin, 'impact').perMemberAndQuarter;
  const own = lately.filter(({ by }) => by === actor.person).length;
  if (own >= most) return `That would be your ${own + 1}. within three months, and ${most} is the most here.`;
  return lately.length >= MOST_LATELY ? `There were ${MOST_LATELY} within three months already.` : null;
}

function decide(state: ImpactState, event: Event, moment: Moment): Step<ImpactState> {
  if (state.done) return nothing(state);
  switch (event.type) {
    case 'acted': {
      const { actor, payload } = event.message;
      const { since = null, ...said } = payload as unknown as Said;
      return lookedUp({ ...state, asking: { ...said, member: actor.person, story: null, since } }, moment);
    }
    case 'learned':
      return event.as === 'framed' ? noted(state, event.result, moment) : nothing(state);
    case 'reported':
      return reported(state, event.report, moment);
    case 'began':
      return lookedUp(state, moment);
    default:
      return nothing(state);
  }
}

function reported(
  state: ImpactState,
  { report, data }: Extract<Event, { type: 'reported' }>['report'],
  moment: Moment,
): Step<ImpactState> {
  if (report === 'stop') return nothing({ ...state, lately: [], done: true });
  // Stories of realised value: what became better is in the story, and no number with it.
  if (report !== 'realised') return lookedUp(state, moment);
  const { member, about, story } = data as Record<'member' | 'about' | 'story', string>;
  const unmeasured = { measure: null, baseline: null, value: null, better: null, evidence: null, since: null };
  return lookedUp({ ...state, asking: { member, about, story, ...unmeasured } }, moment);
}

function lookedUp(state: ImpactState, { at }: Moment): Step<ImpactState> {
  const about = state.asking?.about ?? null;
  return { state, wishes: [perform('noteFramings', { network: state.begin.network, about, at }, 'framed')] };
}

function noted(state: ImpactState, result: unknown, moment: Moment): Step<ImpactState> {
  const { asking } = state;
  if (asking === null) return nothing(state);
  const { framedAt, newest } = result as { framedAt: Instant | null; newest: string[] };
  const { member, since, ...said } = asking;
  const answered: ImpactState = { ...state, asking: null };
  const refused = (words: string): Step<ImpactState> => ({ ...nothing(answered), receipt: { id: null, said: words } });
  if (framedAt === null) {
    return refused(`Not noted: there is no ${said.about} to have come from; there are ${newest.join(', ')}.`);
  }
  if (since !== null && since < dayOf(framedAt)) {
    return refused(`Not noted: ${since} was before ${said.about} began, on ${dayOf(framedAt)}.`);
  }
  const id = `impact-${state.impacts + 1}`;
  const day = since === null ? moment.at : `${since}T00:00:00.000Z`;
  // The day on which it began is a day of none, not of less.
  const realisedAt = day < framedAt ? framedAt : day;
  const lately = [...withinQuarter(state, moment), ...(said.story === null ? [{ by: member, at: moment.at }] : [])];
  const body = { impact: id, member, realisedAt, ...said };
  return {
    state: { ...answered, impacts: state.impacts + 1, lately },
    wishes: [recordBy(state.begin, moment, member, { kind: 'impact', body, key: `impact/${id}` })],
    receipt: { id, said: `Thank you: it is noted as ${id}.` },
  };
}

function withinQuarter({ lately }: ImpactState, { at }: Moment): ImpactState['lately'] {
  const since = quarterBefore(at);
  return lately.filter((entry) => entry.at >= since);
}
