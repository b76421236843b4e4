import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';

/** The person behind an account (账号持有人), as hashes and masks; at least one of the two keys. */
export interface Holder {
  readonly identityKey?: string;
  readonly phoneKey?: string;
  readonly identityMasked?: string;
  readonly phoneMasked?: string;
}

/** Hashes and masks of what a person told; the clear numbers go no further. */
export function holderOf(vault: Vault, told: { identityNumber: string; phone: string }): Required<Holder> {
  return {
    identityKey: vault.blind('identity-number', told.identityNumber).toString('hex'),
    phoneKey: vault.blind('phone', told.phone).toString('hex'),
    identityMasked: vault.mask('identity-number', told.identityNumber),
    phoneMasked: vault.mask('phone', told.phone),
  };
}

/**
 * Keeps who stands behind an account; told once, for whoever could change it could decide his own.
 * @throws Problem 409 `holder-declared`; 409 `administrators-one-person` where he stands behind another of the three administrators
 */
export async function declareHolder(tx: Tx, command: Command, accountId: number, holder: Holder): Promise<void> {
  const declared = tx.one<{ kept: boolean }>('SELECT access.declare_holder($1, $2, $3, $4) AS kept', [
    accountId,
    // Where two persons open the account, who approves has looked at him.
    JSON.stringify({ ...holder, approvalId: command.approvalId }),
    command.actor.accountId ?? null,
    command.at,
  ]);
  const { kept } = await declared.catch((error: unknown) => {
    throw isOfAnother(error) ? onePerson() : error;
  });
  if (!kept) {
    throw problem(
      409,
      'holder-declared',
      { zh: '此账号的持有人已登记', en: 'The holder of this account has been declared' },
      { fix: { zh: '登记后不能更改，如有误请联系安全管理员', en: 'It is told once; ask the security administrator' } },
    );
  }
  const { identityMasked, phoneMasked } = holder;
  await record(tx, command, {
    action: 'account.declare-holder',
    subject: { kind: 'account', id: accountId },
    after: { holder: 'declared', identityMasked, phoneMasked },
  });
}

/** 23505 unique_violation of the index that keeps the three administrators (三员) three persons. */
function isOfAnother(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === '23505' && Reflect.get(error, 'constraint') === 'holders_one_administrator';
}

function onePerson(): Problem {
  return problem(
    409,
    'administrators-one-person',
    {
      zh: '系统、安全、审计管理员须由不同的人担任，此人已是另一管理员账号的持有人',
      en: 'The system, security and audit administrator are different persons, and this one stands behind another of them',
    },
    { field: 'identityNumber', fix: { zh: '请登记本人的证件信息', en: 'Say who you are yourself' } },
  );
}
