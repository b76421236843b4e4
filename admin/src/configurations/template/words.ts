import { useText2 } from '../../parts/text2';

/** Words of the editor of templates; they come with its chunk, not with the first page. */
const words = {
  preview: { zh: '预览', en: 'Preview' },
  samples: {
    zh: '标出的是示例值，正式使用时自动填入。',
    en: 'What is marked is a sample; the real value is filled in by itself.',
  },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  language: { zh: '预览语言', en: 'Language of the preview' },
  paper: { zh: '查看PDF样张', en: 'See it as PDF' },
  paperNote: {
    zh: '样张使用虚构的签约方，不产生合同。',
    en: 'Its parties are made up; no contract is made.',
  },
} as const;

export function useWords(): (name: keyof typeof words) => string {
  const text = useText2();
  return (name) => text(words[name]);
}
