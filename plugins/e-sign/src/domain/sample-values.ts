import type { Text2 } from '@linggong/core/domain';
import type { TemplateValues } from './render';
import type { Template } from './template';

const same = (text: string): Text2 => ({ zh: text, en: text });

/** Made-up values by variable: nobody has that number, and its check digit is wrong. */
const samples: TemplateValues = {
  contractNumber: same('HT-2026-11-0042'),
  platformName: { zh: '示例平台服务有限公司', en: 'Sample Platform Services Ltd' },
  validFrom: same('2026-11-01'),
  validTo: same('2027-10-31'),
  workerName: { zh: '张示例', en: 'Zhang Shili' },
  workerIdentity: same('110101199001019999'),
  enterprise: { zh: '示例科技有限公司', en: 'Sample Technology Ltd' },
  scenarios: { zh: '同城配送', en: 'City delivery' },
  enterpriseName: { zh: '示例科技有限公司', en: 'Sample Technology Ltd' },
  enterpriseUscc: same('91430100000000001A'),
};

/** Chinese samples by name, as the list of variables shows them. */
export const sampleTexts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(samples).map(([name, { zh }]) => [name, zh]),
);

/** Values for exactly the variables of a text: what a preview is rendered with. */
export function sampleValues({ variables }: Pick<Template, 'variables'>): TemplateValues {
  return Object.fromEntries(variables.map(({ name }) => [name, samples[name] ?? same(name)]));
}
