import type { Core } from '@strapi/strapi';
import { jobsOf, runFailed } from '@linggong/jobs';
import { retentionOf, type Purger } from '@linggong/vault';
import { z } from 'zod';
import { EXPORT_JOB } from './ask-export';
import { makeExport } from './make-export';
import { tellFailedExport } from './tell-failed-export';

export { listExportRoutes } from './routes';

const exportAsked = z.strictObject({ exportId: z.uuid() });

/** Files of lists and what was wished for: they waited a week to be taken. */
const exportFiles: Purger = {
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT e.id::text AS id, array_agg(f.id::text ORDER BY f.id) AS "fileIds", ARRAY['list-export:' || e.id] AS subjects
         FROM access.list_exports e JOIN vault.published_files f ON f.id IN (e.file_id, e.wish_file)
        WHERE e.asked_at < $1 AND e.id > coalesce(nullif($2, '')::uuid, '00000000-0000-0000-0000-000000000000')
        GROUP BY e.id ORDER BY e.id LIMIT $3`,
      [before, after, limit],
    ),
};

export function handleListExports(strapi: Core.Strapi): void {
  retentionOf(strapi).add('list-export', exportFiles);
  const jobs = jobsOf(strapi);
  jobs.on(runFailed, 'access.tell-failed-export', ({ payload }, command, tx) => tellFailedExport(tx, command, payload));
  jobs.handle(EXPORT_JOB, async (job, command) => {
    const { exportId } = exportAsked.parse(job.payload);
    const made = await makeExport(strapi, exportId, (progress) => job.progress(progress), command);
    return made ? { ...made } : { exportId };
  });
}
