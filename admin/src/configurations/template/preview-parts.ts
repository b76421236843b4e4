import { chineseNumeral, textsOfFrame } from '@linggong/e-sign/domain';
import type { TemplateContent } from '@linggong/studio/domain';

/** A stretch of a paragraph; `of` names the variable whose sample it is. */
export interface Stretch {
  readonly text: string;
  readonly of?: string;
}

export interface PreviewSection {
  readonly id: string;
  /** With the number of the article, where it is one of a contract. */
  readonly heading: string;
  readonly paragraphs: readonly (readonly Stretch[])[];
}

/** A template as its reader will see it, samples in the places of its variables; a place without a variable stays as it is written. */
export function previewOf(
  content: TemplateContent,
  language: 'zh' | 'en',
): { title: Stretch[]; sections: PreviewSection[] } {
  const samples = new Map(content.variables.map(({ name, sample }) => [name, sample]));
  let article = 0;
  const sections = content.sections.map(({ id, heading, body }) => {
    const isArticle = content.purpose === 'contract' && !textsOfFrame.includes(id);
    if (isArticle) article += 1;
    return {
      id,
      heading: isArticle ? `${articleOf(article, language)}  ${heading[language]}` : heading[language],
      paragraphs: body[language].split('\n').map((line) => stretchesOf(line, samples)),
    };
  });
  return { title: stretchesOf(content.title[language], samples), sections };
}

function articleOf(number: number, language: 'zh' | 'en'): string {
  return language === 'zh' ? `第${chineseNumeral(Math.min(number, 99))}条` : `Article ${number.toString()}`;
}

/** A line with samples in the places of its variables. */
export function stretchesOf(line: string, samples: ReadonlyMap<string, string>): Stretch[] {
  const parts = line.split(/\{\{([A-Za-z0-9.-]+)\}\}/);
  return parts.flatMap((part, index): Stretch[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ text: part }];
    const sample = samples.get(part);
    return [sample === undefined ? { text: `{{${part}}}` } : { text: sample, of: part }];
  });
}
