import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { z } from 'zod';
import { retentionOf, type Purger } from '../retention/retention';
import { vaultOf } from '../services';
import { buildCopy } from './build-copy';
import { COPY_JOB } from './data-requests';
import { personalDataOf } from './personal-data';
import { remindRequests } from './remind';

const payload = z.object({ requestId: z.int().min(1) });

/** Copies that people asked for: they had a week to take theirs. */
const dataCopies: Purger = {
  due: (db, { before, after, limit }) =>
    db.query(
      `SELECT r.id::text AS id, ARRAY[f.id::text] AS "fileIds", ARRAY['worker:' || r.worker_id] AS subjects
       FROM vault.data_requests r JOIN vault.files f ON f.id = r.copy_file
       WHERE f.purged_at IS NULL AND r.ended_at < $1 AND r.id > coalesce(nullif($2, ''), '0')::int ORDER BY r.id LIMIT $3`,
      [before, after, limit],
    ),
};

/** The consents of a person, for his copy; the plugin's own share of what is kept of him. */
const consents = `SELECT purpose, version, act, method, at FROM vault.consents WHERE worker_id = $1 ORDER BY id`;
const requests = `SELECT number, kind, asked, state, received_at AS "receivedAt", ended_at AS "endedAt", outcome FROM vault.data_requests
  WHERE worker_id = $1 ORDER BY id`;

export function handleRequests(strapi: Core.Strapi): void {
  retentionOf(strapi).add('data-copy', dataCopies);
  const personalData = personalDataOf(strapi);
  personalData.add('consents', (db, workerId) => db.query(consents, [workerId]));
  personalData.add('requests', (db, workerId) => db.query(requests, [workerId]));
  const jobs = jobsOf(strapi);
  jobs.handle(COPY_JOB, async (job, command) => {
    const tools = { database: databaseOf(strapi), vault: vaultOf(strapi), jobs, personalData };
    await buildCopy(tools, command, payload.parse(job.payload).requestId);
  });
  jobs.handle('vault.remind-requests', async (_job, command) => ({
    reminded: await remindRequests(databaseOf(strapi), jobs, command),
  }));
}
