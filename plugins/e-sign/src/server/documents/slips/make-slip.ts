import type { ESignTools } from '../../tools';
import { slipNotSealed, unprintable } from '../paper-problems';
import type { Slip } from './slip';

/** What whoever asks for a slip says of it; who gives it and its seal are the platform's. */
export type SlipWish = Omit<Slip, 'platformName' | 'seal'>;

/**
 * A slip as PDF, printed and sealed beside the main thread.
 * @param madeAt of the wish is the instant of the seal
 * @throws Problem 422 `contract-character-unprintable`, 503 `slip-not-sealed` where the time stamp authority gives no token, 503 `seal-certificate-expired`
 */
export async function makeSlip(
  { mill, seal, platformName }: Pick<ESignTools, 'mill' | 'seal' | 'platformName'>,
  wish: SlipWish,
): Promise<Buffer> {
  const at = wish.madeAt;
  const { key, certificate } = await seal.active(at);
  const { serial, subject, origin } = certificate;
  const isTimeStamped = seal.timeStampUrl !== undefined;
  const slip: Slip = {
    ...wish,
    platformName,
    seal: { at, certificateSerial: serial, certificateSubject: subject, origin, isTimeStamped },
  };
  const result = await mill.sealSlip({ slip, key, at, timeStampUrl: seal.timeStampUrl });
  if (result.ok) return Buffer.from(result.bytes);
  throw result.fault === 'unprintable' ? unprintable(result.missing) : slipNotSealed();
}
