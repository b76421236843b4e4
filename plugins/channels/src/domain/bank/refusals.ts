import type { Text2 } from '@linggong/core/domain';

/** A reason in the words of people, and what happens next (console.md, screen 5). */
export interface BankReason {
  text: Text2;
  next: Text2;
}

const changeCard: Text2 = {
  zh: '请灵工更正姓名或更换银行卡后重新发放',
  en: 'Have the worker correct name or card, then pay again',
};
const askOperator: Text2 = {
  zh: '请财务核对渠道设置或更换渠道',
  en: 'Finance must check the settings of the channel or choose another',
};
const splitIt: Text2 = { zh: '请拆分金额或更换渠道', en: 'Split the amount or choose another channel' };

/** Why a payment is not even sent through a channel (发送前拒绝). Texts hold no personal data. */
export const refusals = {
  'payee-name-empty': { text: { zh: '收款人姓名为空', en: 'The name of the payee is empty' }, next: changeCard },
  'payee-name-length': {
    text: {
      zh: '收款人姓名过短，或超过银行允许的长度',
      en: 'The name of the payee is too short, or longer than the bank takes',
    },
    next: changeCard,
  },
  'payee-name-characters': {
    text: {
      zh: '收款人姓名含有数字、符号或空格等银行不接受的字符',
      en: 'The name of the payee holds digits, signs or blanks that banks refuse',
    },
    next: changeCard,
  },
  'payee-name-dot': {
    text: {
      zh: '姓名中的间隔号不是“·”，银行会判为户名不符',
      en: 'The dot inside of the name is not "·": banks would find that the name differs',
    },
    next: changeCard,
  },
  'payee-name-masked': {
    text: { zh: '收款人姓名是脱敏后的文本', en: 'The name of the payee is a masked text' },
    next: changeCard,
  },
  'payee-name-charset': {
    text: {
      zh: '收款人姓名含有该银行字符集之外的生僻字',
      en: 'The name of the payee holds a character outside of the character set of the bank',
    },
    next: changeCard,
  },
  'payee-account': {
    text: { zh: '收款卡号不是 13 至 19 位数字', en: 'The card number is not 13 to 19 digits' },
    next: changeCard,
  },
  'payee-bank-number': {
    text: { zh: '收款行联行号无效', en: 'The CNAPS number of the payee’s bank is not valid' },
    next: changeCard,
  },
  'payee-bank-mismatch': {
    text: { zh: '收款行联行号与发卡银行不一致', en: 'The CNAPS number is that of another bank than the card’s' },
    next: changeCard,
  },
  'payee-bank-unknown': {
    text: {
      zh: '无法由卡号判断收款银行，该渠道需要联行号',
      en: 'The bank of the card is not known, and this channel needs its CNAPS number',
    },
    next: changeCard,
  },
  'payer-bank-number': {
    text: { zh: '付款子账户的联行号无效', en: 'The CNAPS number of the paying sub-account is not valid' },
    next: askOperator,
  },
  'payer-missing': { text: { zh: '付款子账户缺少户名', en: 'The paying sub-account has no name' }, next: askOperator },
  'remark-unsayable': {
    text: {
      zh: '附言过长，或含有银行不接受的字符',
      en: 'The remark is too long, or holds characters that the bank refuses',
    },
    next: askOperator,
  },
  'amount-over-line-limit': {
    text: { zh: '金额超过渠道单笔上限', en: 'The amount is above the limit of one payment of the channel' },
    next: splitIt,
  },
  'amount-over-day-limit': {
    text: {
      zh: '金额超过渠道单日上限，任何一天都无法发送',
      en: 'The amount is above the limit of a day of the channel: no day can take it',
    },
    next: splitIt,
  },
  'window-missing': {
    text: {
      zh: '渠道时段设置没有可以发送这笔付款的时间',
      en: 'The hours set for the channel leave no time to send this payment',
    },
    next: askOperator,
  },
} as const satisfies Record<string, BankReason>;

export type RefusalCode = keyof typeof refusals;

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}
