/** What the stories of sessions begin with. */
import type { Story } from '../../support/story.ts';

export async function announce(story: Story, inDays: number, given: Record<string, unknown> = {}): Promise<string> {
  return story.act('p03', 'announce-session', {
    ...{
      title: 'Case clinic: one form',
      format: 'case-clinic',
      starts: `${await story.day(inDays)}T09:00`,
      minutes: 90,
    },
    ...given,
  });
}
