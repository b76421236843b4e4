import type { Vault } from '@linggong/vault';
import { holdsPersonalNumber, shanghaiDay, type Problem } from '@linggong/core/domain';
import type { EnterpriseChange } from '../../api';
import {
  isMasked,
  looksLikeBank,
  nameFault,
  normaliseName,
  registrationFaultTexts,
  type IdentifierRules,
  type PartyIdentifierKind,
} from '../../domain';
import { enterpriseSubject, sealText } from '../sealed-text';
import { fieldProblem } from './enterprise-problems';

/** Column and value of an UPDATE or INSERT on `enterprises`. */
export type Columns = Record<string, string | null>;

type Text = string | undefined;

class FieldReading {
  constructor(
    private readonly rules: IdentifierRules,
    private readonly at: Date,
  ) {}

  identifier(field: string, kind: PartyIdentifierKind, value: string): string {
    this.refuseMasked(field, value);
    const verdict = this.rules.check(kind, value, shanghaiDay(this.at));
    if (!verdict.valid) throw fieldProblem(field, verdict.code, verdict.text);
    return verdict.normalised;
  }

  personName(field: string, value: string): string {
    const name = normaliseName(value);
    this.refuseMasked(field, name);
    if (nameFault(name) !== undefined) throw characters(field);
    return name;
  }

  account(field: string, value: string): string {
    this.refuseMasked(field, value);
    const account = value.normalize('NFKC').replace(/[\s-]/g, '');
    // Corporate accounts (对公账户) are not cards: no check digit, 9 to 32 digits.
    if (!/^\d{9,32}$/.test(account)) throw characters(field);
    return account;
  }

  /** What is kept in clear about a company holds no number of a person. */
  plain(field: string, value: string): string {
    if (holdsPersonalNumber(value)) throw characters(field);
    if (field === 'bankName' && !looksLikeBank(value)) {
      throw fieldProblem(field, 'not-a-bank', registrationFaultTexts['not-a-bank']);
    }
    return value;
  }

  private refuseMasked(field: string, value: string): void {
    if (isMasked(value)) throw fieldProblem(field, 'value-masked', registrationFaultTexts['value-masked']);
  }
}

function characters(field: string): Problem {
  return fieldProblem(field, 'characters', { zh: '含有不允许的字符或长度不对', en: 'Wrong characters or length' });
}

/** Legal representative, contact and corporate account: sealed, masked, and blind where they are searched. */
function sensitiveColumns(reading: FieldReading, vault: Vault, uscc: string, change: EnterpriseChange): Columns {
  const subject = enterpriseSubject(uscc);
  const columns: Columns = {};
  if (change.legalRepresentative !== undefined) {
    const name = reading.personName('legalRepresentative', change.legalRepresentative);
    const { sealed, masked } = sealText(vault, 'name', subject, name);
    Object.assign(columns, { legal_representative_sealed: sealed, legal_representative_masked: masked });
  }
  if (change.contactName !== undefined) {
    const { sealed, masked } = sealText(vault, 'name', subject, reading.personName('contactName', change.contactName));
    Object.assign(columns, { contact_name_sealed: sealed, contact_name_masked: masked });
  }
  if (change.contactPhone !== undefined) {
    const phone = sealText(vault, 'phone', subject, reading.identifier('contactPhone', 'mobile', change.contactPhone));
    Object.assign(columns, {
      contact_phone_sealed: phone.sealed,
      contact_phone_blind: phone.blind,
      contact_phone_masked: phone.masked,
    });
  }
  if (change.bankAccount !== undefined) {
    const { sealed, masked } = sealText(
      vault,
      'bank-card',
      subject,
      reading.account('bankAccount', change.bankAccount),
    );
    Object.assign(columns, { bank_account_sealed: sealed, bank_account_masked: masked });
  }
  return columns;
}

const plainColumns = {
  name: 'name',
  registeredAddress: 'registered_address',
  businessScope: 'business_scope',
  industry: 'industry',
  bankName: 'bank_name',
  urbanMaintenanceRate: 'urban_maintenance_rate',
} as const satisfies Partial<Record<keyof EnterpriseChange, string>>;

/**
 * The columns that a change of an application sets, sensitive ones sealed.
 * @throws Problem `field-refused` (422) naming the first field that cannot be what it claims to be
 */
export function enterpriseColumns(
  tools: { readonly vault: Vault; readonly rules: IdentifierRules },
  uscc: string,
  change: EnterpriseChange,
  at: Date,
): Columns {
  const reading = new FieldReading(tools.rules, at);
  const columns = sensitiveColumns(reading, tools.vault, uscc, change);
  // Object.entries forgets the key type of the table above.
  for (const [field, column] of Object.entries(plainColumns) as [keyof typeof plainColumns, string][]) {
    const value: Text = change[field];
    if (value !== undefined) columns[column] = reading.plain(field, value);
  }
  if (change.bankCode !== undefined) columns['bank_code'] = reading.identifier('bankCode', 'cnaps', change.bankCode);
  return columns;
}

/** The credit code in normal form. @throws Problem `field-refused` (422) */
export function readUscc(rules: IdentifierRules, value: string, at: Date): string {
  return new FieldReading(rules, at).identifier('uscc', 'uscc', value);
}
