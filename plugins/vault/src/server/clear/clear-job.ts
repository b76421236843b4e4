import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { clearSourcesOf } from './clear-source';
import { stepClearSweep } from './clear-sweep';

/** Of each tick (a minute): the rest belongs to the work of the day. */
const WORK_MS = 8_000;

/** The schedule that goes on with what is in clear, in whichever process it ticks; once all is proved a tick is one question. */
export function handleClearValues(strapi: Core.Strapi): void {
  jobsOf(strapi).handle('vault.seal-clear', async (_job, command) => {
    const tools = { db: databaseOf(strapi), sources: () => clearSourcesOf(strapi).all() };
    const end = performance.now() + WORK_MS;
    while (performance.now() < end) {
      if ((await stepClearSweep(tools, command)) !== 'again') return;
    }
  });
}
