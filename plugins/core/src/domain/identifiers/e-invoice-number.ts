import { allDigits, numberAt } from './digits';
import { refused, type EInvoiceFacts, type Verdict } from './identifier-facts';
import { normaliseIdentifier } from './normalise';
import type { ReasonCode } from './reasons';

const LENGTH = 20;
const CENTURY = 2000;

/** Provinces and the five separately planned cities (91 大连, 92 宁波, 93 厦门, 94 青岛, 95 深圳) that issue e-invoices. */
const REGIONS = ['11-15', '21-23', '31-37', '41-46', '50-54', '61-65', '91-95'];

const issues: readonly boolean[] = Array.from({ length: 100 }, (_, region) =>
  REGIONS.some((range) => region >= numberAt(range, 0, 2) && region <= numberAt(range, 3, 2)),
);

function fault(text: string): ReasonCode | undefined {
  if (text.length === 0) return 'empty';
  if (!allDigits(text)) return 'characters';
  if (text.length !== LENGTH) return 'length';
  return issues[numberAt(text, 2, 2)] === true ? undefined : 'province';
}

/** Number of a fully digital invoice (数电票): year 2, region 2, channel 1, serial 15. It has no check digit. */
export function checkEInvoiceNumber(value: string): Verdict<EInvoiceFacts> {
  const text = normaliseIdentifier(value);
  const reason = fault(text);
  if (reason !== undefined) return refused(text, reason);
  return {
    valid: true,
    normalised: text,
    year: CENTURY + numberAt(text, 0, 2),
    region: text.slice(2, 4),
    channel: text.slice(4, 5),
  };
}
