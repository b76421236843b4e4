import {
  cutWarnings,
  logWarnings,
  noteWitnessHead,
  sealedRows,
  witnessRecords,
  witnessWarnings,
} from '@linggong/audit';
import type { Audit } from './difference';

/**
 * The audit log is sealed within seconds (封存), and the write-ahead log is read (旁证): what went past the platform is a finding until
 * somebody says why. What both hold is verified apart, row by row; the end of the one is noted in the other, so that none can be cut.
 */
export const auditLogAudit: Audit = {
  name: 'audit-log',
  look: async (db) => ({
    compared: (await sealedRows(db)) + (await witnessRecords(db)),
    differences: [...(await logWarnings(db)), ...(await witnessWarnings(db)), ...(await cutWarnings(db))],
  }),
  note: noteWitnessHead,
};
