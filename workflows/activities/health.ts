/**
 * A health check, once: whatever its facts say is appended in one piece, so that a second attempt either does all of it
 * or finds it done. Done means that the report's fact is there; then only the files are laid out again.
 */
import type { BodyOf, Instant } from '../../data/records/index.ts';
import { subjectOf } from '../../data/records/index.ts';
import type { RecordStore } from '../../data/store/record-store.ts';
import type { Activities, FactDraft } from '../contract/index.ts';
import { factOf } from './facts.ts';
import { healthQuestion } from './health-input.ts';
import { measureApart } from './measure-apart.ts';
import { writeReportFiles } from './report-files.ts';
import type { World } from './world.ts';

export function healthActivities({
  store,
  versions,
  reportsDir,
}: Pick<World, 'store' | 'versions' | 'reportsDir'>): Pick<Activities, 'checkHealth'> {
  return {
    async checkHealth({ network, check, asOf, workflowId }) {
      if (await wasClosedBefore(store, network, asOf)) return { findings: 0, proposals: [] };
      if ((await reportOf(store, network, check)) === null) {
        const drafts = await answer(store, { network, check, asOf }, versions);
        const source = { type: 'workflow', id: workflowId } as const;
        await store.append(
          drafts.map((draft) => factOf(draft, { network, source, recordedAt: asOf })),
          source,
        );
      }
      await layOut(store, reportsDir, network, check);
      return said(store, network, check);
    },
  };
}

/**
 * A check of the Schedule that was under way when the network closed: the last report is the one as of its close, and
 * nobody is left to decide on a proposal.
 */
async function wasClosedBefore(store: RecordStore, network: string, asOf: Instant): Promise<boolean> {
  const [phase] = await store.read({ network, kind: 'phase' });
  return phase?.body.phase === 'closed' && phase.validFrom < asOf;
}

/** All that the check has to say, as facts. Keys come from the check: a second attempt adds nothing. */
async function answer(
  store: RecordStore,
  question: { network: string; check: string; asOf: Instant },
  versions: Record<string, string>,
): Promise<FactDraft[]> {
  const { network, check, asOf } = question;
  const asked = await healthQuestion(store, question, versions);
  const { outcome, html, markdown, json } = await measureApart(asked);
  const people = asked.input.records.members.map(({ member }) => member);
  // Measuring takes seconds: who was erased meanwhile must not come back with what was known before.
  if ((await store.erased(network, people)).length > 0) {
    throw new Error('Somebody was erased while this was measured: it is measured anew.');
  }
  const [htmlAt, markdownAt, jsonAt] = [
    await store.putArtifact(Buffer.from(html)),
    await store.putArtifact(Buffer.from(markdown)),
    await store.putArtifact(Buffer.from(json)),
  ];
  const { inputDigest, response, figures, findings, proposals } = outcome;
  const snapshot: BodyOf<'snapshot'> = { check, asOf, inputDigest, response, figures, artifact: jsonAt };
  const report: BodyOf<'report'> = { check, asOf, html: htmlAt, markdown: markdownAt, json: jsonAt };
  return [
    { kind: 'snapshot', body: snapshot, validFrom: asOf, key: `snapshot/${check}` },
    ...findings.map((body): FactDraft => ({ kind: 'finding', body, validFrom: asOf, key: `finding/${body.finding}` })),
    ...proposals.map(
      (body): FactDraft => ({ kind: 'proposal', body, validFrom: asOf, key: `proposal/${body.proposal}/proposed` }),
    ),
    { kind: 'report', body: report, validFrom: asOf, key: `report/${check}` },
  ];
}

async function layOut(store: RecordStore, reportsDir: string, network: string, check: string): Promise<void> {
  const report = await reportOf(store, network, check);
  if (report === null) throw new Error(`The report of ${check} is not in the store.`);
  const reports = await store.read({ network, kind: 'report' });
  const [html, markdown, json] = [
    await store.getArtifact(report.html),
    await store.getArtifact(report.markdown),
    await store.getArtifact(report.json),
  ];
  // Somebody whom the report named was erased, and what was kept of it went with them.
  if (html === null || markdown === null || json === null) return;
  const isNewest = reports.every(({ body }) => body.asOf <= report.asOf);
  await writeReportFiles(reportsDir, { network, check, isNewest }, { html, markdown, json });
}

/** From what was stored first, also for a second attempt: a proposal may have been decided meanwhile. */
async function said(store: RecordStore, network: string, check: string): ReturnType<Activities['checkHealth']> {
  const findings = (await store.read({ network, kind: 'finding' })).filter(({ body }) => body.check === check);
  const ids = new Set(findings.map(({ body }) => body.finding));
  const proposals = (await store.history({ network, kind: 'proposal' })).flatMap((fact) =>
    fact.kind === 'proposal' &&
    fact.body.status === 'proposed' &&
    fact.body.finding !== null &&
    ids.has(fact.body.finding)
      ? [{ proposal: fact.body.proposal, parties: fact.body.parties as [string, string] }]
      : [],
  );
  return { findings: findings.length, proposals };
}

async function reportOf(store: RecordStore, network: string, check: string): Promise<BodyOf<'report'> | null> {
  const [report] = await store.read({ network, kind: 'report', subject: subjectOf(check) });
  return report?.body ?? null;
}
