import type { Command, Tx } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { giveConsents } from '@linggong/vault';
import { neededPurposes, type ConsentMethod } from '@linggong/vault/domain';
import type { WorkerSource } from '../../domain';
import { tellCards, tellWorkers } from '../tell-parties';
import { recordStagedAgency } from './authorize-agency';

/** What became of a staged row. `known`: that identity is registered already; `repeated`: an earlier row has it. */
export interface StagedOutcome {
  readonly rowNo: number;
  readonly outcome: 'registered' | 'known' | 'repeated';
  readonly workerId: number | null;
  readonly identityBlind: string;
  readonly phoneBlind: string;
}

// Rows go in by the order of their identity, so that two imports of the same people wait for each other, not in a circle.
const INSERT_WORKERS = `
WITH ranked AS (
  SELECT *, row_number() OVER (PARTITION BY identity_blind ORDER BY row_no) AS turn
  FROM parties.worker_staging WHERE batch_id = $1
), inserted AS (
  INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
    identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, address_sealed, address_masked, country,
    resident, state, real_name_state, vat_role, agency_from, agency_to, source, registered_at, version)
  SELECT parties.business_number('W', $2, nextval('parties.worker_serials')), name_sealed, name_blind, name_masked,
    identity_kind, identity_sealed, identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked,
    address_sealed, address_masked, country, resident, 'registered', 'pending', vat_role, agency_from, agency_to, $3,
    $4::timestamptz, 1
  FROM ranked WHERE turn = 1 ORDER BY identity_blind
  ON CONFLICT (identity_blind) DO NOTHING
  RETURNING id, identity_blind
)
UPDATE parties.worker_staging s
SET worker_id = i.id,
    outcome = CASE WHEN r.turn > 1 THEN 'repeated' WHEN i.id IS NULL THEN 'known' ELSE 'registered' END
FROM ranked r LEFT JOIN inserted i ON i.identity_blind = r.identity_blind AND r.turn = 1
WHERE s.batch_id = $1 AND s.row_no = r.row_no`;

const INSERT_CARDS = `
INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, card_masked, holder_sealed,
  holder_blind, holder_masked, bank_name, bank_code, state, added_at)
SELECT worker_id, 1, card_sealed, card_blind, card_masked, holder_sealed, holder_blind, holder_masked, bank_name,
  bank_code, 'pending', $2::timestamptz
FROM parties.worker_staging
WHERE batch_id = $1 AND outcome = 'registered' AND card_blind IS NOT NULL
ORDER BY row_no
RETURNING id`;

/**
 * Rows that this transaction has just staged have no statistics yet: the planner takes them for a handful and joins them
 * in nested loops, which 5,000 rows turn into minutes. Without loops it hashes, whatever it believes.
 */
async function insertWorkers(tx: Tx, values: readonly unknown[]): Promise<void> {
  await tx.query('SET LOCAL enable_nestloop = off');
  await tx.query(INSERT_WORKERS, values);
  await tx.query('SET LOCAL enable_nestloop = on');
}

/** How the consents that a registration stands on were given (个人信息处理同意). */
const consentMethods: Readonly<Record<WorkerSource, ConsentMethod>> = {
  online: 'click',
  staff: 'operator',
  import: 'import-declared',
};

/**
 * Turns the staged rows of a batch into workers and cards, in three statements however many they are, and empties the
 * staging. Identities that are registered already are left alone and reported as `known`.
 */
export async function registerStaged(
  tx: Tx,
  jobs: Jobs,
  command: Command,
  batchId: string,
  source: WorkerSource,
): Promise<StagedOutcome[]> {
  const month = monthOf(shanghaiDay(command.at));
  await insertWorkers(tx, [batchId, month, source, command.at]);
  const cards = await tx.query<{ id: number }>(INSERT_CARDS, [batchId, command.at]);
  await recordStagedAgency(tx, command, batchId);
  const outcomes = await tx.query<StagedOutcome>(
    `DELETE FROM parties.worker_staging WHERE batch_id = $1
     RETURNING row_no AS "rowNo", outcome, worker_id AS "workerId", identity_blind AS "identityBlind", phone_blind AS "phoneBlind"`,
    [batchId],
  );
  outcomes.sort((one, other) => one.rowNo - other.rowNo);
  const workerIds = outcomes.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]));
  const method = consentMethods[source];
  await giveConsents(tx, command, { workerIds, purposes: neededPurposes, method });
  await tellWorkers(tx, jobs, command, 'parties.worker.registered', workerIds);
  await tellCards(
    tx,
    jobs,
    command,
    'parties.card.added',
    cards.map(({ id }) => id),
  );
  return outcomes;
}
