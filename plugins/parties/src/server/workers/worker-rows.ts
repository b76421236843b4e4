import type { Queryable, Tx } from '@linggong/core';
import { keysetPage, type Condition, type Page, type RowScope } from '@linggong/access';
import { allowedActions, notFound, type Problem } from '@linggong/core/domain';
import { workerActionsByPeople, workerLifecycle, type WorkerState } from '../../domain';
import type { CardAnswer, WorkerAnswer } from '../../api';
import { isLocked } from '../locked/locks';

type WorkerRow = Omit<WorkerAnswer, 'allowedActions' | 'state'> & { state: WorkerState };

const WORKER_COLUMNS = `id, number, name_masked AS name, identity_kind AS "identityKind", identity_masked AS identity,
  phone_masked AS phone, address_masked AS address, country, resident AS "taxResident", state,
  state_reason AS "stateReason", real_name_state AS "realNameState", real_name_code AS "realNameCode",
  real_name_checked_at AS "realNameCheckedAt", vat_role AS "vatRole", agency_from AS "agencyFrom",
  agency_to AS "agencyTo", source, registered_at AS "registeredAt",
  (SELECT l.locked_at FROM parties.locked_people l WHERE l.worker_id = workers.id) AS "lockedAt",
  (SELECT l.keeps_until FROM parties.locked_people l WHERE l.worker_id = workers.id) AS "keepsUntil"`;

const CARD_COLUMNS = `id, worker_id AS "workerId", card_version AS "cardVersion", card_masked AS card,
  holder_masked AS holder, bank_name AS "bankName", bank_code AS "bankCode", state, check_code AS "checkCode",
  checked_at AS "checkedAt", added_at AS "addedAt", replaced_at AS "replacedAt"`;

export function noSuchWorker(): Problem {
  return notFound({ zh: '灵活用工人员', en: 'worker' });
}

const byPeople: ReadonlySet<string> = new Set(workerActionsByPeople);

function toAnswer(row: WorkerRow): WorkerAnswer {
  const actions = allowedActions(workerLifecycle, row.state).filter((action) => byPeople.has(action));
  return { ...row, allowedActions: actions };
}

/** Workers by id, masked, in the order of their ids. */
export async function workersById(db: Queryable, ids: readonly number[]): Promise<WorkerAnswer[]> {
  const rows = await db.query<WorkerRow>(
    `SELECT ${WORKER_COLUMNS} FROM public.workers WHERE id = ANY($1::int[]) ORDER BY id`,
    [ids],
  );
  return rows.map(toAnswer);
}

/** @throws Problem `not-found` */
export async function workerById(db: Queryable, id: number): Promise<WorkerAnswer> {
  const [worker] = await workersById(db, [id]);
  if (worker === undefined) throw noSuchWorker();
  return worker;
}

/** A page of the workers that a caller may see, in the order in which they came; those who have left only with `withLocked`. */
export async function workerPage(
  db: Queryable,
  scope: RowScope,
  page: { readonly limit: number; readonly cursor?: string | undefined; readonly state?: string | undefined },
  withLocked: boolean,
): Promise<Page<WorkerAnswer>> {
  const where: Condition[] = [];
  if (scope.kind !== 'all') where.push({ sql: 'id = $1', values: [scope.kind === 'worker' ? scope.workerId : 0] });
  if (!withLocked) where.push({ sql: `NOT (${isLocked('workers')})`, values: [] });
  if (page.state !== undefined) where.push({ sql: 'state = $1', values: [page.state] });
  const list = { select: WORKER_COLUMNS, from: 'public.workers', where, id: { sql: 'id', type: 'int' } } as const;
  const found = await keysetPage<WorkerRow>(db, list, page);
  return { ...found, items: found.items.map(toAnswer) };
}

export function cardsOfWorker(db: Queryable, workerId: number): Promise<CardAnswer[]> {
  return db.query<CardAnswer>(
    `SELECT ${CARD_COLUMNS} FROM public.bank_cards WHERE worker_id = $1 ORDER BY card_version DESC`,
    [workerId],
  );
}

export function cardById(db: Queryable, cardId: number): Promise<CardAnswer> {
  return db.one<CardAnswer>(`SELECT ${CARD_COLUMNS} FROM public.bank_cards WHERE id = $1`, [cardId]);
}

export interface LockedWorker {
  readonly id: number;
  readonly state: WorkerState;
  readonly realNameState: string;
  readonly subject: string;
  readonly nameSealed: string;
}

/** The worker under lock, for a change. @throws Problem `not-found` */
export async function lockWorker(tx: Tx, id: number): Promise<LockedWorker> {
  const row = await tx.maybeOne<LockedWorker>(
    `SELECT id, state, real_name_state AS "realNameState", identity_blind AS subject, name_sealed AS "nameSealed"
     FROM public.workers WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (row === undefined) throw noSuchWorker();
  return row;
}
