import { reachOf, type Role } from '@linggong/config/access';
import { waitingApprovals, type Account } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { changesMax, stepsMax, type VersionAnswer } from '../../api';
import { isAuthor, mayStart, versionActs, type VersionAct, type VersionState } from '../../domain';
import { pinCounts } from '../reading/pins';
import { hasPast } from '../replay/consumers';
import { replayAnswerOf } from '../replay/replay-answer';
import { staleReplayOf, type StaleReplay } from '../replay/stale-replay';
import { shadowAnswerOf } from '../shadow/shadow-answer';
import type { StudioTools } from '../tools';
import { changesOf, inForceBeside } from './compare';
import { authorsOf, readContentOf, readVersion, type KeptCheck, type VersionRow } from './version-rows';

/** Everything that a page shows of a version, for one reader. @throws Problem 404 */
export async function versionAnswerOf(
  tools: StudioTools,
  db: Queryable,
  id: number,
  account: Pick<Account, 'id' | 'role'>,
): Promise<VersionAnswer> {
  const row = await readVersion(db, id);
  const stored = await readContentOf(db, id);
  const { content, cases, check } = stored;
  const { faults, hints } = tools.readings.of(tools.kinds.of(row.kind), stored).findings();
  const beside = await inForceBeside(db, row);
  const changes = await changesOf(tools, db, row, beside);
  const replayable = await hasPast(db, tools.consumers, row);
  const staleReplay = await staleReplayOf(db, row);
  const { kind: kindName, key, name, versionNo, state, revision, sha256, note, basedOn } = row;
  return {
    id,
    configurationId: row.configurationId,
    kind: kindName,
    key,
    name,
    versionNo,
    state,
    revision,
    content,
    cases: [...cases],
    sha256,
    note,
    basedOn,
    ...standingOf(row),
    faults: [...faults],
    hints: [...hints],
    comparedWith: beside ?? null,
    changes: changes.slice(0, changesMax),
    changesTotal: changes.length,
    check: checkAnswerOf(check),
    replayable,
    replay: await replayAnswerOf(db, row),
    staleReplay: staleReplay ?? null,
    waiting: await waitingApprovals(db, account, { resource: 'configuration-version', subjectId: String(id) }),
    shadow: await shadowAnswerOf(db, row),
    usedBy: tools.consumers.namesOf(row.kind, row.key),
    pins: await pinCounts(db, id),
    steps: await stepsOf(db, id),
    allowed: (await allowedTo(db, row, account)).filter((act) => !isRefused(act, row, { replayable, staleReplay })),
  };
}

/** What has a past is replayed before it is submitted, and beside what is in force: `submitVersion` and `approveVersion` refuse it earlier. */
function isRefused(
  act: VersionAct,
  { state }: VersionRow,
  { replayable, staleReplay }: { readonly replayable: boolean; readonly staleReplay: StaleReplay | undefined },
): boolean {
  if (act === 'submit' && state === 'checked') return replayable;
  return staleReplay !== undefined && (act === 'submit' || act === 'approve');
}

function standingOf(row: VersionRow) {
  return {
    effectiveFrom: row.effectiveFrom,
    shadowFrom: row.shadowFrom,
    stateReason: row.stateReason,
    createdAt: row.createdAt,
    createdBy: row.createdName,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedName,
    submittedAt: row.submittedAt,
    submittedBy: row.submittedName,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedName,
    inForceFrom: row.inForceFrom,
    inForceTo: row.inForceTo,
  };
}

function checkAnswerOf(check: KeptCheck | null): VersionAnswer['check'] {
  if (check === null) return null;
  const { at, passed, faults, results } = check;
  return {
    at,
    passed,
    faults: [...faults],
    results: results.map((result) => ({
      ...result,
      differences: [...result.differences],
      trace: [...result.trace],
    })),
  };
}

function stepsOf(db: Queryable, id: number): Promise<VersionAnswer['steps']> {
  return db.query(
    `SELECT at, by_name AS by, before_state AS "from", after_state AS "to", revision, wrote, reason
       FROM studio.steps WHERE version_id = $1 ORDER BY id DESC LIMIT $2`,
    [id, stepsMax],
  );
}

/** Lines of the matrix by which acts are allowed; approving and rejecting are one line. */
const actionOf = (act: VersionAct): string => (act === 'approve' || act === 'reject' ? 'decide' : act);

async function allowedTo(
  db: Queryable,
  row: VersionRow,
  { id, role }: Pick<Account, 'id' | 'role'>,
): Promise<VersionAct[]> {
  const wrote = isAuthor(await authorsOf(db, row), id);
  return versionActs.filter(
    (act) => mayAct(role, act, row.state) && !(wrote && (act === 'approve' || act === 'reject')),
  );
}

function mayAct(role: Role, act: VersionAct, state: VersionState): boolean {
  return mayStart(act, state) && reachOf(role, 'configuration-version', actionOf(act)) !== undefined;
}
