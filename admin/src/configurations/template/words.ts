import { useText2, type Text2 } from '../../parts/text2';

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
  operator: {
    zh: '短信运营商按已报备的模板发送。中文改动后，请先把下面的文本在运营商处报备，再把得到的编号填入“运营商模板编号”；编号与文本不符的版本不能启用，没有编号的改动不会发出。',
    en: 'Operators of short messages send registered texts. After a change of the Chinese words, register the text below with the operator and put the number that it gave into “Template number of the operator”. A version whose number stands for other words is refused, and changed words without a number are not sent.',
  },
  operatorEnglish: {
    zh: '运营商只发送中文；英文用于演示环境的短信。',
    en: 'Operators send the Chinese words only; the English ones stand in the messages of the demo.',
  },
  filledIn: { zh: '发送时自动填入，中英文都要写到', en: 'Filled in when it is sent; both languages have to name it' },
  nothingFilledIn: { zh: '没有变量', en: 'No variables' },
  titleNote: { zh: '标题只在平台内使用，不随短信发出', en: 'The title is used within the platform and not sent' },
  registered: { zh: '报备文本', en: 'Text to register' },
  tencent: { zh: '腾讯云短信', en: 'Tencent Cloud SMS' },
  aliyun: { zh: '阿里云短信', en: 'Alibaba Cloud SMS' },
  withSignature: {
    zh: '含签名【灵工】，运营商处以报备的签名为准。',
    en: 'With the signature 【灵工】; the one registered with the operator counts.',
  },
} as const;

export function useWords(): (name: keyof typeof words) => string {
  const text = useText2();
  return (name) => text(words[name]);
}

/** What stands below the title of a short message. */
export const titleNote: Text2 = words.titleNote;
