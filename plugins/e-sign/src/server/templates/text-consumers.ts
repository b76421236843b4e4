import type { Consumer } from '@linggong/studio';
import type { TemplateContent } from '@linggong/studio/domain';
import { contractKinds, judgeText, textKey } from '../../domain';

/** Who works by the texts of contracts: whoever sends them, who demands what law demands of each. */
export const textConsumers: readonly Consumer[] = contractKinds.map((kind) => ({
  kind: 'template',
  key: textKey(kind),
  name: { zh: '合同：其后发出的文本', en: 'Contracts: the text of those sent from then on' },
  // Read by the kind before it is judged.
  judge: (content) => judgeText(kind, content as unknown as TemplateContent),
}));
