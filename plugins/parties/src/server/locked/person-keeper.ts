import type { PersonKeeper } from '@linggong/vault';

// Who came by a sheet was registered at the instant of its end.
const HOLDS = `
SELECT l.worker_id AS "workerId", 'worker-record' AS class, l.locked_at AS "from", false AS "hasFile"
FROM parties.locked_people l WHERE l.worker_id = ANY ($1::int[])
UNION ALL
SELECT w.id, 'worker-import-sheet', i.finished_at, true
FROM public.workers w
JOIN parties.worker_imports i ON i.finished_at = w.registered_at AT TIME ZONE 'UTC'
JOIN vault.published_files f ON f.id = i.file_id::uuid
WHERE w.id = ANY ($1::int[]) AND w.source = 'import'
UNION ALL
SELECT w.id, 'worker-import-sheet', max(i.finished_at), true
FROM public.workers w
JOIN parties.import_strangers s ON s.identity_blind = w.identity_blind OR s.phone_blind = w.phone_blind
JOIN parties.worker_imports i ON i.id = s.import_id
WHERE w.id = ANY ($1::int[]) GROUP BY w.id`;

const ERASE_WORKERS = `
UPDATE public.workers SET state = 'erased', state_reason = NULL, skills = NULL,
  name_sealed = NULL, name_blind = NULL, name_masked = '***',
  identity_sealed = NULL, identity_blind = NULL, identity_masked = '***',
  phone_sealed = NULL, phone_blind = NULL, phone_masked = '***',
  address_sealed = NULL, address_masked = NULL, version = version + 1, updated_at = $2::timestamptz
WHERE id = ANY ($1::int[]) RETURNING 1`;

const ERASE_CARDS = `
UPDATE public.bank_cards SET state = 'replaced', replaced_at = coalesce(replaced_at, $2::timestamptz),
  card_sealed = NULL, card_blind = NULL, card_masked = '***', holder_sealed = NULL, holder_blind = NULL, holder_masked = '***',
  bank_name = NULL, bank_code = NULL, updated_at = $2::timestamptz
WHERE worker_id = ANY ($1::int[]) RETURNING 1`;

/** The worker himself, his cards, and whence his authorizations were given. Their rows stay, for what was paid stands on them. */
export const registerOfPeople: PersonKeeper = {
  holds: (db, workerIds) => db.query(HOLDS, [workerIds]),
  erase: async (tx, { at }, people) => {
    const ids = people.map(({ workerId }) => workerId);
    const workers = await tx.query(ERASE_WORKERS, [ids, at]);
    const cards = await tx.query(ERASE_CARDS, [ids, at]);
    await tx.query(
      'UPDATE parties.agency_authorizations SET address = NULL WHERE worker_id = ANY ($1::int[]) AND address IS NOT NULL',
      [ids],
    );
    await tx.query('UPDATE parties.locked_people SET erased_at = $2 WHERE worker_id = ANY ($1::int[])', [ids, at]);
    return { workers: workers.length, cards: cards.length };
  },
};
