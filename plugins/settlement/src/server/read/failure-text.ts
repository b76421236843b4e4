import type { Text2 } from '@linggong/core/domain';
import { blockerCatalogue, type BlockerCode } from '../../api';
import { bankReasonText } from '../ports/bank-reasons';

/** Why an order ended without pay, and what happens next: a reason of ours (stopped before it left), or the bank's. */
export function failureText(code: string): { code: string; text: Text2; next: Text2 } {
  if (!Object.hasOwn(blockerCatalogue, code)) return bankReasonText(code);
  // hasOwn says that it is a key of the catalogue.
  const { title, remedy } = blockerCatalogue[code as BlockerCode];
  return { code, text: title, next: remedy.label };
}
