import type { Text2 } from '@linggong/core/domain';
import { bankReasonOf } from '@linggong/channels/domain';

/** A bank's reason in plain words, and what happens next. */
export function bankReasonText(code: string): { code: string; text: Text2; next: Text2 } {
  return { code, ...bankReasonOf(code) };
}
