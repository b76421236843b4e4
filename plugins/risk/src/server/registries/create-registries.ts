import type { IdentitySettings, VendorName, VendorSettings } from '@linggong/config';
import type { CreditRegistry } from './credit-registry';
import { createQichachaCredit } from './qichacha';
import { createSandboxCredit } from './sandbox';
import { createTencentCredit } from './tencent';
import { createTianyanchaCredit } from './tianyancha';

/** Vendors that tell a company's entry. */
const makers: Readonly<Partial<Record<VendorName, (settings: VendorSettings) => CreditRegistry>>> = {
  qichacha: (settings) => createQichachaCredit(settings),
  tianyancha: createTianyanchaCredit,
  'tencent-cloud': createTencentCredit,
};

/** Registers in the order of asking, and what each may cost in a day. */
export interface CreditChain {
  readonly registries: readonly CreditRegistry[];
  readonly dailyCapsFen: ReadonlyMap<string, bigint>;
}

/**
 * The registers of the running platform by the settings of real-name: the sandbox alone in a demo or a test, else the configured
 * vendors in the order of companies, else none – then checks are captured by hand.
 */
export function createCreditChain({ isSandboxed, vendors, order }: IdentitySettings): CreditChain {
  if (isSandboxed) return { registries: [createSandboxCredit()], dailyCapsFen: new Map() };
  const configured = order.company.flatMap((name) => vendors.filter((settings) => settings.name === name));
  return {
    registries: configured.flatMap((settings) => makers[settings.name]?.(settings) ?? []),
    dailyCapsFen: new Map(configured.map(({ name, dailyCapFen }) => [name, dailyCapFen])),
  };
}
