import { firstTexts, fillMessage, type MessageKind, type MessageValues } from '@linggong/access/domain';
import type { Text2 } from '@linggong/core/domain';
import { fault } from '../fields';
import type { Fault } from '../kind';
import type { TemplateContent } from '../kinds/template/template-fields';
import { messageCharactersMax, messageLength } from './short-message';

interface Asked {
  /** What is in force now. */
  readonly current: TemplateContent | undefined;
  /** Whether an operator of short messages carries them: he sends the words that he holds under a number. */
  readonly byOperator: boolean;
}

/**
 * What the sender of short messages does not take of their words beside what the kind `template` refuses: a dropped code, a variable that nobody
 * fills in, words that no operator takes, words that an operator would not be told of. Asked at check, submission, approval and rolling back.
 */
export function judgeNotice(kind: MessageKind, content: TemplateContent, asked: Asked): Fault[] {
  const form = formFaults(content);
  const body = content.sections[0]?.body;
  if (form.length > 0 || body === undefined) return form;
  return [
    ...variableFaults(kind, content, body),
    ...wordFaults(kind, body),
    ...numberFaults(kind, content, body, asked),
  ];
}

/** One text without a heading: a short message has neither articles nor headings. */
function formFaults({ purpose, sections }: TemplateContent): Fault[] {
  const [first, ...more] = sections;
  const faults: Fault[] = [];
  if (purpose !== 'notice')
    faults.push(fault('purpose', 'no-notice', '用途应为“通知”', 'The purpose has to be "notice"'));
  if (first === undefined || more.length > 0)
    faults.push(fault('sections', 'one-text', '短信只有一段正文', 'A short message has one text'));
  if (first !== undefined && first.heading.zh + first.heading.en !== '')
    faults.push(
      fault('sections.0.heading', 'heading', '短信没有标题，请清空', 'A short message has no heading; leave it empty'),
    );
  return faults;
}

/** Exactly what the sender fills in, each said in both languages. */
function variableFaults(kind: MessageKind, { variables }: TemplateContent, body: Text2): Fault[] {
  const given = firstTexts[kind].variables;
  const unknown = variables.flatMap(({ name }, index) =>
    given.some((one) => one.name === name)
      ? []
      : [
          fault(
            `variables.${index}.name`,
            'variable-unknown',
            `发送这条短信时没有变量“${name}”，请删除`,
            `Nobody fills in "${name}" when this message is sent; remove it`,
          ),
        ],
  );
  const dropped = given
    .filter(({ name }) => {
      const place = `{{${name}}}`;
      return !variables.some((one) => one.name === name) || !body.zh.includes(place) || !body.en.includes(place);
    })
    .map(({ name, label }) =>
      fault(
        'variables',
        'variable-demanded',
        `中英文正文都应写明“${label.zh}”：{{${name}}}`,
        `Both languages have to say "${label.en}": {{${name}}}`,
      ),
    );
  return [...unknown, ...dropped];
}

function wordFaults(kind: MessageKind, body: Text2): Fault[] {
  const samples: MessageValues = firstTexts[kind].variables.map(({ name, sample }) => [name, sample]);
  const filled = fillMessage(body, samples);
  const path = 'sections.0.body';
  const faults: Fault[] = [];
  if (/[【】]/.test(body.zh + body.en))
    faults.push(
      fault(
        path,
        'signature-in-text',
        '签名由渠道自动加在最前，正文不要写【】',
        'The channel puts the signature in front; leave 【】 out of the text',
      ),
    );
  const tooLong = (['zh', 'en'] as const).some(
    (language) => messageLength(filled[language], language).characters > messageCharactersMax,
  );
  if (tooLong)
    faults.push(
      fault(
        path,
        'too-long',
        `短信连同签名不超过 ${messageCharactersMax} 字`,
        `A message has at most ${messageCharactersMax} characters, its signature included`,
      ),
    );
  return faults;
}

/** An operator goes on sending the old words as long as he is given their number. */
function numberFaults(
  kind: MessageKind,
  { operatorTemplate = '' }: TemplateContent,
  body: Text2,
  { current, byOperator }: Asked,
): Fault[] {
  const path = 'operatorTemplate';
  if (operatorTemplate !== '' && !/^[\x21-\x7e]+$/.test(operatorTemplate))
    return [
      fault(
        path,
        'operator-template-form',
        '模板编号只含字母、数字和符号，没有空格',
        'A template number has letters, digits and signs, and no space',
      ),
    ];
  if (operatorTemplate === '' && byOperator && body.zh !== firstTexts[kind].text.zh)
    return [
      fault(
        path,
        'operator-template-missing',
        '短信运营商按已报备的模板发送：请先把新文本报备，再填写新的模板编号',
        'The operator sends registered texts: register the new one first, then give its template number',
      ),
    ];
  const isStale =
    operatorTemplate !== '' &&
    operatorTemplate === current?.operatorTemplate &&
    body.zh !== current.sections[0]?.body.zh;
  if (!isStale) return [];
  return [
    fault(
      path,
      'operator-template-stale',
      '中文已改动，而模板编号仍是原文本的：请报备后填写新的编号',
      'The Chinese words have changed and the number is still that of the old ones: register them and give the new number',
    ),
  ];
}
