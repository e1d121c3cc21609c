/** What the three stories of experiments begin with. */
import type { Story } from '../../support/story.ts';

export async function tryOut(story: Story, person: string, days: number, trial = 'safe-test'): Promise<string> {
  return story.act(person, 'start-experiment', {
    trial,
    hypothesis: 'One page is enough',
    success: 'Eight of ten fill it in',
    exit: 'Two families complain',
    until: await story.day(days),
  });
}
