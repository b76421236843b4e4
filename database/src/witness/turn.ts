import type { Client } from 'pg';

/** Takes the turn of the one who writes the witness's store (旁证唯一写入者), until the connection ends. @returns false where another has it */
export async function takeTurn(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_lock(hashtext('linggong witness')) AS taken",
  );
  return rows[0]?.taken === true;
}
