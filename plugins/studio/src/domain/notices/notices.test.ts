import { fillMessage, firstTexts, messageKinds, type MessageKind } from '@linggong/access/domain';
import { describedKinds } from '../kinds/described-kinds';
import { seedReport } from '../kinds/seed-report';
import { fillTemplate } from '../kinds/template/template';
import type { TemplateContent } from '../kinds/template/template-fields';
import { judgeNotice } from './judge-notice';
import { noticeKey, noticeKindOf } from './notice-key';
import { noticeSeeds } from './notice-seeds';
import { messageLength, registeredTexts } from './short-message';

const seedOf = (kind: MessageKind) => {
  const seed = noticeSeeds.find(({ key }) => key === noticeKey(kind));
  if (seed === undefined) throw new Error(kind);
  return seed;
};
const contentOf = (kind: MessageKind): TemplateContent => seedOf(kind).content as unknown as TemplateContent;
const withText = (kind: MessageKind, zh: string, en: string, more: Partial<TemplateContent> = {}): TemplateContent => ({
  ...contentOf(kind),
  sections: [{ id: 'text', heading: { zh: '', en: '' }, body: { zh, en } }],
  ...more,
});
const found = (
  kind: MessageKind,
  content: TemplateContent,
  asked: { current?: TemplateContent; byOperator?: boolean } = {},
): string[] =>
  judgeNotice(kind, content, { current: asked.current, byOperator: asked.byOperator ?? false }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe.each(messageKinds)('the first words of %s', (kind) => {
  it('are a sound configuration whose own cases pass, without hints, and that its sender takes (R13.1)', () => {
    expect(seedReport(seedOf(kind))).toMatchObject({ passed: true, faults: [] });
    expect(describedKinds.find((one) => one.kind === 'template')?.hints(seedOf(kind).content)).toEqual([]);
    expect(found(kind, contentOf(kind), { byOperator: true })).toEqual([]);
    expect(noticeKindOf(seedOf(kind).key)).toBe(kind);
  });

  it('say in the Studio what code says, byte by byte', () => {
    const { text, variables } = firstTexts[kind];
    const said = fillMessage(
      text,
      variables.map(({ name, sample }) => [name, sample]),
    );
    for (const language of ['zh', 'en'] as const) {
      const values = Object.fromEntries(variables.map(({ name, sample }) => [name, sample[language]]));
      expect(fillTemplate(contentOf(kind), { language, values }).text).toBe(said[language]);
    }
  });

  it('lose none of their variables, in neither language, and gain none that nobody fills in', () => {
    const { text, variables } = firstTexts[kind];
    for (const { name } of variables) {
      const without = (words: string) => words.replaceAll(`{{${name}}}`, '');
      expect(found(kind, withText(kind, without(text.zh), text.en))).toContain('variables variable-demanded');
      expect(found(kind, withText(kind, text.zh, without(text.en)))).toContain('variables variable-demanded');
    }
    const more = { name: 'phone', label: { zh: '手机号', en: 'Phone' }, sample: 'x' };
    expect(found(kind, { ...contentOf(kind), variables: [...contentOf(kind).variables, more] })).toEqual([
      `variables.${variables.length}.name variable-unknown`,
    ]);
  });
});

describe('words of short messages', () => {
  const reminder = (zh: string, more: Partial<TemplateContent> = {}) =>
    withText('signing-reminder', zh, 'Sign it.', more);

  it('are one text without heading, as a notice, without a signature of their own, of a length that is carried', () => {
    const { sections } = contentOf('signing-reminder');
    expect(found('signing-reminder', reminder('请签署', { purpose: 'contract' }))).toEqual(['purpose no-notice']);
    expect(found('signing-reminder', reminder('请签署', { sections: [] }))).toEqual(['sections one-text']);
    expect(found('signing-reminder', reminder('请签署', { sections: [...sections, ...sections] }))).toEqual([
      'sections one-text',
    ]);
    const headed = sections.map((one) => ({ ...one, heading: { zh: '提醒', en: '' } }));
    expect(found('signing-reminder', reminder('请签署', { sections: headed }))).toEqual(['sections.0.heading heading']);
    expect(found('signing-reminder', reminder('【某某】请签署'))).toEqual(['sections.0.body signature-in-text']);
    expect(found('signing-reminder', reminder('签'.repeat(496)))).toEqual([]);
    expect(found('signing-reminder', reminder('签'.repeat(497)))).toEqual(['sections.0.body too-long']);
  });

  it('need a number of the operator where one carries them, and another one where the Chinese words change', () => {
    const missing = ['operatorTemplate operator-template-missing'];
    const stale = ['operatorTemplate operator-template-stale'];
    const first = contentOf('signing-reminder');
    const second = reminder('请尽快签署合同。', { operatorTemplate: 'SMS_2' });
    expect(found('signing-reminder', reminder('请尽快签署合同。'), { current: first, byOperator: true })).toEqual(
      missing,
    );
    expect(found('signing-reminder', reminder('请尽快签署合同。'), { current: first })).toEqual([]);
    expect(found('signing-reminder', second, { current: first, byOperator: true })).toEqual([]);
    const third = reminder('合同等您签署。', { operatorTemplate: 'SMS_2' });
    // Without an operator as well: who will carry them later knows the number by what was approved with it.
    expect(found('signing-reminder', third, { current: second })).toEqual(stale);
    expect(found('signing-reminder', { ...third, operatorTemplate: 'SMS_3' }, { current: second })).toEqual([]);
    // English is sent by no operator; rolling back to the words of the first day needs no number.
    const english = withText('signing-reminder', '请尽快签署合同。', 'Please sign.', { operatorTemplate: 'SMS_2' });
    expect(found('signing-reminder', english, { current: second, byOperator: true })).toEqual([]);
    expect(found('signing-reminder', first, { current: second, byOperator: true })).toEqual([]);
    expect(found('signing-reminder', { ...second, operatorTemplate: 'SMS 2' }, { current: first })).toEqual([
      'operatorTemplate operator-template-form',
    ]);
  });

  it('are counted as operators charge them: 70 characters, then parts of 67, the signature included', () => {
    const length = (count: number) => messageLength('签'.repeat(count), 'zh');
    expect(length(66)).toEqual({ characters: 70, parts: 1 });
    expect(length(67)).toEqual({ characters: 71, parts: 2 });
    expect(length(130)).toEqual({ characters: 134, parts: 2 });
    expect(length(131)).toEqual({ characters: 135, parts: 3 });
    // A sign beyond the first plane is two of theirs.
    expect(messageLength('😀', 'zh').characters).toBe(6);
  });

  it('are registered with blanks by number or by name, in the order of the sender whatever the text says first', () => {
    expect(registeredTexts('password-reset', '{{minutes}} 分钟内输入 {{code}}')).toEqual({
      tencent: '{2} 分钟内输入 {1}',
      aliyun: '${minutes} 分钟内输入 ${code}',
    });
  });

  it('that were stored before operators had numbers read as without one, and compare so', () => {
    const template = describedKinds.find((one) => one.kind === 'template');
    const old = contentOf('signing-reminder');
    expect(template?.content.safeParse(old).success).toBe(true);
    expect(template?.changes(old as never, { ...old, operatorTemplate: '' } as never)).toEqual([]);
    const [change] = template?.changes(old as never, { ...old, operatorTemplate: 'SMS_2' } as never) ?? [];
    expect(change).toMatchObject({ where: { zh: '运营商模板编号' }, before: { zh: '（空）' }, after: { zh: 'SMS_2' } });
  });
});
