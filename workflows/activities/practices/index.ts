/** What practices need besides what every network does. To add: a file in this folder, an import and a line here. */

import type { NetworkActivities } from '../../contract/index.ts';
import type { World } from '../world.ts';
import { accountabilityActivities } from './accountability.ts';
import { burdenActivities } from './burden.ts';
import { diversityActivities } from './diversity.ts';
import { expertiseActivities } from './expertise-map.ts';
import { facilitationActivities } from './facilitation.ts';
import { followUpActivities } from './follow-up.ts';
import { impactActivities } from './impact.ts';
import { membershipTermActivities } from './membership-terms.ts';
import { mentorshipActivities } from './mentorship.ts';
import { newcomersActivities } from './newcomers.ts';
import { peerSupportActivities } from './peer-support.ts';
import { questionnaireActivities } from './questionnaires.ts';
import { recognitionActivities } from './recognition.ts';
import { reflectionActivities } from './reflection.ts';
import { ritualActivities } from './rituals.ts';
import { storyActivities } from './stories.ts';
import { sustainmentActivities } from './sustainment.ts';
import { variantActivities } from './variants.ts';
import { winsActivities } from './wins.ts';

export function practiceActivities(world: World) {
  return {
    ...peerSupportActivities(world),
    ...newcomersActivities(world),
    ...diversityActivities(world),
    ...burdenActivities(world),
    ...ritualActivities(world),
    ...questionnaireActivities(world),
    ...followUpActivities(world),
    ...sustainmentActivities(world),
    ...membershipTermActivities(world),
    ...impactActivities(world),
    ...storyActivities(world),
    ...winsActivities(world),
    ...facilitationActivities(world),
    ...accountabilityActivities(world),
    ...mentorshipActivities(world),
    ...reflectionActivities(world),
    ...recognitionActivities(world),
    ...variantActivities(world),
    ...expertiseActivities(world),
  } satisfies Partial<NetworkActivities>;
}
