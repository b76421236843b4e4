import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import type { RiskTools } from './tools';

/** What this plugin works with in the running process. @throws Error before the vault is open */
export function toolsOf(strapi: Core.Strapi): RiskTools {
  return { database: databaseOf(strapi), vault: vaultOf(strapi), jobs: jobsOf(strapi) };
}
