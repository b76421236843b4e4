import type { ReadKind, Reading } from '@linggong/audit';
import type { Vault } from '@linggong/vault';
import { bankOfCard, type BankProfile, type ClearPayer, type ClearTransfer, type Instruction } from '../../domain';

/** What a file channel opens: names and cards, and identity numbers where the profile asks for them. */
export type OpeningVault = Pick<Vault, 'openAll' | 'blindAll'>;

/** What is opened of payees for a bank; the log is told before. */
export function payeeKinds(asksIdentity: boolean): readonly ReadKind[] {
  return asksIdentity ? ['bank-card', 'name', 'identity-number'] : ['bank-card', 'name'];
}

/**
 * The instructions in clear, in their order; in memory only. The bank number of the payee is the one that is known of his card,
 * else that of the head office of its issuer.
 */
export function openInstructions(
  vault: OpeningVault,
  profile: Pick<BankProfile, 'identity'>,
  instructions: readonly Instruction[],
  reading: Reading,
): ClearTransfer[] {
  const subjects = instructions.map(({ payee }) => payee.subject);
  const open = (kind: 'bank-card' | 'name', sealed: (one: Instruction) => Uint8Array): string[] =>
    vault.openAll(
      kind,
      subjects,
      instructions.map((one) => Buffer.from(sealed(one))),
      reading,
    );
  const cards = open('bank-card', ({ payee }) => payee.cardSealed);
  const names = open('name', ({ payee }) => payee.nameSealed);
  const identities = profile.identity ? openIdentities(vault, instructions, reading) : new Map<string, string>();
  return instructions.map(({ endToEndId, amountFen, remark, payee }, index) => ({
    endToEndId,
    amountFen,
    remark,
    payeeName: names[index] ?? '',
    payeeAccount: cards[index] ?? '',
    payeeIdentity: identities.get(endToEndId) ?? null,
    payeeBankCode: payee.bankCode ?? bankOfCard(cards[index] ?? '')?.cnaps ?? null,
  }));
}

function openIdentities(
  vault: OpeningVault,
  instructions: readonly Instruction[],
  reading: Reading,
): Map<string, string> {
  const known = instructions.flatMap(({ endToEndId, payee }) =>
    payee.identitySealed ? [{ endToEndId, subject: payee.subject, sealed: Buffer.from(payee.identitySealed) }] : [],
  );
  const clear = vault.openAll(
    'identity-number',
    known.map(({ subject }) => subject),
    known.map(({ sealed }) => sealed),
    reading,
  );
  return new Map(known.map(({ endToEndId }, index) => [endToEndId, clear[index] ?? '']));
}

/** Transfers by the sub-account that pays them. */
export function payersOf(instructions: readonly Instruction[], transfers: readonly ClearTransfer[]): ClearPayer[] {
  const payers = new Map<string, { payer: Instruction; transfers: ClearTransfer[] }>();
  for (const [index, instruction] of instructions.entries()) {
    const transfer = transfers[index];
    if (transfer === undefined) continue;
    const known = payers.get(instruction.payerAccount);
    if (known) known.transfers.push(transfer);
    else payers.set(instruction.payerAccount, { payer: instruction, transfers: [transfer] });
  }
  return [...payers.values()].map(({ payer, transfers: own }) => ({
    account: payer.payerAccount,
    name: payer.payerName ?? '',
    bankCode: payer.payerBankCode ?? null,
    transfers: own,
  }));
}
