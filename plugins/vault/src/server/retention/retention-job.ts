import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '../services';
import { retentionOf } from './retention';
import { runRetention } from './run-retention';

/** The daily run of the retention schedule, and the bytes of what it purged. A killed one is gone on with by its next try. */
export function handleRetention(strapi: Core.Strapi): void {
  jobsOf(strapi).handle('vault.retain', async (_job, command) => {
    const db = databaseOf(strapi);
    const classes = await runRetention(db, retentionOf(strapi), command);
    const files = await vaultOf(strapi).removePurged(db, command);
    return { classes: classes.map((outcome) => ({ ...outcome })), files };
  });
}
