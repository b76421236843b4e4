import { contractSeeds } from '@linggong/e-sign/domain';
import type { TemplateContent } from '@linggong/studio/domain';
import { previewOf } from './preview-parts';

const content = contractSeeds.find(({ key }) => key === 'contracts.worker-service')
  ?.content as unknown as TemplateContent;

describe('preview of a template', () => {
  it('numbers the articles of a contract in its language, opening and closing without', () => {
    const zh = previewOf(content, 'zh').sections.map(({ heading }) => heading);
    expect(zh.slice(0, 3)).toEqual(['', '第一条  定义', '第二条  双方关系']);
    expect(zh.at(-1)).toBe('');
    expect(previewOf(content, 'en').sections[7]?.heading).toBe('Article 7  Tax');
  });

  it('marks samples, and leaves a place that no variable stands for as it is written', () => {
    const [opening] = previewOf(content, 'zh').sections;
    expect(opening?.paragraphs[2]).toEqual([
      { text: '乙方（灵活用工人员）：' },
      { text: '张示例', of: 'workerName' },
      { text: '，证件号码：' },
      { text: '110101199001019999', of: 'workerIdentity' },
    ]);
    const notice = { ...content, purpose: 'notice' as const, title: { zh: '{{nobody}}！', en: '' } };
    expect(previewOf(notice, 'zh').title).toEqual([{ text: '{{nobody}}' }, { text: '！' }]);
    expect(previewOf(notice, 'zh').sections[1]?.heading).toBe('定义');
  });
});
