import { z } from 'zod';
import { payoutStates } from '../domain';

export { bankReasonOf, bankReasons, fileFaults, type BankReason, type BankReasonCode } from '../domain';

/** States of a payout as the console filters by them. */
export const payoutState = z.enum(payoutStates);
export { bankFileKinds, bankFileStates, fileChannels, type BankFileAnswer } from './bank-files';
