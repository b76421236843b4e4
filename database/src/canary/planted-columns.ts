import type { Client } from 'pg';

/** How many values each sealed or masked column of the database holds, by `schema.table.column`: the catalog says which there are. */
export type KeptValues = ReadonlyMap<string, number>;

export async function keptValues(client: Client): Promise<KeptValues> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name, array_agg(column_name::text ORDER BY column_name) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE column_name ~ '_(sealed|masked)$' AND table_type = 'BASE TABLE' GROUP BY 1 ORDER BY 1`,
  );
  const kept = new Map<string, number>();
  for (const { name, columns } of rows) {
    const counts = columns.map((column, index) => `count("${column}")::int AS c${index}`).join(', ');
    const counted = await client.query<Record<string, number>>(`SELECT ${counts} FROM ${name}`);
    columns.forEach((column, index) => kept.set(`${name}.${column}`, counted.rows[0]?.[`c${index}`] ?? 0));
  }
  return kept;
}

/** A column that no canary is planted in, and why. One that is planted all the same is no exception any more. */
export interface Unplanted {
  readonly column: RegExp;
  readonly why: string;
}

export const unplanted: readonly Unplanted[] = [
  { column: /^access\.second_factors\./, why: 'secrets of accounts, made by the platform: nobody types one in' },
  {
    column: /^parties\.worker_staging\./,
    why: 'emptied in the transaction that fills it; what passes it stays in its pages, which are hunted',
  },
  {
    column: /^channels\.payees\.identity_sealed$/,
    why: 'filled for banks whose files ask for it; the sandbox does not',
  },
  {
    column: /^public\.deposits\.payer_account_masked$/,
    why: 'nothing fills it: neither statements nor forms tell the account of a payer',
  },
];

/** Columns that hold no more than before the canaries were planted, and exceptions that are none. */
export function notPlanted(before: KeptValues, after: KeptValues): { missing: string[]; unused: Unplanted[] } {
  const isExcepted = (column: string): boolean => unplanted.some((one) => one.column.test(column));
  const grown = [...after].filter(([column, count]) => count > (before.get(column) ?? 0)).map(([column]) => column);
  return {
    missing: [...after.keys()].filter((column) => !grown.includes(column) && !isExcepted(column)),
    unused: unplanted.filter(
      ({ column }) => ![...after.keys()].some((name) => column.test(name)) || grown.some((name) => column.test(name)),
    ),
  };
}
