import type { Core } from '@strapi/strapi';
import { createClearSources } from './clear/clear-source';
import { createPersonKeepers } from './erasure/person-keepers';
import { createPersonalData } from './requests/personal-data';
import { createRetention } from './retention/retention';
import { createSealedSources } from './reseal/sealed-source';
import { createUnmaskOwners } from './unmask/unmask-owners';
import type { OpenVault } from './open-vault';
import type { Vault } from './vault';

/** Filled in `register`, before anything asks for it: reading the keys needs to wait for disk and database, a service may not. */
export interface VaultHolder {
  vault?: Vault;
  /** Absent in the migrate process, which seals nothing. */
  opened?: OpenVault;
  /** Reads the data keys again every while. */
  refreshing?: NodeJS.Timeout;
}

export const services = {
  holder: (): VaultHolder => ({}),
  sources: createSealedSources,
  clearSources: createClearSources,
  unmaskOwners: createUnmaskOwners,
  retention: createRetention,
  personalData: createPersonalData,
  personKeepers: createPersonKeepers,
};

/** Keys beside the vault of the running process. @throws Error before the plugin has registered */
export function openedVaultOf(strapi: Core.Strapi): OpenVault {
  const { opened }: VaultHolder = strapi.plugin('vault').service('holder');
  if (!opened) throw new Error('the vault is not open yet');
  return opened;
}

/** The vault of the running process. @throws Error before the plugin has registered */
export function vaultOf(strapi: Core.Strapi): Vault {
  const { vault }: VaultHolder = strapi.plugin('vault').service('holder');
  if (!vault) throw new Error('the vault is not open yet');
  return vault;
}
