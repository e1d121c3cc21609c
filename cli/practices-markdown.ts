/** The handbook as a table, for README: every row with how it is switched on, what people do in it, and its story. */
import type { HandbookRow } from '../workflows/contract/index.ts';
import { ROWS } from '../workflows/contract/index.ts';

const CHAPTER_TITLES: Record<HandbookRow['chapter'], string> = {
  design: 'Design',
  'invite-and-launch': 'Invite and launch',
  'learn-in-cycles': 'Learn in cycles',
  'capture-and-spread': 'Capture and spread',
  'lead-and-sustain': 'Lead and sustain',
};

export function practicesMarkdown(rows: readonly HandbookRow[]): string {
  const chapters = Object.entries(CHAPTER_TITLES).map(([chapter, title]) => ({
    title,
    rows: rows.filter((row) => row.chapter === chapter),
  }));
  return [
    `${rows.length} of ${ROWS} rows.`,
    '',
    '| # | practice | in the charter | what people do |',
    '|--:|---|---|---|',
    ...chapters.flatMap(({ title, rows: own }) =>
      own.length === 0 ? [] : [`| | **${title}** | | |`, ...own.map((row) => lineOf(row))],
    ),
  ].join('\n');
}

function lineOf({ row, title, kind, setting, messages, story }: HandbookRow): string {
  const how = kind === 'lifecycle' ? `always on; \`${setting}\`` : `\`${setting}\``;
  const acts = messages.length === 0 ? 'no act of its own' : messages.map((name) => `\`${name}\``).join(', ');
  return `| ${row} | [${title}](${story}) | ${how} | ${acts} |`;
}
