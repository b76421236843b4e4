import { shanghaiMinute, yuanText } from '@linggong/core/domain';
import type { BankAnswer } from './report-texts';

/** An electronic receipt (电子回单) of one settled payment, as text; names nobody. */
export interface Receipt {
  readonly endToEndId: string;
  readonly bankReference: string;
  readonly text: string;
}

export function receipt({ endToEndId, bankReference, amountFen, at }: BankAnswer): Receipt {
  const reference = bankReference ?? '';
  return {
    endToEndId,
    bankReference: reference,
    text: [
      '沙箱银行电子回单',
      `流水号：${reference}`,
      `业务编号：${endToEndId}`,
      `金额：${yuanText(amountFen)} 元`,
      `时间：${shanghaiMinute(at)}（北京时间）`,
    ].join('\n'),
  };
}
