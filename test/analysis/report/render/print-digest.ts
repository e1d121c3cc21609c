/** Prints the digest of the second report of the fixture: run in another process by golden.test.ts. */
import { createHash } from 'node:crypto';
import { renderHtml } from '../../../../analysis/report/render/index.ts';
import { reportOf, secondCheck } from './fixture.ts';

const html = await renderHtml(reportOf(secondCheck()));
process.stdout.write(`${createHash('sha256').update(html).digest('hex')}\n`);
