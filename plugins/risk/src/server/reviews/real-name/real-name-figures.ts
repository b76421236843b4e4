import type { Text2 } from '@linggong/core/domain';
import type { PeriodFigure } from '../../../domain';

type Defined = Omit<PeriodFigure, 'value'> & { readonly kept?: false };

const sections = {
  coverage: { zh: '覆盖情况', en: 'Coverage' },
  checks: { zh: '核验情况', en: 'Checks' },
  papers: { zh: '资料缺失', en: 'Missing papers' },
  sharing: { zh: '一号多人', en: 'Shared numbers' },
  recheck: { zh: '定期复核', en: 'Verified again' },
  measures: { zh: '采取的措施', en: 'Measures' },
} as const satisfies Record<string, Text2>;

type Section = keyof typeof sections;

const none = { kind: 'at-most', value: 0 } as const;
const whole = { kind: 'at-least', value: 10_000 } as const;
/** One check in twenty that could not be made is the vendor's, or ours. */
const fewErrors = { kind: 'at-most', value: 500 } as const;

function figure(
  section: Section,
  key: string,
  zh: string,
  en: string,
  more: Partial<Pick<Defined, 'unit' | 'target' | 'note'>> = {},
): Omit<PeriodFigure, 'value'> {
  return { section, sectionName: sections[section], key, name: { zh, en }, unit: 'count', ...more };
}

const share = { unit: 'basis-points' } as const;

/** What the review of real-name verification counts (R8.3), in the order in which it is read; the columns of the statement bear the keys. */
export const realNameFigures = [
  figure('coverage', 'workers-paid', '本月发放人数', 'People paid in the month'),
  figure('coverage', 'paid-verified', '其中已通过实名认证', 'Of them verified'),
  figure('coverage', 'paid-coverage', '发放人员实名覆盖率', 'Share of people paid that is verified', {
    ...share,
    target: whole,
  }),
  figure('coverage', 'paid-unverified', '向未认证人员发放', 'Paid though not verified', { target: none }),
  figure('coverage', 'workers-known', '在册人数', 'People registered'),
  figure('coverage', 'known-coverage', '在册人员实名覆盖率', 'Share of people registered that is verified', share),
  figure('checks', 'checks', '核验次数', 'Checks'),
  figure('checks', 'check-match', '一致', 'Match'),
  figure('checks', 'check-mismatch', '不一致', 'Mismatch'),
  figure('checks', 'check-no-record', '查无记录', 'No record'),
  figure('checks', 'check-error', '无法核验', 'Could not be made'),
  figure('checks', 'pass-rate', '通过率', 'Share that match', share),
  figure('checks', 'error-rate', '无法核验的比例', 'Share that could not be made', { ...share, target: fewErrors }),
  figure('checks', 'waiting', '正在等待核验', 'Waiting to be made'),
  figure('checks', 'cost', '核验费用', 'Cost', { unit: 'fen' }),
  figure('papers', 'paid-without-card', '没有核验通过的银行卡', 'Without a verified card', { target: none }),
  figure('papers', 'paid-without-phone', '没有手机号', 'Without a telephone', { target: none }),
  figure('papers', 'paid-without-address', '没有地址', 'Without an address', { target: none }),
  figure('papers', 'paid-without-agency', '没有涉税代理授权', 'Without a tax agency authorization', {
    target: none,
  }),
  figure('sharing', 'cards-shared', '多人共用的银行卡', 'Cards of several people', { target: none }),
  figure('sharing', 'phones-shared', '多人共用的手机号', 'Telephones of several people', { target: none }),
  figure('recheck', 'recheck-overdue', '复核逾期人数', 'Overdue', { target: none }),
  figure('measures', 'workers-blocked', '核验未通过而停用', 'Blocked because a check failed'),
  figure('measures', 'workers-frozen', '本月冻结', 'Frozen in the month'),
  figure('measures', 'cases-opened', '本月立案', 'Cases opened in the month'),
  figure('measures', 'cases-closed', '本月办结', 'Cases closed in the month'),
] as const;

/** What is asked of the review and nobody keeps: said so, not counted as none. */
export const notKept: PeriodFigure = {
  section: 'papers',
  sectionName: sections.papers,
  key: 'documents-expired',
  name: { zh: '证件过期', en: 'Identity documents that expired' },
  unit: 'count',
  value: null,
  note: {
    zh: '平台不收集证件有效期，以定期复核代替',
    en: 'The platform does not keep until when a document is valid; identities are verified again instead',
  },
};

/** The parts of the review that depend on what there was: a figure for each vendor, and for each way in which a check failed. */
export const vendorSection: Text2 = { zh: '核验服务商', en: 'Vendors' };
export const reasonSection: Text2 = { zh: '未通过原因', en: 'Why checks failed' };

export const kindWords: Readonly<Record<string, Text2>> = {
  identity: { zh: '身份', en: 'Identity' },
  'bank-card-3': { zh: '银行卡三要素', en: 'Card, three elements' },
  'bank-card-4': { zh: '银行卡四要素', en: 'Card, four elements' },
  company: { zh: '企业', en: 'Company' },
};

export const outcomeWords: Readonly<Record<string, Text2>> = {
  mismatch: { zh: '不一致', en: 'mismatch' },
  'no-record': { zh: '查无记录', en: 'no record' },
  error: { zh: '无法核验', en: 'could not be made' },
};
