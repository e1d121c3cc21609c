/** All activities over one world. What is wrong with the input itself is never tried again. */
import { RecordError } from '../../data/store/record-store.ts';
import type { Activities } from '../contract/index.ts';
import { calendarActivities } from './calendar.ts';
import { factActivities } from './facts.ts';
import { healthActivities } from './health.ts';
import { noticeActivities } from './notices.ts';
import { notifyMembersActivities } from './notify-members.ts';
import { outcomeActivities } from './outcome.ts';
import { proposalActivities } from './proposals.ts';
import { scheduleActivities } from './schedule.ts';
import { standingActivities } from './standing.ts';
import { surveyActivities } from './survey.ts';
import { voteActivities } from './votes.ts';
import { neverWorks, type World } from './world.ts';

export function createActivities(world: World): Activities {
  const activities: Activities = {
    ...factActivities(world),
    ...standingActivities(world),
    ...calendarActivities(),
    ...noticeActivities(world),
    ...notifyMembersActivities(world),
    ...voteActivities(world),
    ...surveyActivities(world),
    ...healthActivities(world),
    ...outcomeActivities(world),
    ...proposalActivities(world),
    ...scheduleActivities(world),
  };
  return Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [name, refusingBadRecords(activity as Activity)]),
  ) as unknown as Activities;
}

type Activity = (input: unknown) => Promise<unknown>;

function refusingBadRecords(activity: Activity): Activity {
  return async (input) => {
    try {
      return await activity(input);
    } catch (error) {
      if (error instanceof RecordError) throw neverWorks(error.message, error.name);
      throw error;
    }
  };
}
