import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { openedVaultOf } from '../services';
import { stepReencryption } from './reencryption';
import { sealedSourcesOf } from './sealed-source';

/** Of each tick (20 s): the rest belongs to the work of the day. */
const WORK_MS = 8_000;

/** The schedule that goes on with the open re-encryption, in whichever process it ticks; a killed one is simply gone on with. */
export function handleReencryption(strapi: Core.Strapi): void {
  jobsOf(strapi).handle('vault.reencrypt', async (_job, command) => workFor(strapi, command, WORK_MS));
}

async function workFor(strapi: Core.Strapi, command: Command, ms: number): Promise<void> {
  const { vault, dataKeys, files } = openedVaultOf(strapi);
  const db = databaseOf(strapi);
  const tools = { db, dataKeys, sources: () => sealedSourcesOf(strapi).all(), reseal: vault.reseal, files };
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if ((await stepReencryption(tools, command)) !== 'again') return;
  }
}
