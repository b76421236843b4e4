import { logWarnings, sealedRows } from '@linggong/audit';
import type { Audit } from './difference';

/** The audit log is sealed within seconds (封存). What it holds is verified apart, row by row. */
export const auditLogAudit: Audit = {
  name: 'audit-log',
  look: async (db) => ({ compared: await sealedRows(db), differences: await logWarnings(db) }),
};
