import type { Text2 } from '@linggong/core/domain';
import type { ContractKind } from './template';
import { firstTemplates } from './templates';

/** An article that a text may word anew but not drop (必备条款), and what demands it. */
export interface DemandedClause {
  readonly id: string;
  readonly name: Text2;
  readonly basis: Text2;
}

const civilCode = { zh: '《民法典》第四百七十条', en: 'Civil Code art. 470' };
const hiredWork = { zh: '《民法典》第七百七十条', en: 'Civil Code art. 770' };
const breach = { zh: '《民法典》第五百七十七条', en: 'Civil Code art. 577' };
const authority = { zh: '《民法典》第一百六十五条', en: 'Civil Code art. 165' };
const withdrawal = { zh: '《民法典》第一百七十三条', en: 'Civil Code art. 173' };
const signature = { zh: '《电子签名法》第三条、第十三条', en: 'Electronic Signature Law arts. 3, 13' };
const realName = { zh: '《电子商务法》第二十七条', en: 'E-Commerce Law art. 27' };
const information = { zh: '《个人信息保护法》第十七条', en: 'Personal Information Protection Law art. 17' };
const consent = { zh: '《个人信息保护法》第二十九条', en: 'Personal Information Protection Law art. 29' };
const withholding = { zh: '国家税务总局公告2025年第16号', en: 'STA announcement 2025-16' };
const reporting = { zh: '国务院令第810号', en: 'State Council Decree 810' };
const workers = { zh: '人社部发〔2021〕56号', en: 'MOHRSS 2021-56' };
const market = { zh: '灵活用工平台会员与商户管理要求', en: 'requirements on members and merchants of platforms' };

/** Articles by kind (R2.2, R2.6, R3.3, R3.4, R3.5); what is not named here may be dropped, and others may be added. */
const bases: Readonly<Record<ContractKind, Readonly<Record<string, Text2>>>> = {
  'worker-service': {
    relation: hiredWork,
    work: civilCode,
    identity: realName,
    acceptance: civilCode,
    pay: civilCode,
    tax: withholding,
    conduct: market,
    safety: workers,
    rights: workers,
    'personal-information': information,
    signature,
    term: civilCode,
    liability: breach,
    disputes: civilCode,
  },
  'enterprise-cooperation': {
    services: civilCode,
    relation: hiredWork,
    'enterprise-duties': market,
    'platform-duties': civilCode,
    money: market,
    fee: civilCode,
    tax: withholding,
    invoices: market,
    control: market,
    information,
    signature,
    term: civilCode,
    liability: breach,
    disputes: civilCode,
  },
  'tax-agency': {
    matters: withholding,
    limits: authority,
    computation: withholding,
    truth: reporting,
    money: withholding,
    term: withdrawal,
    'personal-information': consent,
    signature,
  },
};

/** What stands in every contract of a kind, in the order of its first text. */
export function demandedClauses(kind: ContractKind): readonly DemandedClause[] {
  const first = firstTemplates.find((template) => template.kind === kind);
  return (first?.clauses ?? []).flatMap(({ id, heading }) => {
    const basis = bases[kind][id];
    return basis ? [{ id, name: heading, basis }] : [];
  });
}
