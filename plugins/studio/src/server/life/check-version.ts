import { record } from '@linggong/audit';
import type { Command, Database } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { mayStart, readContent, reportOf, resultOf, type CheckReport, type KindName, type Tried } from '../../domain';
import { faultsOfUse } from '../form-records/fields-in-use';
import { cannot, untested } from '../problems';
import type { StudioTools } from '../tools';
import { moveVersion } from '../versions/move-version';
import { lockVersion, readContentOf, readVersion, type VersionContent } from '../versions/version-rows';
import { faultsOfConsumers } from './demand-fit';
import { demandRevision } from './save-content';

/** Characters of JSON that are kept of the outcomes and traces of a check; what is beyond is told without them. */
const reportCharsMax = 1_000_000;

/**
 * Runs every test case of a version (检查) and keeps how they went; it is `checked` where nothing is wrong and all of them passed.
 * Cases are run before the transaction, and kept only where the version is still what was run.
 * @throws Problem 404; 409 `configuration-changed`, `configuration-state`, `configuration-untested`; 422 `evaluation-too-slow`
 */
export async function checkVersion(
  tools: StudioTools,
  db: Database,
  command: Command,
  id: number,
  revision: number,
): Promise<CheckReport> {
  const row = await readVersion(db, id);
  if (!mayStart('check', row.state)) throw cannot('check', row.state);
  demandRevision(row, revision);
  const stored = await readContentOf(db, id);
  if (stored.cases.length === 0) throw untested();
  const cases = await runCases(tools, row.kind, stored);
  // Who is configured by it reads what its kind has found sound.
  const asked =
    cases.faults.length > 0 ? [] : await faultsOfConsumers(tools, db, row, stored.content, shanghaiDay(command.at));
  const use = [...(await faultsOfUse(db, row.kind, row.key, stored.content)), ...asked];
  const report = bounded({ ...cases, faults: [...cases.faults, ...use], passed: cases.passed && use.length === 0 });
  await db.transaction(async (tx) => {
    const now = await lockVersion(tx, id);
    if (!mayStart('check', now.state)) throw cannot('check', now.state);
    demandRevision(now, revision);
    const state = report.passed ? 'checked' : 'draft';
    await moveVersion(tx, command, id, state, {
      check_report: JSON.stringify({ at: command.at.toISOString(), sha256: now.sha256, ...report }),
    });
    await record(tx, command, {
      action: 'configuration-version.check',
      subject: { kind: 'configuration-version', id },
      before: { state: now.state },
      after: {
        state,
        sha256: now.sha256,
        faults: report.faults.length,
        cases: report.results.length,
        failedCases: report.results.filter(({ passed }) => !passed).length,
      },
    });
  });
  return report;
}

/** How the cases of a content go; a content with faults is not evaluated. */
export async function runCases(
  { kinds, evaluator }: StudioTools,
  name: KindName,
  { content, cases }: Pick<VersionContent, 'content' | 'cases'>,
): Promise<CheckReport> {
  const kind = kinds.of(name);
  const read = readContent(kind, content);
  const faults = read.ok ? kind.faults(read.content) : read.faults;
  if (!read.ok || faults.length > 0) return reportOf(faults, []);
  const tried: readonly Tried[] = await evaluator.tryDraft(
    name,
    read.content,
    cases.map(({ input }) => input),
  );
  return reportOf(
    [],
    cases.map((one, index) => resultOf(one, tried[index])),
  );
}

function bounded(report: CheckReport): CheckReport {
  if (JSON.stringify(report.results).length <= reportCharsMax) return report;
  return { ...report, results: report.results.map((result) => ({ ...result, outcome: null, trace: [] })) };
}
