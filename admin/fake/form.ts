import { jsonSchema, uiSchema, type FormContent } from '@linggong/studio/domain';

const words = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const asked = { section: 'more', required: false } as const;

/** The added form of a registration: one field of each kind that carries a meaning of its own. */
const content: FormContent = {
  sections: [{ id: 'more', title: words('补充信息', 'More') }],
  fields: [
    { ...asked, id: 'place', label: words('常住地区', 'Place of living'), type: 'region', level: 'county' },
    {
      ...asked,
      id: 'guarantor',
      label: words('担保人证件号码', 'Identity number of the guarantor'),
      type: 'identity-number',
    },
    { ...asked, id: 'firm', label: words('挂靠企业代码', 'Credit code of the firm'), type: 'uscc' },
    { ...asked, id: 'spare', label: words('备用银行卡', 'Spare card'), type: 'bank-card' },
    { ...asked, id: 'wage', label: words('期望收入', 'Expected income'), type: 'money' },
    { ...asked, id: 'since', label: words('从业起始日', 'At work since'), type: 'date' },
  ],
};

const inBoth = <R>(of: (language: 'zh' | 'en') => R): { zh: R; en: R } => ({ zh: of('zh'), en: of('en') });

/** The form in force under a key. */
export const formOf = (key: string): object => ({
  key,
  versionId: 1,
  versionNo: 1,
  content,
  jsonSchema: inBoth((language) => jsonSchema(content, language)),
  uiSchema: inBoth((language) => uiSchema(content, language)),
  meansSomebody: false,
});
