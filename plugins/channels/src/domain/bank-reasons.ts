import type { Text2 } from '@linggong/core/domain';
import { isRefusalCode, refusals, type BankReason } from './bank/refusals';

const changeCard: Text2 = {
  zh: '款项退回企业预存款；请灵工更换银行卡后重新发放',
  en: 'The money is back on the deposit; ask the worker for another card, then pay again',
};
const payAgain: Text2 = {
  zh: '款项退回企业预存款；核对后可重新发放',
  en: 'The money is back on the deposit; check it, then pay again',
};

/** Reasons of ISO 20022 (ExternalStatusReason, ExternalReturnReason) that domestic banks' own codes are mapped to. */
export const bankReasons = {
  AC01: { text: { zh: '收款账号不存在', en: 'No such account' }, next: changeCard },
  AC04: { text: { zh: '收款账户已销户', en: 'The account is closed' }, next: changeCard },
  AC06: { text: { zh: '收款账户被冻结或止付', en: 'The account is blocked' }, next: changeCard },
  AC03: { text: { zh: '收款账号无效', en: 'The account number is not valid' }, next: changeCard },
  AG01: { text: { zh: '收款账户不允许此类交易', en: 'The account may not take such a payment' }, next: changeCard },
  AM05: { text: { zh: '银行判定为重复指令', en: 'The bank takes it for a duplicate' }, next: payAgain },
  AM02: { text: { zh: '金额超过限额', en: 'The amount is not allowed' }, next: payAgain },
  AM04: {
    text: { zh: '付款子账户余额不足', en: 'Not enough money on the paying sub-account' },
    next: {
      zh: '请财务核对子账户与总账是否一致',
      en: 'Finance must compare the sub-account with the ledger',
    },
  },
  BE01: { text: { zh: '收款人户名不符', en: 'The name is not that of the account' }, next: changeCard },
  RC01: { text: { zh: '收款行号错误', en: 'The bank line number is wrong' }, next: payAgain },
  MS03: { text: { zh: '银行未说明原因', en: 'The bank gave no reason' }, next: payAgain },
} as const satisfies Record<string, BankReason>;

export type BankReasonCode = keyof typeof bankReasons;

/** The words of a code of the bank, or of a refusal of ours before sending; an unknown one reads as "no reason given". */
export function bankReasonOf(code: string): BankReason {
  if (isRefusalCode(code)) return refusals[code];
  // `in` narrows nothing here; the check makes the key one of the table's.
  return code in bankReasons ? bankReasons[code as BankReasonCode] : bankReasons.MS03;
}
