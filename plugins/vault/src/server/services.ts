import type { Core } from '@strapi/strapi';
import type { Vault } from './vault';

/** Filled in `register`, before anything asks for it: reading the keys needs to wait for the disk, a service may not. */
export interface VaultHolder {
  vault?: Vault;
}

export const services = { holder: (): VaultHolder => ({}) };

/** The vault of the running process. @throws Error before the plugin has registered */
export function vaultOf(strapi: Core.Strapi): Vault {
  const { vault }: VaultHolder = strapi.plugin('vault').service('holder');
  if (!vault) throw new Error('the vault is not open yet');
  return vault;
}
