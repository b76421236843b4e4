import { bankOfCard, isSameBank } from './card-banks';
import type { BankProfile } from './bank-profiles';
import { isCnaps } from './cnaps';
import type { RefusalCode } from './refusals';
import type { ClearTransfer } from '../iso/pain-001';
import { isXmlText } from '../iso/xml-text';

/** How a bank's file measures text; the encodings live with the adapter. */
export interface FileText {
  /** Length in bytes of the file's encoding; undefined for what it cannot say. */
  bytesOf(text: string): number | undefined;
}

const NAME = /^[\p{Script=Han}A-Za-z·][\p{Script=Han}A-Za-z· .'-]*$/u;
/** Dots that look like the separator of a name (·, U+00B7) and are another character to a bank. */
const OTHER_DOTS = /[•・‧∙⋅．。]|[\p{Script=Han}]\.[\p{Script=Han}]/u;
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The first reason why a bank would refuse a payee, found before the file leaves; undefined where there is none. Invalid CNAPS
 * numbers and names are ours to find: at the bank they cost a day and come back as 户名不符.
 */
export function payeeFault(
  transfer: ClearTransfer,
  payerBankCode: string | null,
  profile: BankProfile,
  text: FileText,
): RefusalCode | undefined {
  return (
    nameFault(transfer.payeeName, profile, text) ??
    (/^\d{13,19}$/.test(transfer.payeeAccount) ? undefined : 'payee-account') ??
    bankFault(transfer, payerBankCode, profile) ??
    remarkFault(transfer.remark, profile, text)
  );
}

export function nameFault(name: string, profile: BankProfile, text: FileText): RefusalCode | undefined {
  if (name.trim() === '') return 'payee-name-empty';
  if (name.includes('*')) return 'payee-name-masked';
  if (OTHER_DOTS.test(name)) return 'payee-name-dot';
  if (name !== name.trim() || !NAME.test(name) || (/\p{Script=Han}/u.test(name) && name.includes(' '))) {
    return 'payee-name-characters';
  }
  const bytes = text.bytesOf(name);
  if (bytes === undefined) return 'payee-name-charset';
  return [...name].length < 2 || bytes > profile.nameBytesMax ? 'payee-name-length' : undefined;
}

function bankFault(
  { payeeAccount, payeeBankCode }: ClearTransfer,
  payerBankCode: string | null,
  profile: BankProfile,
): RefusalCode | undefined {
  if (profile.payeeBank === 'never') return undefined;
  if (payeeBankCode === null) return 'payee-bank-unknown';
  if (!isCnaps(payeeBankCode)) return 'payee-bank-number';
  const issuer = bankOfCard(payeeAccount);
  if (issuer !== undefined && !isSameBank(issuer.cnaps, payeeBankCode)) return 'payee-bank-mismatch';
  return payerBankCode !== null && !isCnaps(payerBankCode) ? 'payer-bank-number' : undefined;
}

function remarkFault(remark: string, profile: BankProfile, text: FileText): RefusalCode | undefined {
  const bytes = text.bytesOf(remark);
  const isSayable = bytes !== undefined && bytes > 0 && bytes <= profile.remarkBytesMax && isXmlText(remark);
  return isSayable && !FORMULA.test(remark) ? undefined : 'remark-unsayable';
}

/** Would a spreadsheet run this cell? Such a file is never written. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}
