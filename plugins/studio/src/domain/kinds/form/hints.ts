import type { Fault } from '../../kind';
import type { FormContent, FormField } from './content';
import { asked, sensitiveKindOf } from './field-types';

const MANY = 60;

/** What is worth a look and stops nothing. */
export function formHints(content: FormContent): Fault[] {
  const fields = asked(content.fields);
  return [
    ...content.sections.flatMap((section, index) => {
      if (fields.some((field) => field.section === section.id)) return [];
      const text = { zh: '该分组下没有字段，页面上不会显示', en: 'The section has no field and will not be shown' };
      return [{ path: `sections.${String(index)}`, code: 'section-empty', text }];
    }),
    ...content.fields.flatMap((field, index) => fieldHints(field, `fields.${String(index)}`)),
    ...(fields.length > MANY ? [tooMany] : []),
    ...(content.obligatory === true && !fields.some(({ required }) => required) ? [demandsNothing] : []),
  ];
}

const tooMany: Fault = {
  path: 'fields',
  code: 'form-long',
  text: {
    zh: `字段超过 ${String(MANY)} 个，填写的人容易放弃，请考虑拆分或按条件显示`,
    en: `More than ${String(MANY)} fields: people give up; split the form, or show some on a condition`,
  },
};

const demandsNothing: Fault = {
  path: 'obligatory',
  code: 'form-demands-nothing',
  text: {
    zh: '表单必须填写，但没有必填的字段：空白的表单也会被接受',
    en: 'The form must be filled in, but no field of it: an empty one is taken',
  },
};

const personalWords =
  /姓名|名字|联系人|地址|住址|邮箱|电话|手机|身份证|银行卡|\b(?:name|address|e-?mail|phone|mobile|identity|card number)\b/i;

function fieldHints(field: FormField, path: string): Fault[] {
  if (field.retired === true) return [];
  const looksPersonal = personalWords.test(field.label.zh) || personalWords.test(field.label.en);
  if (field.type === 'text' && looksPersonal && sensitiveKindOf(field) === undefined) {
    const text = {
      zh: '看起来是个人信息：请选择“姓名”“地址”“邮箱”用途，或改用证件号码、银行卡号、手机号码类型，以便加密保存',
      en: 'This looks like personal data: say that it is a name, an address or an e-mail, or use the type for it, so that it is sealed',
    };
    return [{ path: `${path}.personal`, code: 'looks-personal', text }];
  }
  if (field.type === 'choice' && field.choices.length === 1) {
    const text = { zh: '只有一个选项', en: 'There is one choice only' };
    return [{ path: `${path}.choices`, code: 'choice-alone', text }];
  }
  return [];
}
