import { problem, type Problem } from '@linggong/core/domain';
import { identityTriesMax } from './registration-rows';

/** One answer for a wrong code, an old one and one tried too often. */
export function registrationCodeWrong(): Problem {
  return problem(
    401,
    'registration-code-wrong',
    { zh: '验证码不正确或已失效', en: 'The code is wrong or has lapsed' },
    {
      field: 'code',
      fix: {
        zh: '请核对短信中的 6 位数字；仍不正确时请重新获取',
        en: 'Check the six digits of the message; where they still do not fit, have a new code sent',
      },
    },
  );
}

export function registrationEnded(): Problem {
  return problem(
    409,
    'registration-ended',
    { zh: '本次注册已完成或已超时', en: 'This registration is finished, or its time is over' },
    {
      fix: {
        zh: '已设置密码的请直接登录；否则请从手机号重新开始，之前填写的内容未被保留',
        en: 'Sign in where you have set your password; otherwise begin again with your phone – what you typed was not kept',
      },
    },
  );
}

/** Told to who holds the word of the registration, and so had the code: he mistyped the number, and nothing has ended. */
export function registrationPhoneOther(): Problem {
  return problem(
    422,
    'registration-phone-other',
    { zh: '与收到验证码的手机号不一致', en: 'This is not the number that the code went to' },
    {
      field: 'phone',
      fix: {
        zh: '请填写收到验证码的手机号；要换号码，请从头开始',
        en: 'Type the number that the code went to; to use another one, begin again',
      },
    },
  );
}

export function consentNeeded(): Problem {
  return problem(
    422,
    'consent-needed',
    { zh: '还有必需的项目未同意', en: 'A consent that the service needs is missing' },
    {
      field: 'consents',
      fix: {
        zh: '没有这些同意，平台无法核实身份和付款；不同意的，可以不注册',
        en: 'Without these the platform cannot check who you are or pay you; whoever does not agree need not register',
      },
    },
  );
}

export function consentTextChanged(): Problem {
  return problem(
    409,
    'consent-text-changed',
    { zh: '同意书的文字刚刚更新', en: 'The words of a consent have just changed' },
    { field: 'consents', fix: { zh: '请从头开始并阅读新的文字', en: 'Begin again and read the new words' } },
  );
}

/**
 * One answer for whatever speaks against it – another name, nobody in the register, somebody else’s telephone on record, a list – so that
 * nobody learns from it who is registered here, or listed.
 */
export function identityUnconfirmed(triesLeft: number): Problem {
  return problem(
    422,
    'identity-unconfirmed',
    {
      zh: '未能核实这些信息属于您本人',
      en: 'We could not confirm that this is you',
    },
    {
      field: 'identityNumber',
      fix: {
        zh: '请对照身份证核对姓名和号码。如果您曾由工作人员登记，或换过手机号，请联系客服；也可以带身份证到服务点现场登记',
        en: 'Compare name and number with your card. Where staff registered you before, or your phone has changed, ask customer service; or bring your card to a service point and register there',
      },
      extra: { triesLeft },
    },
  );
}

export function identityTriesSpent(): Problem {
  return problem(
    429,
    'identity-tries-spent',
    {
      zh: `已核验 ${identityTriesMax} 次，仍未能确认`,
      en: `Tried ${identityTriesMax} times, and still not confirmed`,
    },
    {
      fix: {
        zh: '请联系客服，或带身份证到服务点现场登记',
        en: 'Ask customer service, or bring your card to a service point and register there',
      },
    },
  );
}

export function identityUnanswered(): Problem {
  return problem(
    503,
    'identity-unanswered',
    { zh: '身份核验暂时没有答复', en: 'The identity register does not answer at the moment' },
    {
      fix: {
        zh: '请过几分钟再试，本次不计入核验次数',
        en: 'Try again in a few minutes; this does not count as one of your tries',
      },
    },
  );
}
