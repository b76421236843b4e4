import { again, malformed, match, mismatch, noRecord, ofProvider, type AnswerTable } from './answer-table';

/** `ResultObject.BizCode` of Id2MetaVerify (cloudauth 2019-03-07) under Code 200. */
export const aliyunIdentity: AnswerTable = {
  '1': match('校验一致'),
  '2': mismatch('校验不一致'),
  '3': noRecord('查无记录'),
};

/** `Code` of Id2MetaVerify other than 200, and what the gateway says instead of an answer. */
export const aliyunIdentityErrors: AnswerTable = {
  '400': malformed('参数不能为空'),
  '401': malformed('参数非法'),
  '402': again('数据源异常'),
  '403': again('请求重复'),
  '410': ofProvider('未开通服务'),
  '411': ofProvider('RAM 无权限'),
  '412': ofProvider('欠费中'),
  '500': again('系统内部错误'),
  'InvalidAccessKeyId.NotFound': ofProvider('AccessKey 不存在'),
  SignatureDoesNotMatch: ofProvider('签名错误'),
  InvalidTimeStamp: ofProvider('时间戳无效，请核对服务器时间'),
  'Throttling.User': again('请求过于频繁'),
  'Throttling.Api': again('请求过于频繁'),
  Throttling: again('请求过于频繁'),
  ServiceUnavailable: again('服务暂不可用'),
  InternalError: again('系统内部错误'),
};

/** `ResultObject.BizCode` of BankMetaVerify under Code 200. */
export const aliyunBankCard: AnswerTable = {
  '1': match('校验一致'),
  '2': mismatch('校验不一致'),
  '3': noRecord('查无记录'),
};

/** `Code` of BankMetaVerify other than 200, and what the gateway says instead of an answer. */
export const aliyunBankCardErrors: AnswerTable = {
  '400': malformed('参数不能为空'),
  '401': malformed('参数非法'),
  '402': again('数据源异常'),
  '403': again('请求重复'),
  '410': ofProvider('未开通服务'),
  '411': ofProvider('RAM 无权限'),
  '412': ofProvider('欠费中'),
  '500': again('系统内部错误'),
  'InvalidAccessKeyId.NotFound': ofProvider('AccessKey 不存在'),
  SignatureDoesNotMatch: ofProvider('签名错误'),
  InvalidTimeStamp: ofProvider('时间戳无效，请核对服务器时间'),
  'Throttling.User': again('请求过于频繁'),
  'Throttling.Api': again('请求过于频繁'),
  Throttling: again('请求过于频繁'),
  ServiceUnavailable: again('服务暂不可用'),
  InternalError: again('系统内部错误'),
};
