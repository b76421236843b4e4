import type { Text2 } from '@linggong/core/domain';
import type { Fault, TemplateContent } from '@linggong/studio/domain';
import { demandedClauses } from './demanded-clauses';
import { placeholdersOf, type ContractKind } from './template';
import { closingId, openingId, senderVariables } from './template-content';

/** Control characters but line ends: no font has them, and no reader sees them. */
const unprintable = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}]/u;

/**
 * What the sender of contracts does not take of a text beside what the kind `template` refuses: a dropped article that law demands, a
 * party, number or term that is not named in both languages, a variable that nobody fills in. Asked at check, submission, approval and
 * rolling back.
 */
export function judgeText(kind: ContractKind, content: TemplateContent): Fault[] {
  return [
    ...purposeFaults(content),
    ...frameFaults(content),
    ...clauseFaults(kind, content),
    ...variableFaults(kind, content),
    ...characterFaults(content),
  ];
}

const fault = (path: string, code: string, zh: string, en: string): Fault => ({ path, code, text: { zh, en } });

function purposeFaults({ purpose }: TemplateContent): Fault[] {
  if (purpose === 'contract') return [];
  return [fault('purpose', 'no-contract', '用途应为“合同”', 'The purpose has to be "contract"')];
}

/** Opening first, closing last, and articles with headings between them. */
function frameFaults({ sections }: TemplateContent): Fault[] {
  const last = sections.length - 1;
  const faults: Fault[] = [];
  if (sections[0]?.id !== openingId)
    faults.push(
      fault('sections', 'opening', `第一条应为开头（编号 ${openingId}）`, `The opening (${openingId}) comes first`),
    );
  if (sections[last]?.id !== closingId)
    faults.push(
      fault('sections', 'closing', `最后一条应为结尾（编号 ${closingId}）`, `The closing (${closingId}) comes last`),
    );
  const bare = sections.flatMap(({ id, heading }, index) => {
    if (id === openingId || id === closingId || !isBlank(heading)) return [];
    return [
      fault(`sections.${index}.heading`, 'heading', '请用中英文写条款标题', 'Write the heading in both languages'),
    ];
  });
  const headed = sections.flatMap(({ id, heading }, index) => {
    if ((id !== openingId && id !== closingId) || (heading.zh === '' && heading.en === '')) return [];
    return [fault(`sections.${index}.heading`, 'heading', '开头和结尾没有标题', 'Opening and closing have no heading')];
  });
  return [...faults, ...bare, ...headed];
}

function clauseFaults(kind: ContractKind, { sections }: TemplateContent): Fault[] {
  const there = new Set(sections.map(({ id }) => id));
  return demandedClauses(kind)
    .filter(({ id }) => !there.has(id))
    .map(({ id, name, basis }) =>
      fault(
        'sections',
        'clause-demanded',
        `缺少必备条款“${name.zh}”（编号 ${id}，依据：${basis.zh}），请恢复`,
        `The article "${name.en}" (${id}) may not be dropped (${basis.en}); bring it back`,
      ),
    );
}

/** Exactly what the sender fills in, each said in both languages. */
function variableFaults(kind: ContractKind, { sections, variables }: TemplateContent): Fault[] {
  const given = senderVariables(kind);
  const unknown = variables.flatMap(({ name }, index) =>
    given.some((one) => one.name === name) ? [] : [unknownVariable(`variables.${index}.name`, name)],
  );
  const used = (language: keyof Text2): Set<string> =>
    new Set(sections.flatMap(({ heading, body }) => placeholdersOf(heading[language] + body[language])));
  const [zh, en] = [used('zh'), used('en')];
  const declared = new Set(variables.map(({ name }) => name));
  const dropped = given
    .filter(({ name }) => !declared.has(name) || !zh.has(name) || !en.has(name))
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

function unknownVariable(path: string, name: string): Fault {
  const en = `Nobody fills in "${name}" when this contract is made; remove it`;
  return fault(path, 'variable-unknown', `制作合同时没有变量“${name}”，请删除`, en);
}

function characterFaults({ title, sections }: TemplateContent): Fault[] {
  const placed = [
    { path: 'title', text: title },
    ...sections.flatMap(({ heading, body }, index) => [
      { path: `sections.${index}.heading`, text: heading },
      { path: `sections.${index}.body`, text: body },
    ]),
  ];
  return placed
    .filter(({ text }) => unprintable.test(text.zh) || unprintable.test(text.en))
    .map(({ path }) =>
      fault(path, 'unprintable', '含有看不见的控制字符，请重新输入', 'Holds an invisible control character; retype it'),
    );
}

function isBlank({ zh, en }: Text2): boolean {
  return zh.trim() === '' || en.trim() === '';
}
