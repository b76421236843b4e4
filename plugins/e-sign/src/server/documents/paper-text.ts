import type { Paper } from './paper';
import { chineseNumeral, type Template } from '../../domain';
import { placeholder } from '../../domain/template';
import type { Language, Node, Setting } from './paper-node';
import { colours, ruled } from './paper-style';

/** The contract itself in one language: title, parties, articles, closing. Every word of the text that was consented to. */
export function textOf(paper: Paper, language: Language, set: Setting): Node[] {
  const { template } = paper;
  const fill = (text: { zh: string; en: string }): string => filled(text[language], paper, language);
  const [parties, opening] = preambleOf(fill(template.preamble), language);
  return [
    { text: template.title[language], style: 'title', ...(language === 'en' && { pageBreak: 'before' }) },
    { text: versionLine(template, language), style: 'subtitle' },
    partiesTable(parties),
    ...opening.map((text) => set(text, language)),
    ...template.clauses.flatMap(({ heading, body }, index) =>
      article(
        articleNumber(index + 1, language),
        fill(heading),
        fill(body)
          .split('\n')
          .map((text) => set(text, language)),
      ),
    ),
    { text: ' ', fontSize: 5 },
    ...fill(template.closing)
      .split('\n')
      .map((text) => set(text, language)),
  ];
}

export function filled(text: string, { values }: Paper, language: Language): string {
  return text.replace(placeholder, (_all, name: string) => values[name]?.[language] ?? '').normalize('NFC');
}

function versionLine({ code, version }: Template, language: Language): string {
  return language === 'zh'
    ? `文本版本：${code} 第 ${version} 版`
    : `Text version: ${code}, version ${version}. The Chinese text prevails.`;
}

function articleNumber(index: number, language: Language): string {
  return language === 'zh' ? `第${chineseNumeral(index)}条` : `Article ${index}`;
}

/** A heading stays with its first paragraph. */
function article(number: string, heading: string, [first = '', ...rest]: readonly Node[]): Node[] {
  const head = { text: [{ text: `${number}\u3000`, color: colours.accent }, heading], style: 'heading' };
  return [{ stack: [head, first], unbreakable: true }, ...rest];
}

const party: Readonly<Record<Language, RegExp>> = { zh: /^([^：，。]{2,24})：(.+)$/, en: /^([^:,.]{2,48}): (.+)$/ };

/** The lines `甲方…：名称` of a preamble make the table of parties; its other lines are paragraphs. */
export function preambleOf(preamble: string, language: Language): [[label: string, value: string][], string[]] {
  const parties: [string, string][] = [];
  const opening: string[] = [];
  for (const line of preamble.split('\n')) {
    const [, label, value] = party[language].exec(line) ?? [];
    if (label !== undefined && value !== undefined && opening.length === 0) parties.push([label, value]);
    else opening.push(line);
  }
  return [parties, opening];
}

export function partiesTable(rows: readonly (readonly [string, Node])[]): Node {
  return {
    table: {
      widths: [138, '*'],
      body: rows.map(([label, value]) => [
        { text: label, style: 'label' },
        typeof value === 'string' ? { text: value, style: 'value' } : value,
      ]),
    },
    layout: ruled,
    margin: [0, 0, 0, 12],
  };
}
