import { continuityLimits } from '@linggong/config';
import { backupWarnings } from '../../domain';
import { backupFacts } from '../backups/backup-facts';
import type { Audit } from './difference';

/** There is a backup, young enough; the log is stored up to minutes ago; the last drill passed. */
export const backupsAudit: Audit = {
  name: 'backups',
  look: async (db, at) => {
    const { count } = await db.one<{ count: bigint }>('SELECT count(*) AS count FROM continuity.backups');
    const warnings = backupWarnings(await backupFacts(db), continuityLimits, at);
    return { compared: count, differences: warnings.map((kind) => ({ kind, count: 1n, samples: [] })) };
  },
};
