/** A pool or a client of pg, or our own database: anything that answers one query. */
interface Asked {
  query(sql: string): Promise<readonly { roles: unknown }[] | { rows: readonly { roles: unknown }[] }>;
}

/** Whether the three administrators (三员) have accounts: from then on the platform is founded and may be used. */
export async function administratorsInPlace(db: Asked): Promise<boolean> {
  const answer = await db.query(
    `SELECT count(DISTINCT account_role)::int AS roles FROM public.up_users
      WHERE account_role IN ('system-admin', 'security-admin', 'audit-admin')`,
  );
  const [row] = 'rows' in answer ? answer.rows : answer;
  return row?.roles === 3;
}
