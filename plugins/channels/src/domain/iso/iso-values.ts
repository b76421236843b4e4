import { addDays, isDay, shanghaiDay, startOfDay, type Day, type Fen } from '@linggong/core/domain';
import { bankReasons, type BankReasonCode } from '../bank-reasons';
import { FileFault } from '../bank/bank-document';
import { fenOfIsoAmount } from './iso-amount';
import { textAt, type XmlElement } from './xml-element';

/** A required text. @throws FileFault */
export function demand(element: XmlElement | undefined, ...path: readonly string[]): string {
  const text = textAt(element, ...path);
  if (text === null) throw new FileFault('field-broken', path.join('/'));
  return text;
}

/** A required amount in CNY, exact. @throws FileFault */
export function amountAt(element: XmlElement | undefined, name: string): Fen {
  const found = element?.children.find((child) => child.name === name);
  const fen = fenOfIsoAmount(found?.text ?? '');
  if (fen === undefined) throw new FileFault('field-broken', name);
  if ((found?.attributes['Ccy'] ?? 'CNY') !== 'CNY') throw new FileFault('currency-unknown', name);
  return fen;
}

/** An amount without a currency of its own (`CtrlSum`, `Sum`); null where it is not given. @throws FileFault */
export function sumAt(element: XmlElement | undefined, ...path: readonly string[]): Fen | null {
  const text = textAt(element, ...path);
  if (text === null) return null;
  const fen = fenOfIsoAmount(text.replace(/^-/, ''));
  if (fen === undefined) throw new FileFault('field-broken', path.join('/'));
  return text.startsWith('-') ? -fen : fen;
}

/** A count; null where it is not given. @throws FileFault */
export function countAt(element: XmlElement | undefined, ...path: readonly string[]): number | null {
  const text = textAt(element, ...path);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new FileFault('field-broken', path.join('/'));
  return Number(text);
}

/** An `ISODateTime`; without an offset it is the bank's own time, Asia/Shanghai. @throws FileFault */
export function instantOf(text: string): Date {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const instant = form ? new Date(form[2] === undefined ? `${text}+08:00` : text) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw new FileFault('field-broken', 'DtTm');
  return instant;
}

/**
 * When something was booked (`DtTm`, or `Dt` alone): of a bare day the moment of the document where it is of that day, else the
 * last second of that day, for a booking is not before what it answers. @throws FileFault
 */
export function bookedAt(dates: XmlElement | undefined, document: Date): { day: Day; at: Date } {
  const time = textAt(dates, 'DtTm');
  if (time !== null) return { day: shanghaiDay(instantOf(time)), at: instantOf(time) };
  const day = textAt(dates, 'Dt')?.slice(0, 10) ?? '';
  if (!isDay(day)) throw new FileFault('field-broken', 'BookgDt');
  const isOfDocument = shanghaiDay(document) === day;
  return { day, at: isOfDocument ? document : new Date(startOfDay(addDays(day, 1)).getTime() - 1_000) };
}

/** A reason as we know it; a code that we do not know is "no reason given". */
export function reasonOf(code: string | null): BankReasonCode {
  // hasOwn says that it is a key of the table.
  return code !== null && Object.hasOwn(bankReasons, code) ? (code as BankReasonCode) : 'MS03';
}
