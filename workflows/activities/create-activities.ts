/** All activities over one world. What is wrong with the input itself is never tried again. */
import { RecordError, type RecordStore } from '../../data/store/record-store.ts';
import type { MeasuringActivities, NetworkActivities } from '../contract/index.ts';
import { calendarActivities } from './calendar.ts';
import { factActivities } from './facts.ts';
import { healthActivities } from './health.ts';
import { invitationActivities } from './invitations.ts';
import { measuringActivities, planningActivities } from './measurement/index.ts';
import { noticeActivities } from './notices.ts';
import { notifyMembersActivities } from './notify-members.ts';
import { outcomeActivities } from './outcome.ts';
import { partingActivities } from './parting.ts';
import { practiceActivities } from './practices/index.ts';
import { proposalActivities } from './proposals.ts';
import { handActivities } from './propose-introduction.ts';
import { scheduleActivities } from './schedule.ts';
import { standingActivities } from './standing.ts';
import { surveyActivities } from './survey.ts';
import { voteActivities } from './votes.ts';
import { neverWorks, type World } from './world.ts';

/** What a network needs: facts, people, mails, files. */
export function createActivities(world: World): NetworkActivities {
  return refusingBadRecords({
    ...factActivities(world),
    ...standingActivities(world),
    ...partingActivities(world),
    ...invitationActivities(world),
    ...calendarActivities(),
    ...noticeActivities(world),
    ...notifyMembersActivities(world),
    ...voteActivities(world),
    ...surveyActivities(world),
    ...practiceActivities(world),
    ...healthActivities(world),
    ...outcomeActivities(world),
    ...proposalActivities(world),
    ...handActivities(world),
    ...scheduleActivities(world),
    ...planningActivities(world.store),
  });
}

/** What is costly to compute: needs the store of records alone, and may be done on any machine that shares it. */
export function createMeasuringActivities(store: RecordStore): MeasuringActivities {
  return refusingBadRecords(measuringActivities(store));
}

type Activity = (input: unknown) => Promise<unknown>;

function refusingBadRecords<Some extends object>(activities: Some): Some {
  const refusing = (activity: Activity): Activity => {
    return async (input) => {
      try {
        return await activity(input);
      } catch (error) {
        if (error instanceof RecordError) throw neverWorks(error.message, error.name);
        throw error;
      }
    };
  };
  const entries = Object.entries(activities).map(([name, activity]) => [name, refusing(activity as Activity)]);
  return Object.fromEntries(entries) as Some;
}
