import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { createParties, type Parties } from './parties-service';
import { createPorts, type Ports } from './ports';
import type { PartiesTools } from './tools';

/** What this plugin keeps for the life of the process. */
export interface PartiesHolder {
  readonly ports: Ports;
  tools?: PartiesTools;
  parties?: Parties;
}

export const services = { holder: (): PartiesHolder => ({ ports: createPorts() }) };

function holderOf(strapi: Core.Strapi): PartiesHolder {
  return strapi.plugin('parties').service('holder');
}

/** Ports may be filled before the vault is open; tools are made when they are first used. */
export function portsOf(strapi: Core.Strapi): Ports {
  return holderOf(strapi).ports;
}

export function toolsOf(strapi: Core.Strapi): PartiesTools {
  const holder = holderOf(strapi);
  holder.tools ??= {
    database: databaseOf(strapi),
    vault: vaultOf(strapi),
    jobs: jobsOf(strapi),
    ports: holder.ports,
  };
  return holder.tools;
}

/** The parties of the running process. @throws Error before the vault is open */
export function partiesOf(strapi: Core.Strapi): Parties {
  const holder = holderOf(strapi);
  holder.parties ??= createParties(toolsOf(strapi));
  return holder.parties;
}
