import type { Text2 } from '@linggong/core/domain';
import { lineRules, WATCH_RULE, type ListKind, type ListSource, type ListSubjectKind } from '../domain';

/** How lists read on screens, in sheets and in refusals. */
export const listWords: {
  readonly kind: Readonly<Record<ListKind, Text2>>;
  readonly subjectKind: Readonly<Record<ListSubjectKind, Text2>>;
  readonly source: Readonly<Record<ListSource, Text2>>;
} = {
  kind: {
    deny: { zh: '禁止名单', en: 'Deny list' },
    allow: { zh: '豁免名单', en: 'Allow list' },
    watch: { zh: '关注名单', en: 'Watch list' },
  },
  subjectKind: {
    identity: { zh: '证件号码', en: 'Identity number' },
    card: { zh: '银行卡号', en: 'Bank card' },
    phone: { zh: '手机号', en: 'Phone' },
    uscc: { zh: '统一社会信用代码', en: 'Credit code' },
    address: { zh: '地址', en: 'Address' },
    device: { zh: '设备号', en: 'Device' },
  },
  source: {
    platform: { zh: '平台发现', en: 'Found by the platform' },
    regulator: { zh: '监管通报', en: 'Told by a regulator' },
    court: { zh: '法院', en: 'Court' },
    police: { zh: '公安机关', en: 'Police' },
    bank: { zh: '银行或支付机构', en: 'Bank or payment institution' },
    complaint: { zh: '投诉举报', en: 'Complaint' },
    other: { zh: '其他', en: 'Other' },
  },
};

const watchRule: Text2 = { zh: '关注名单', en: 'Watch list' };

/** What a rule that can be let off is called; its code where it has no words. */
export function ruleWord(rule: string): Text2 {
  const text = rule === WATCH_RULE ? watchRule : lineRules.find(({ id }) => id === rule)?.text;
  return text ?? { zh: rule, en: rule };
}
