import { coveredRead } from '@linggong/audit';
import type { Queryable } from '@linggong/core';
import type { FieldKind, UnmaskOwner, UnmaskReader } from '@linggong/vault';
import { isLocked } from './locked/locks';
import { openText } from './sealed-text';
import type { PartiesTools } from './tools';

/** Sensitive rows of a kind, in SQL; the alias of the row is `t`. */
interface SensitiveRows {
  readonly kind: string;
  readonly from: string;
  /** Subject of the sealed values, as `sealedSources` has it. */
  readonly subject: string;
  readonly label: string;
  /** Whose rows they are. */
  readonly worker?: string;
  readonly enterprise?: string;
  /** Of people: which of them are there for somebody else than themselves. */
  readonly unlocked?: string;
  /** Field of the lists -> kind and name of its columns `<name>_sealed` and `<name>_masked`. */
  readonly fields: Readonly<Record<string, readonly [FieldKind, string]>>;
}

const sensitiveRows: readonly SensitiveRows[] = [
  {
    kind: 'worker',
    from: 'public.workers t',
    subject: 't.identity_blind',
    label: 't.number',
    worker: 't.id',
    unlocked: `NOT (${isLocked('t')})`,
    fields: {
      name: ['name', 'name'],
      identity: ['identity-number', 'identity'],
      phone: ['phone', 'phone'],
      address: ['address', 'address'],
    },
  },
  {
    kind: 'bank-card',
    from: 'public.bank_cards t JOIN public.workers w ON w.id = t.worker_id',
    subject: 'w.identity_blind',
    label: 'w.number',
    worker: 't.worker_id',
    unlocked: `NOT (${isLocked('w')})`,
    fields: { card: ['bank-card', 'card'], holder: ['name', 'holder'] },
  },
  {
    kind: 'enterprise',
    from: 'public.enterprises t',
    subject: "'enterprise:' || t.uscc",
    label: 't.number',
    enterprise: 't.id',
    fields: {
      legalRepresentative: ['name', 'legal_representative'],
      contactName: ['name', 'contact_name'],
      contactPhone: ['phone', 'contact_phone'],
      bankAccount: ['bank-card', 'bank_account'],
    },
  },
];

interface Found {
  readonly label: string;
  readonly masked: string | null;
  readonly sealed: string | null;
  readonly subject: string;
  readonly workerId: number | null;
}

/** This plugin's rows, for the vault to show one of their fields in clear (查看明文). */
export function unmaskOwners(tools: () => PartiesTools): UnmaskOwner[] {
  return sensitiveRows.map((rows) => ({
    kind: rows.kind,
    find: async (db, { id, field }, reader) => {
      const [fieldKind, column] = Object.hasOwn(rows.fields, field) ? (rows.fields[field] ?? []) : [];
      if (fieldKind === undefined || column === undefined) return undefined;
      const found = await findRow(db, rows, column, id, reader);
      if (found === undefined || !found.sealed) return undefined;
      const { label, masked, subject, sealed, workerId } = found;
      const reading = coveredRead('sensitive-field.read', [fieldKind]);
      const open = (): string => openText({ vault: tools().vault, reading }, fieldKind, subject, sealed);
      return { label, masked, kind: fieldKind, workerId, open };
    },
  }));
}

async function findRow(
  db: Queryable,
  rows: SensitiveRows,
  column: string,
  id: number,
  reader: UnmaskReader,
): Promise<Found | undefined> {
  const within = withinScope(rows, reader);
  if (within === undefined) return undefined;
  const { label, subject, worker, from } = rows;
  return db.maybeOne<Found>(
    `SELECT ${label} AS label, t.${column}_masked AS masked, t.${column}_sealed AS sealed, ${subject} AS subject,
            ${worker ?? 'NULL'}::int AS "workerId"
       FROM ${from} WHERE t.id = $1 AND ${within.sql}`,
    [id, ...within.values],
  );
}

/** A condition over `$2`; undefined where a scope covers no row of the kind. Who has left is there for himself alone. */
function withinScope(
  { worker, enterprise, unlocked = 'TRUE' }: SensitiveRows,
  { scope, isElevated }: UnmaskReader,
): { sql: string; values: number[] } | undefined {
  if (scope.kind === 'all') return { sql: unlocked, values: [] };
  if (scope.kind === 'worker' && worker) {
    return { sql: `${worker} = $2 AND ${isElevated ? unlocked : 'TRUE'}`, values: [scope.workerId] };
  }
  if (scope.kind === 'enterprise' && enterprise) return { sql: `${enterprise} = $2`, values: [scope.enterpriseId] };
  return undefined;
}
