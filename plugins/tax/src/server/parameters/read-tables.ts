import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import type { Dated, ParameterName, TaxTables } from '../../domain';
import { parameterSchemas } from './parameter-values';

interface ParameterRow {
  name: string;
  value: unknown;
  validFrom: string;
  validTo: string | null;
  referenceZh: string;
  referenceEn: string;
  approvedBy: string;
}

/** The dated tables in force, and the name of exactly these values, which every record keeps. */
interface VersionedTables {
  readonly tables: TaxTables;
  readonly version: string;
}

/**
 * Reads the parameter tables.
 * @throws Error when a row does not read as its parameter: nothing must be computed with half of the law.
 */
export async function readTables(db: Queryable): Promise<VersionedTables> {
  const rows = await db.query<ParameterRow>(
    `SELECT name, value, valid_from AS "validFrom", valid_to AS "validTo", reference_zh AS "referenceZh",
            reference_en AS "referenceEn", approved_by AS "approvedBy"
       FROM tax.parameters ORDER BY name, valid_from`,
  );
  // Object.keys forgets the key type; the schema map has exactly the parameter names.
  const names = Object.keys(parameterSchemas) as ParameterName[];
  const entries = names.map((name) => [
    name,
    rows.filter((row) => row.name === name).map((row) => datedRow(name, row)),
  ]);
  // Each entry was read by the schema of its own name, which is what the mapped type says.
  const tables = Object.fromEntries(entries) as unknown as TaxTables;
  const version = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
  return { tables, version };
}

function datedRow(name: ParameterName, row: ParameterRow): Dated<unknown> {
  const read = parameterSchemas[name].safeParse(row.value);
  if (!read.success) throw new Error(`tax.parameters: ${name} from ${row.validFrom} cannot be read`);
  return {
    value: read.data,
    from: row.validFrom,
    ...(row.validTo === null ? {} : { to: row.validTo }),
    reference: { zh: row.referenceZh, en: row.referenceEn },
    approvedBy: row.approvedBy,
  };
}
