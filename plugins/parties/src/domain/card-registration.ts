import { holdsPersonalNumber, type Day } from '@linggong/core/domain';
import type { IdentifierRules } from './identifier-rules';
import { isSameName, normaliseName } from './person-name';
import type { RegistrationFault } from './registration-faults';
import { given, RegistrationReading } from './registration-reading';

const BANK_NAME_LONGEST = 100;

/** What somebody types about a card, unchecked. */
export interface CardInput {
  readonly cardNumber?: string | undefined;
  readonly cardHolder?: string | undefined;
  readonly bankName?: string | undefined;
  readonly bankCode?: string | undefined;
}

export interface ReadyCard {
  readonly number: string;
  readonly holder: string;
  readonly bankName: string | undefined;
  readonly bankCode: string | undefined;
  readonly isDoubtful: boolean;
}

/**
 * The name of a bank is kept in clear, so that what stands in its column by mistake – a name, a number, an address – is refused instead:
 * every bank says that it is one (银行, 工行, 信用社, 农信, Bank), and none has eleven digits in its name.
 */
export function looksLikeBank(name: string): boolean {
  return /[行社]|信用|农信|财务公司|bank|credit/i.test(name) && !holdsPersonalNumber(name);
}

/** The card in normal form: shared by registration and by the card that is added later. */
export function readCard(reading: RegistrationReading, input: CardInput, name: string): ReadyCard | undefined {
  const bankName = given(input.bankName);
  const bankCode = given(input.bankCode);
  const cardNumber = given(input.cardNumber);
  if (cardNumber === undefined) {
    if ([bankName, bankCode, given(input.cardHolder)].some((text) => text !== undefined))
      reading.refuse('cardNumber', 'card-missing');
    return undefined;
  }
  if (bankName !== undefined && bankName.length > BANK_NAME_LONGEST) reading.refuse('bankName', 'text-length');
  if (bankName !== undefined && !looksLikeBank(bankName)) reading.refuse('bankName', 'not-a-bank');
  const holder = given(input.cardHolder) ?? name;
  if (!isSameName(holder, name)) reading.refuse('cardHolder', 'holder-mismatch');
  const card = reading.identifier('cardNumber', 'bank-card', cardNumber);
  const bank = bankCode === undefined ? undefined : reading.identifier('bankCode', 'cnaps', bankCode);
  return {
    number: card?.normalised ?? '',
    holder: normaliseName(holder),
    bankName,
    bankCode: bank?.normalised,
    isDoubtful: card?.isDoubtful === true,
  };
}

export type CardReadiness =
  | { readonly ok: true; readonly card: ReadyCard }
  | { readonly ok: false; readonly faults: readonly RegistrationFault[] };

/** Reads a card that a worker of this name adds later. */
export function readAddedCard(input: CardInput, name: string, rules: IdentifierRules, today: Day): CardReadiness {
  const reading = new RegistrationReading(rules, today);
  const card = readCard(reading, input, name);
  if (card === undefined) reading.refuse('cardNumber', 'card-missing');
  if (card === undefined || reading.faults.length > 0) return { ok: false, faults: reading.faults };
  return { ok: true, card };
}
