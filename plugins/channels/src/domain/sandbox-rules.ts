import { addDays, shanghaiDay, startOfDay, type Fen } from '@linggong/core/domain';
import type { BankReasonCode } from './bank-reasons';

/** What the sandbox bank will do with an instruction, decided when it arrives. */
export type SandboxOutcome =
  | { kind: 'settle'; dueAt: Date; returnsAt: null; reason: null }
  | { kind: 'reject'; dueAt: Date; returnsAt: null; reason: BankReasonCode }
  | { kind: 'return'; dueAt: Date; returnsAt: Date; reason: BankReasonCode };

export type SandboxCase =
  'settles' | 'no-account' | 'closed' | 'blocked' | 'wrong-name' | 'wrong-bank' | 'delayed' | 'returned' | 'silent';

const HOUR_MS = 3_600_000;

/** Four digits before the check digit of the payee's card -> case. Every other card settles at once. */
export const sandboxCards: Readonly<Record<string, SandboxCase>> = {
  '9001': 'no-account',
  '9004': 'closed',
  '9006': 'blocked',
  '9011': 'wrong-name',
  '9021': 'wrong-bank',
  '9100': 'delayed',
  '9200': 'returned',
  '9300': 'silent',
};

/** Exact amounts -> case, where the card cannot be chosen. */
export const sandboxAmounts: ReadonlyMap<Fen, SandboxCase> = new Map([
  [444_444n, 'blocked'],
  [555_555n, 'delayed'],
  [666_666n, 'returned'],
]);

const rejections: Partial<Record<SandboxCase, BankReasonCode>> = {
  'no-account': 'AC01',
  closed: 'AC04',
  blocked: 'AC06',
  'wrong-name': 'BE01',
  'wrong-bank': 'RC01',
};

/** The case that a card and an amount fall under; the amount decides first. */
export function sandboxCaseOf(card: string, amountFen: Fen): SandboxCase {
  return sandboxAmounts.get(amountFen) ?? sandboxCards[card.slice(-5, -1)] ?? 'settles';
}

/**
 * What happens to an instruction received at `at`: it settles or is rejected at once; `delayed` settles two hours later;
 * `silent` settles after three days without a word; `returned` settles at once and comes back at 10:00 the next Shanghai day.
 */
export function sandboxOutcome(card: string, amountFen: Fen, at: Date): SandboxOutcome {
  const decided = sandboxCaseOf(card, amountFen);
  const reason = rejections[decided];
  if (reason) return { kind: 'reject', dueAt: at, returnsAt: null, reason };
  const later = (hours: number) => new Date(at.getTime() + hours * HOUR_MS);
  if (decided === 'returned') {
    const nextMorning = new Date(startOfDay(addDays(shanghaiDay(at), 1)).getTime() + 10 * HOUR_MS);
    return { kind: 'return', dueAt: at, returnsAt: nextMorning, reason: 'AC04' };
  }
  const hours = decided === 'delayed' ? 2 : decided === 'silent' ? 72 : 0;
  return { kind: 'settle', dueAt: later(hours), returnsAt: null, reason: null };
}

/**
 * A card number (Luhn-valid, 19 digits, fictitious serial) that falls under a case; for the demo and tests.
 * @param serial 0 to 99,999,999, so that cards differ
 */
export function sandboxCard(wanted: SandboxCase, serial: number, bin = '622202'): string {
  const digits = Object.keys(sandboxCards).find((key) => sandboxCards[key] === wanted) ?? '0000';
  const body = `${bin}${String(serial).padStart(8, '0')}${digits}`;
  return `${body}${luhnCheckDigit(body)}`;
}

/** Check digit of ISO/IEC 7812-1 for a number without it. */
function luhnCheckDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body[body.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}
