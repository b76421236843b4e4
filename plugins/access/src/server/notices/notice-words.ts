import type { Text2 } from '@linggong/core/domain';
import type { NoticeKind } from '../../domain/notice';

/** What a message says of each notice. */
export const noticeWords: Readonly<Record<NoticeKind, Text2>> = {
  'opened-beside': {
    zh: '贵方名下新开立了一个账号',
    en: 'another account was opened beside yours',
  },
  'password-reset': { zh: '密码已被重置，原密码失效', en: 'your password was reset and opens nothing any more' },
  restored: {
    zh: '管理员账号已被恢复，原密码和双因素失效',
    en: 'your account was restored; password and second factor are gone',
  },
  'second-factor-reset': { zh: '双因素验证已被重置', en: 'your second factor was taken away' },
  unblocked: { zh: '账号已重新启用', en: 'your account was let in again' },
  'role-changed': { zh: '角色已变更', en: 'your account has another role' },
  'holder-confirmed': { zh: '持有人已核实', en: 'you were confirmed as the holder of your account' },
  'holder-needed': {
    zh: '持有人尚未登记或核实，您提交的事项暂不能批准',
    en: 'nobody has confirmed who holds it, so what you asked for cannot be approved yet',
  },
  'power-escalated': {
    zh: '与您有关的账号申请逾期未审批，已升级至其他角色审批',
    en: 'a request about an account that concerns you was not decided in time; a further role may decide it',
  },
};
