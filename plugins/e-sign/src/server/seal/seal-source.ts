import { readFile } from 'node:fs/promises';
import { systemCommand, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import type { SealingSettings } from '@linggong/config';
import type { Vault } from '@linggong/vault';
import type { Mill } from '../mill/mill';
import { generatedSeal } from './generated-seal';
import { insertCertificate, type SealCertificate } from './certificate-rows';
import type { ActiveSeal } from './active-seal';

export interface SealSource {
  /**
   * Made at the first call, and anew when it nears its end.
   * @throws Problem 503 `seal-certificate-expired` for a configured certificate that is no longer valid: only its owner can renew it
   */
  active(at: Date): Promise<ActiveSeal>;
  readonly timeStampUrl: string | undefined;
}

export interface SealSourceOptions {
  readonly db: () => Database;
  readonly vault: () => Pick<Vault, 'putFile' | 'getFile'>;
  readonly mill: Pick<Mill, 'certificateOf'>;
  readonly settings: Pick<SealingSettings, 'p12' | 'timeStampUrl'>;
}

/** How long a process trusts what it has read: another one may have renewed the certificate. */
const keptMs = 3_600_000;

export function createSealSource({ db, vault, mill, settings }: SealSourceOptions): SealSource {
  let kept: { seal: ActiveSeal; until: number } | undefined;
  const read = (at: Date): Promise<ActiveSeal> => {
    if (settings.p12) return configuredSeal(db(), mill, settings.p12, at);
    return generatedSeal(db(), vault(), systemCommand('e-sign', at, 'seal-certificate'));
  };
  return {
    timeStampUrl: settings.timeStampUrl,
    active: async (at) => {
      const isFresh = kept !== undefined && at.getTime() < kept.until && at >= kept.seal.certificate.validFrom;
      if (kept === undefined || !isFresh) kept = { seal: await read(at), until: at.getTime() + keptMs };
      return kept.seal;
    },
  };
}

async function configuredSeal(
  db: Database,
  mill: Pick<Mill, 'certificateOf'>,
  { file, passphrase }: NonNullable<SealingSettings['p12']>,
  at: Date,
): Promise<ActiveSeal> {
  const bytes = new Uint8Array(await readFile(file));
  const der = await mill.certificateOf(bytes, passphrase);
  const certificate = await insertCertificate(db, 'configured', der, null, at);
  if (certificate.validTo <= at || certificate.validFrom > at) throw expired(certificate);
  return { certificate, key: { kind: 'p12', fingerprint: certificate.fingerprint, file: bytes, passphrase } };
}

function expired({ serial }: SealCertificate): Error {
  return problem(
    503,
    'seal-certificate-expired',
    { zh: '封存证书不在有效期内，合同暂不封存', en: 'The seal certificate is not valid now; contracts are not sealed' },
    {
      fix: { zh: '请系统管理员更换 SEAL_P12_FILE 中的证书', en: 'Have the certificate in SEAL_P12_FILE replaced' },
      extra: { serial },
    },
  );
}
