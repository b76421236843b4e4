import type { Text2 } from '@linggong/core/domain';

/**
 * How somebody signed (签署方式): pressed in the console, by a code sent to his phone, on paper before staff, or at an
 * e-signature service with a certificate of a CA in his own name.
 */
export const signingMethods = ['click', 'sms-code', 'paper', 'provider'] as const;

export type SigningMethod = (typeof signingMethods)[number];

/**
 * What each manner proves and what not (电子签名法 arts. 13, 14). Only a service with a certificate of the signer gives a
 * reliable signature; the platform's own seal on a PDF shows that nobody changed it, never who agreed.
 */
export const whatItProves: Readonly<Record<SigningMethod, Text2>> = {
  click: {
    zh: '同意记录：账号、时间、网络地址与文本摘要；不是可靠的电子签名',
    en: 'A record of consent: account, time, address and hash of the text; no reliable electronic signature',
  },
  'sms-code': {
    zh: '同意记录，并以短信验证码确认本人手机；不是可靠的电子签名',
    en: 'A record of consent, confirmed by a code on the person’s phone; no reliable electronic signature',
  },
  paper: {
    zh: '纸质签名，由经办人员见证登记；原件与扫描件为证',
    en: 'A signature on paper, taken in by staff who saw it; the paper and its scan are the proof',
  },
  provider: {
    zh: '可靠的电子签名：第三方电子签名服务以签署人本人的CA数字证书签署',
    en: 'A reliable electronic signature: made at a third-party service with a CA certificate of the signer himself',
  },
};

/** The sandbox stands for a service in demo and tests. */
export const sandboxProves: Text2 = {
  zh: '沙箱签署，仅供演示，不具法律效力',
  en: 'Signed in the sandbox, for demonstration only; of no legal effect',
};
