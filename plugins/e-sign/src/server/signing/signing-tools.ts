import type { MessageSender } from '@linggong/access';
import { signingSettingsFromEnvironment } from '@linggong/config';
import type { Clock, Database } from '@linggong/core';
import { createEsignCnProvider } from '../providers/esign-cn/esign-cn-provider';
import { createSandboxSigner } from '../providers/sandbox/sandbox-provider';
import type { SignatureProvider } from '../providers/signature-provider';
import { createTencentEssProvider } from '../providers/tencent-ess/tencent-ess-provider';
import type { ContractPdf, SigningTools } from '../tools';
import { codesBy, createSandboxCodeSender } from './code-sender';

interface SigningParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly contractPdf: ContractPdf;
  /** The platform's channel of short messages, where it has one. */
  readonly sender?: MessageSender | undefined;
}

/**
 * What the environment configures for signing. A service has an adapter only where it has credentials; the sandbox is there where it
 * is chosen, and shows codes instead of sending them; else codes and reminders go by the channel of short messages.
 * @throws SettingsProblem
 */
export function createSigning(
  variables: Readonly<Record<string, string | undefined>>,
  { db, clock, contractPdf, sender }: SigningParts,
): SigningTools {
  const settings = signingSettingsFromEnvironment(variables);
  const { provider, esignCn, tencentEss, callbackUrl } = settings;
  const adapters: SignatureProvider[] = [];
  if (esignCn) adapters.push(createEsignCnProvider({ ...esignCn, clock, callbackUrl }));
  if (tencentEss) adapters.push(createTencentEssProvider({ ...tencentEss, clock }));
  if (provider === 'sandbox') adapters.push(sandbox({ db, clock, contractPdf }));
  const providers = new Map(adapters.map((adapter) => [adapter.name, adapter]));
  const channel = sender === undefined ? undefined : codesBy(sender);
  const codeSender = provider === 'sandbox' ? createSandboxCodeSender() : channel;
  return { settings, providers, current: providers.get(provider), codeSender, contractPdf, clock };
}

/** It makes no call-backs: what is decided in it is asked about at once. */
function sandbox({ db, clock, contractPdf }: SigningParts): SignatureProvider {
  return createSandboxSigner({
    db,
    clock,
    async pdfOf(reference) {
      const row = await db.one<{ contract_id: number; opened_at: Date }>(
        'SELECT contract_id, opened_at FROM e_sign.signature_requests WHERE reference = $1',
        [reference],
      );
      return contractPdf(db, row.contract_id, row.opened_at);
    },
  });
}
