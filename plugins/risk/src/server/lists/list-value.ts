import type { Day, Text2 } from '@linggong/core/domain';
import { checkIdentifier, reasonTexts, type IdentifierKind } from '@linggong/real-name/domain';
import type { FieldKind, Vault } from '@linggong/vault';
import type { ListSubjectKind } from '../../domain';

/** What is listed, as the table keeps it. */
export interface ListValue {
  readonly key: string;
  /** Null for what is public or no datum of a person: credit codes and device numbers. */
  readonly sealed: Buffer | null;
  readonly masked: string;
}

/** How the values of people are sealed; the kind of the field itself stands in the entry. As a line of a payout sheet has it. */
export const SEALED_AS = 'identity-number';

/** Subject that a sealed value is bound to; `listSource` says the same in SQL. */
export const listSubject = (kind: ListSubjectKind, key: string): string => `risk-list:${kind}:${key}`;

/** Field of the vault that a kind of subject is; undefined for those that are kept as they are. */
export const listFields: Readonly<Partial<Record<ListSubjectKind, FieldKind>>> = {
  identity: 'identity-number',
  card: 'bank-card',
  phone: 'phone',
  address: 'address',
};

const identifiers: Readonly<Partial<Record<ListSubjectKind, readonly IdentifierKind[]>>> = {
  identity: ['resident-id', 'hmt-residence-permit', 'foreign-pr-card'],
  card: ['bank-card'],
  phone: ['mobile'],
  uscc: ['uscc'],
};

const masked: Text2 = { zh: '这是脱敏后的值，请填写完整内容', en: 'This is a masked value; enter it in full' };
const shortAddress: Text2 = { zh: '地址至少 6 个字', en: 'An address has at least 6 characters' };
const deviceForm: Text2 = {
  zh: '设备号为 6 至 128 位字母、数字及 . _ : -',
  en: 'A device number has 6 to 128 letters, digits, and . _ : -',
};

/** The one spelling of a value, or why it is none. */
function spelled(kind: ListSubjectKind, value: string, today: Day): { text: string } | { fault: Text2 } {
  if (value.includes('*')) return { fault: masked };
  const kinds = identifiers[kind];
  if (kinds) {
    const verdicts = kinds.map((one) => checkIdentifier(one, value, today));
    const good = verdicts.find(({ valid }) => valid);
    const [first] = verdicts;
    if (good) return { text: good.normalised };
    return { fault: first && !first.valid ? reasonTexts[first.reason] : masked };
  }
  if (kind === 'address') return value.length < 6 ? { fault: shortAddress } : { text: value };
  // As access keeps the number that a console says of its device.
  if (/^[0-9a-f]{32,64}$/i.test(value)) return { text: value.toLowerCase() };
  return /^[\w.:-]{6,128}$/.test(value) ? { text: value } : { fault: deviceForm };
}

/** Reads and seals what is listed. The fault quotes no value. */
export function readListValue(
  vault: Vault,
  kind: ListSubjectKind,
  value: string,
  today: Day,
): ListValue | { readonly fault: Text2 } {
  const read = spelled(kind, value.trim(), today);
  if ('fault' in read) return read;
  const field = listFields[kind];
  if (field === undefined) return { key: read.text, sealed: null, masked: read.text };
  const key = vault.blind(field, read.text).toString('hex');
  return {
    key,
    sealed: vault.seal(SEALED_AS, listSubject(kind, key), read.text),
    masked: vault.mask(field, read.text),
  };
}
