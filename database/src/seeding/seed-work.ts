import type { Database } from '@linggong/core';

/** A published task on which everybody is engaged and accepted, as the ones who pay need it. */
export interface SeededTask {
  readonly id: number;
  readonly number: string;
}

export interface SeededWork {
  readonly enterpriseId: number;
  readonly number: string;
  readonly workerIds: readonly number[];
  /** Accepted of each worker, in fen: what may be paid in all. */
  readonly acceptedFen: number;
}

/** Writes the task, its engagements and a service agreement of every worker who has none, set-based and past the API. */
export async function seedWork(db: Database, work: SeededWork): Promise<SeededTask> {
  const { enterpriseId, number, workerIds, acceptedFen } = work;
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.tasks (number, enterprise_id, title, scenario, form, headcount, unit_price_fen, budget_fen, starts_on,
       ends_on, state, version)
     VALUES ($1, $2, '同城配送', 'delivery', 'piece', 2000000, 100, 100000000000, '2026-01-01', '2027-12-31', 'published', 1)
     RETURNING id`,
    [number, enterpriseId],
  );
  await db.query(
    `INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, accepted_fen, settled_fen,
       accepted_at, version)
     SELECT 'EN-' || $1 || '-' || worker_id, $2, $3, worker_id, 'accepted', $5, $5, 0, '2026-11-01', 1
       FROM unnest($4::int[]) AS w (worker_id)`,
    [number, id, enterpriseId, workerIds, acceptedFen],
  );
  await seedAgreements(db, workerIds);
  return { id, number };
}

async function seedAgreements(db: Database, workerIds: readonly number[]): Promise<void> {
  // Contracts without a paper: their text is nobody's, so that no version of the Studio stands behind it.
  await db.query(
    `INSERT INTO public.contract_templates (code, template_version, kind, title_zh, title_en, clauses, variables, text_hash)
     VALUES ('seeded-work', 0, 'worker-service', '协议', 'Agreement', '{}', '[]', repeat('0', 64))
     ON CONFLICT (code, template_version) DO NOTHING`,
  );
  await db.query(
    `INSERT INTO public.contracts (number, kind, template_id, worker_id, scenarios, valid_from, valid_to, state, signed_at,
       text_hash)
     SELECT 'CS-' || worker_id, 'worker-service', t.id, worker_id, '["*"]', '2026-01-01', '2027-12-31', 'signed', '2026-01-01',
            t.text_hash
       FROM unnest($1::int[]) AS w (worker_id)
       CROSS JOIN (SELECT id, text_hash FROM public.contract_templates WHERE code = 'seeded-work') t
      ON CONFLICT DO NOTHING`,
    [workerIds],
  );
}
