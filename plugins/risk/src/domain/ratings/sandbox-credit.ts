import { sandboxCompanyAnswer } from '@linggong/real-name/domain';
import { noMarks, type CreditEntry } from './credit-entry';
import { registerStateOf } from './register-state';

/** What the sandbox tells of a company: an entry, or why there is none. */
export type SandboxCredit = CreditEntry | 'no-record' | 'busy-once' | 'refused';

/** By characters 11-13 of the credit code, beside those that the sandbox of real-name answers by (440-449). */
const standings: Readonly<
  Record<string, { readonly raw: string; readonly dishonest?: true; readonly abnormal?: true }>
> = {
  '450': { raw: '存续', abnormal: true },
  '451': { raw: '吊销，未注销' },
  '452': { raw: '注销' },
  '453': { raw: '存续', dishonest: true },
  '454': { raw: '清算' },
};

/**
 * The register of the demo and of tests: it knows every company by the name that it is asked with, and how it stands follows from the
 * digits of its credit code, so that any demo can have any answer. A mismatch of real-name (440, 441) has another name here too.
 */
export function sandboxCredit(uscc: string, name: string): SandboxCredit {
  const rule = sandboxCompanyAnswer(uscc);
  if (rule === 'no-record' || rule === 'busy-once' || rule === 'refused') return rule;
  const { raw, dishonest, abnormal } = standings[uscc.slice(10, 13)] ?? { raw: '存续' };
  return {
    name: rule === 'mismatch' ? `${name}（更名）` : name,
    uscc,
    rawState: raw,
    state: abnormal ? 'abnormal' : registerStateOf(raw),
    legalRepresentative: null,
    capital: '100 万人民币',
    scope: '一般项目：信息咨询服务；人力资源服务',
    foundedOn: '2018-06-01',
    marks: { ...noMarks, dishonest: dishonest ?? false, abnormal: abnormal ?? false, lawsuits: dishonest ? 3 : 0 },
  };
}
