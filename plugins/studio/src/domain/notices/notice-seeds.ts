import { firstTexts, messageKinds, type MessageKind } from '@linggong/access/domain';
import type { Json } from '../kind';
import type { Seed } from '../seed';
import { noticeKey } from './notice-key';

/** The words of short messages from the first day, as configurations; one for each kind of message. */
export const noticeSeeds: readonly Seed[] = messageKinds.map(seedOf);

function seedOf(kind: MessageKind): Seed {
  const { name, text, variables } = firstTexts[kind];
  const without = { zh: '', en: '' };
  const content = {
    purpose: 'notice',
    title: name,
    sections: [{ id: 'text', heading: without, body: text }],
    variables: variables.map(({ name: variable, label, sample }) => ({ name: variable, label, sample: sample.zh })),
  };
  return {
    kind: 'template',
    key: noticeKey(kind),
    name,
    description: {
      zh: '生效后发出的短信按此文本发送；变量由系统填入，不能删除。通过短信运营商发送时，改动中文后需重新报备并填写新的模板编号。',
      en: 'Messages sent from then on say this; the variables are filled in and cannot be dropped. Where an operator carries them, changed Chinese words are registered anew and get a new number.',
    },
    content: content as unknown as Json,
    cases: (['zh', 'en'] as const).map((language) => ({
      name: language === 'zh' ? '中文短信变量齐全' : '英文短信变量齐全',
      input: { language, values: Object.fromEntries(variables.map((one) => [one.name, one.sample[language]])) },
      expect: { missing: [] },
    })),
  };
}
