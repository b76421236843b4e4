import { again, malformed, match, mismatch, noRecord, ofProvider, uncheckable, type AnswerTable } from './answer-table';

/** `Result` of IdCardVerification (faceid 2018-03-01). */
export const tencentIdCard: AnswerTable = {
  '0': match('姓名和身份证号一致'),
  '-1': mismatch('姓名和身份证号不一致'),
  '-2': malformed('非法身份证号'),
  '-3': malformed('非法姓名'),
  '-4': again('证件库服务异常'),
  '-5': noRecord('证件库中无此身份证记录'),
  '-6': again('权威比对系统升级中'),
  '-7': ofProvider('认证次数超过当日限制'),
};

/** `Result` of BankCardVerification (three elements). */
export const tencentBankCard3: AnswerTable = {
  '0': match('认证通过'),
  '-1': mismatch('认证未通过'),
  '-2': malformed('姓名校验不通过'),
  '-3': malformed('身份证号码有误'),
  '-4': malformed('银行卡号码有误'),
  '-5': mismatch('持卡人信息有误'),
  '-6': uncheckable('未开通无卡支付'),
  '-7': mismatch('此卡被没收'),
  '-8': mismatch('无效卡号'),
  '-9': mismatch('此卡无对应发卡行'),
  '-10': mismatch('该卡未初始化或睡眠卡'),
  '-11': mismatch('作弊卡、吞卡'),
  '-12': mismatch('此卡已挂失'),
  '-13': mismatch('该卡已过期'),
  '-14': mismatch('受限制的卡'),
  '-15': uncheckable('密码错误次数超限'),
  '-16': uncheckable('发卡行不支持此交易'),
  '-17': again('验证中心服务繁忙'),
  '-18': again('验证次数超限，请稍后重试'),
  '-19': malformed('证件类型不支持'),
};

/** `Result` of BankCard4EVerification: from -5 on every number means something else than with three elements. */
export const tencentBankCard4: AnswerTable = {
  '0': match('认证通过'),
  '-1': mismatch('认证未通过'),
  '-2': malformed('姓名校验不通过'),
  '-3': malformed('身份证号码有误'),
  '-4': malformed('银行卡号码有误'),
  '-5': malformed('手机号码不合法'),
  '-6': mismatch('持卡人信息有误'),
  '-7': uncheckable('未开通无卡支付'),
  '-8': mismatch('此卡被没收'),
  '-9': mismatch('无效卡号'),
  '-10': mismatch('此卡无对应发卡行'),
  '-11': mismatch('该卡未初始化或睡眠卡'),
  '-12': mismatch('作弊卡、吞卡'),
  '-13': mismatch('此卡已挂失'),
  '-14': mismatch('该卡已过期'),
  '-15': mismatch('受限制的卡'),
  '-16': uncheckable('密码错误次数超限'),
  '-17': uncheckable('发卡行不支持此交易'),
  '-18': again('验证中心服务繁忙'),
  '-19': again('验证次数超限，请稍后重试'),
  '-20': malformed('证件类型不支持'),
};

/** `Error.Code` of the three faceid actions, by which the interface refuses before any register is asked. */
export const tencentFaceIdErrors: AnswerTable = {
  'AuthFailure.SecretIdNotFound': ofProvider('密钥不存在'),
  'AuthFailure.SignatureExpire': ofProvider('签名过期，请核对服务器时间'),
  'AuthFailure.SignatureFailure': ofProvider('签名错误'),
  'AuthFailure.UnauthorizedOperation': ofProvider('未获授权'),
  'FailedOperation.RequestLimitExceeded': again('调用次数超出限制'),
  'FailedOperation.UnKnown': again('内部未知错误'),
  InternalError: again('内部错误'),
  'InternalError.UnKnown': again('内部未知错误'),
  InvalidParameter: malformed('参数错误'),
  InvalidParameterValue: malformed('参数取值错误'),
  LimitExceeded: ofProvider('超过配额限制'),
  MissingParameter: malformed('缺少参数'),
  RequestLimitExceeded: again('请求的次数超过了频率限制'),
  UnauthorizedOperation: ofProvider('未授权操作'),
  'UnauthorizedOperation.Arrears': ofProvider('帐号已欠费'),
  'UnauthorizedOperation.NonAuthorize': ofProvider('账号未实名'),
  'UnauthorizedOperation.Nonactivated': ofProvider('未开通服务'),
  UnsupportedOperation: ofProvider('操作不支持'),
};

/** `Error.Code` of QueryEnterpriseBasicInfo (ocr 2018-11-19). An answer without error is compared field by field. */
export const tencentCompanyErrors: AnswerTable = {
  'AuthFailure.SecretIdNotFound': ofProvider('密钥不存在'),
  'AuthFailure.SignatureExpire': ofProvider('签名过期，请核对服务器时间'),
  'AuthFailure.SignatureFailure': ofProvider('签名错误'),
  'AuthFailure.UnauthorizedOperation': ofProvider('未获授权'),
  'FailedOperation.ArrearsError': ofProvider('账号已欠费'),
  'FailedOperation.CountLimitError': ofProvider('今日次数达到限制'),
  'FailedOperation.DbError': again('数据库异常'),
  'FailedOperation.QueryNoRecord': noRecord('查无记录'),
  'FailedOperation.UnKnowError': again('未知错误'),
  'FailedOperation.UnOpenError': ofProvider('服务未开通'),
  InternalError: again('内部错误'),
  InvalidParameter: malformed('参数错误'),
  'InvalidParameterValue.InvalidParameterValueLimit': malformed('参数值错误'),
  RequestLimitExceeded: again('请求的次数超过了频率限制'),
  'ResourcesSoldOut.ChargeStatusException': ofProvider('计费状态异常'),
};
