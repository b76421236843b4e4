import { createHash } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { allInForce } from '@linggong/studio';
import type { Dated, ParameterName, TaxTables } from '../../domain';
import { parameterNames, tablesOf, type ParameterContent } from './parameter-content';
import { PARAMETERS_KEY } from './parameter-seed';
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

/** Tables made ready, by the content of their version, which never changes. */
const ready = new WeakMap<ParameterContent, VersionedTables>();

/**
 * The parameters that taxes are computed with: those of Studio that are in force (`tax.parameters`), each with its days; in a database that
 * was made without them, the tables that this plugin was delivered with.
 * @throws Error when a row does not read as its parameter: nothing must be computed with half of the law.
 */
export async function readTables(db: Queryable): Promise<VersionedTables> {
  const configured = await allInForce<ParameterContent>(db, 'tax-parameters');
  const found = configured.find(({ key }) => key === PARAMETERS_KEY);
  if (found === undefined) return readDelivered(db);
  const known = ready.get(found.content);
  if (known !== undefined) return known;
  const approvedBy = found.versionNo === 1 ? 'initial-release' : `configuration-v${found.versionNo}`;
  const read = versioned(tablesOf(found.content, approvedBy));
  ready.set(found.content, read);
  return read;
}

async function readDelivered(db: Queryable): Promise<VersionedTables> {
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
  return versioned(tables);
}

/** The same values have the same name, wherever they are kept. */
function versioned(tables: TaxTables): VersionedTables {
  const written = JSON.stringify(
    parameterNames.map((name) => [name, tables[name]]),
    plain,
  );
  return { tables, version: createHash('sha256').update(written).digest('hex').slice(0, 12) };
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

/** Whole numbers as text, and fields in one order: a database keeps neither. */
function plain(_key: string, item: unknown): unknown {
  if (typeof item === 'bigint') return item.toString();
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).sort(([left], [right]) => (left < right ? -1 : 1)));
}
