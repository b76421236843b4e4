import type { Json, Seed } from '@linggong/studio/domain';
import { sampleTexts } from './sample-values';
import type { Template } from './template';
import { contentOfTemplate, textKey } from './template-content';
import { firstTemplates } from './templates';

/** The texts that contracts are made of from the first day, as configurations; one for each kind. */
export const contractSeeds: readonly Seed[] = firstTemplates.map(seedOf);

function seedOf(template: Template): Seed {
  const content = contentOfTemplate(template, sampleTexts);
  const values = Object.fromEntries(content.variables.map(({ name, sample }) => [name, sample]));
  return {
    kind: 'template',
    key: textKey(template.kind),
    name: template.title,
    description: {
      zh: '新生效的版本只用于其后制作的合同；已发出和已签署的合同保留原文。必备条款与变量不能删除。',
      en: 'A version that comes into force is used for contracts made from then on; those sent or signed keep their text. Demanded articles and variables cannot be dropped.',
    },
    content: content as unknown as Json,
    cases: (['zh', 'en'] as const).map((language) => ({
      name: language === 'zh' ? '中文文本变量齐全' : '英文文本变量齐全',
      input: { language, values },
      expect: { title: template.title[language], missing: [] },
    })),
  };
}
