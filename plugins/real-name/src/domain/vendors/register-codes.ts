import { again, malformed, noRecord, ofProvider, type AnswerTable } from './answer-table';

/** `Status` of 企查查 other than 200. */
export const qichachaErrors: AnswerTable = {
  '201': noRecord('查询无结果'),
  '202': malformed('查询参数错误'),
  '203': again('系统查询有异常'),
  '205': again('等待处理中'),
  '208': again('此接口正在维护'),
  '101': ofProvider('当前的 KEY 无效或者还未生效'),
  '102': ofProvider('当前 KEY 已欠费'),
  '103': ofProvider('当前 KEY 被暂停使用'),
  '104': ofProvider('接口 KEY 异常'),
  '105': ofProvider('接口未授权使用该 KEY'),
  '107': ofProvider('被禁止的 IP 或者签名错误'),
  '109': again('请求超过系统限制'),
  '111': ofProvider('接口权限未开通'),
  '112': ofProvider('账号剩余使用量已不足或已过期'),
  '199': again('系统未知错误'),
};

/** `error_code` of 天眼查 other than 0. */
export const tianyanchaErrors: AnswerTable = {
  '300000': noRecord('无数据'),
  '300001': again('请求失败'),
  '300002': ofProvider('账号失效'),
  '300003': ofProvider('账号过期'),
  '300004': again('访问频率过快'),
  '300005': ofProvider('无权限访问此接口'),
  '300006': ofProvider('余额不足'),
  '300007': ofProvider('剩余次数不足'),
  '300008': malformed('缺少必要参数'),
  '300009': ofProvider('账号信息有误'),
  '300010': ofProvider('网址不存在'),
  '300011': ofProvider('此 IP 无权限访问该接口'),
};
