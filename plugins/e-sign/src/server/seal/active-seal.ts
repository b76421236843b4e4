import type { SealCertificate } from './certificate-rows';
import type { SealKey } from './seal-key';

/** The certificate that seals now, with its key. */
export interface ActiveSeal {
  readonly certificate: SealCertificate;
  readonly key: SealKey;
}
