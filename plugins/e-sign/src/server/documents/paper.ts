import type { Text2 } from '@linggong/core/domain';
import type { Template, TemplateValues } from '../../domain';

/** One act of signing as the evidence records it (电子签名法 arts. 13, 14, 16). */
export interface PaperSignature {
  /** How: `click`, `sms-code`, `paper`, or the manner of an e-signature provider. */
  readonly method: string;
  readonly at: Date;
  /** Of an e-signature provider; null where the platform itself took the consent. */
  readonly provider: string | null;
  readonly certificateSerial: string | null;
  readonly timeStamp: Date | null;
  /** Of the file that the provider signed. */
  readonly fileSha256: string | null;
}

/** What the seal says about itself on the page; null on a paper that is not sealed (yet). */
export interface PaperSeal {
  readonly at: Date;
  readonly certificateSerial: string;
  readonly certificateSubject: string;
  readonly origin: 'generated' | 'configured';
  readonly isTimeStamped: boolean;
}

/** All that is printed of a contract, in clear; lives in memory only. */
export interface Paper {
  readonly contractId: number;
  readonly number: string;
  readonly template: Template;
  readonly values: TemplateValues;
  readonly textSha256: string;
  /** Verification code, and the address that the QR of each page holds. */
  readonly code: string;
  readonly address: string;
  readonly platformName: Text2;
  /** Date of the paper: of its signature, else of its sending. */
  readonly datedAt: Date;
  readonly signatures: readonly PaperSignature[];
  readonly seal: PaperSeal | null;
}
