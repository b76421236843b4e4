import type { Seed } from '@linggong/studio';

/** Key of the checklist that promotional material is reviewed by. */
export const PROMOTION_KEY = 'risk.promotion';

interface Item {
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly help: { readonly zh: string; readonly en: string };
  readonly required: boolean;
  readonly evidence: boolean;
}

const item = (id: string, zh: string, en: string, basisZh: string, basisEn: string, evidence = false): Item => ({
  id,
  text: { zh, en },
  help: { zh: basisZh, en: basisEn },
  required: true,
  evidence,
});

const items: readonly Item[] = [
  item(
    'capture',
    '已留存完整截屏、照片或样张，能看到发布位置和日期',
    'A whole capture, photograph or copy is kept that shows place and date',
    '广告法第三十四条：审核与档案管理制度，档案保存不少于三年',
    'Advertising law art. 34: material is reviewed and archived for three years at least',
    true,
  ),
  item(
    'superlatives',
    '没有“国家级”“最高级”“最佳”“第一”等绝对化用语',
    'No superlatives such as “national-level”, “highest”, “best” or “number one”',
    '广告法第九条第（三）项',
    'Advertising law art. 9 (3)',
  ),
  item(
    'authority',
    '没有使用国家机关、税务机关或其工作人员的名义和形象，没有国旗、国徽',
    'No name or image of authorities, tax offices or their staff, no national flag or emblem',
    '广告法第九条第（一）（二）项',
    'Advertising law art. 9 (1), (2)',
  ),
  item(
    'tax-promise',
    '没有“避税”“节税”“包税”“零税负”或承诺税负率的说法',
    'No promise to avoid or save tax, of an all-in tax, of no tax or of a tax rate',
    '税收征收管理法第三条；广告法第二十八条',
    'Tax collection law art. 3; advertising law art. 28',
  ),
  item(
    'invoice-promise',
    '没有“代开”“变通开票”或无真实业务即可开票的说法',
    'No offer of invoices without real business',
    '发票管理办法第二十一条',
    'Measures on invoices art. 21',
  ),
  item(
    'qualification',
    '所称资质、许可、委托代征和备案都真实、在有效期内，写明证号',
    'Every qualification, licence, entrusted collection and filing that is claimed is true, in force and named by its number',
    '广告法第十一条、第二十八条；与机构资质台账核对',
    'Advertising law art. 11 and 28; compare with the register of qualifications',
  ),
  item(
    'figures',
    '用户数、发放额等数据真实，并注明出处和截止日期',
    'Figures such as users or sums paid are true and name their source and day',
    '广告法第十一条第二款；与平台统计核对',
    'Advertising law art. 11 (2); compare with the statistics of the platform',
  ),
  item(
    'income-promise',
    '没有承诺收入、保本或夸大单价',
    'No promise of income, and no exaggerated pay',
    '广告法第二十八条；反不正当竞争法第八条',
    'Advertising law art. 28; anti-unfair-competition law art. 8',
  ),
  item(
    'employment',
    '没有宣传以灵活用工规避劳动关系或社会保险',
    'Nothing that offers to evade labour relations or social insurance',
    '劳动合同法第十条；人社部发〔2021〕56号',
    'Labour contract law art. 10; MOHRSS notice 2021-56',
  ),
  item(
    'marks',
    '所用标识、商标、客户名称和字体、图片均有授权',
    'Logos, trade marks, names of clients, typefaces and pictures are licensed',
    '商标法第五十七条；著作权法第五十三条',
    'Trade mark law art. 57; copyright law art. 53',
  ),
  item(
    'persons',
    '没有未经书面同意使用他人姓名、肖像，没有个人信息',
    'No name or portrait without written consent, and no personal data',
    '广告法第三十三条；个人信息保护法第十三条',
    'Advertising law art. 33; PIPL art. 13',
  ),
  item(
    'comparison',
    '没有贬低其他经营者',
    'Nobody else’s business is disparaged',
    '广告法第十三条；反不正当竞争法第十一条',
    'Advertising law art. 13; anti-unfair-competition law art. 11',
  ),
  item(
    'fees',
    '收费标准与合同和生效的服务费方案一致',
    'Fees agree with contracts and the fee plans in force',
    '价格法第十三条：明码标价',
    'Price law art. 13: prices are shown',
  ),
  item(
    'publisher',
    '网站和账号公示营业执照、备案号和联系方式',
    'Website and accounts show the business licence, the filing number and how to reach us',
    '电子商务法第十五条；互联网信息服务管理办法第十二条',
    'E-commerce law art. 15; measures on internet information services art. 12',
  ),
];

const allHold = items.map(({ id, evidence }) => ({ item: id, answer: 'yes', evidence: evidence ? 1 : 0 }));

/** What promotional material is looked at for, item by item, each with its law (R8.1). */
export const promotionChecklist: Seed = {
  kind: 'checklist',
  key: PROMOTION_KEY,
  name: { zh: '宣传资料审查清单', en: 'Checklist for promotional material' },
  usedBy: { zh: '宣传资料审查', en: 'Review of promotional material' },
  description: {
    zh: '网站、社交账号、印刷品等对外宣传的审查，逐项对照法律。',
    en: 'For what is said in public on websites, social accounts and in print, item by item against the law.',
  },
  content: { items: items.map((one) => ({ ...one })) },
  cases: [
    { name: '逐项符合并有截屏，通过', input: { answers: allHold }, expect: { verdict: 'passed' } },
    {
      name: '承诺税负率，不通过',
      input: {
        answers: allHold.map((one) => (one.item === 'tax-promise' ? { ...one, answer: 'no' } : one)),
      },
      expect: { verdict: 'failed', failed: ['tax-promise'] },
    },
    {
      name: '没有截屏，不完整',
      input: { answers: allHold.map((one) => ({ ...one, evidence: 0 })) },
      expect: { verdict: 'incomplete', withoutEvidence: ['capture'] },
    },
  ],
};
