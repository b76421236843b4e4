import type { IdentitySettings, VendorName, VendorSettings } from '@linggong/config';
import type { IdentityProvider } from '../providers/identity-provider';
import { createAliyun } from './aliyun';
import { createQichacha } from './qichacha';
import { createTencentCloud } from './tencent-cloud';
import { createTianyancha } from './tianyancha';

const makers: Readonly<Record<VendorName, (settings: VendorSettings) => IdentityProvider>> = {
  'tencent-cloud': createTencentCloud,
  aliyun: createAliyun,
  qichacha: (settings) => createQichacha(settings),
  tianyancha: createTianyancha,
};

/** The adapters of all configured vendors; none where the sandbox answers, so that no synthetic person ever reaches a vendor. */
export function createVendors({ isSandboxed, vendors }: IdentitySettings): IdentityProvider[] {
  return isSandboxed ? [] : vendors.map((settings) => makers[settings.name](settings));
}
