import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { FileFault, type XmlElement } from '../../domain';
import { decodeGb18030, decodeUtf8 } from './file-text';

/** Elements within elements; the deepest of ISO 20022 that we read is 12. */
const DEPTH_MAX = 40;
/** Elements of one file: a statement line has about 25. */
const ELEMENTS_MAX = 500_000;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Only &amp; &lt; &gt; &quot; &apos; and character references remain: every DTD is refused before.
  processEntities: true,
  htmlEntities: false,
  maxNestedTags: DEPTH_MAX,
  jPath: false,
});

/**
 * Reads a bank's XML, UTF-8 or GB18030 as it declares. A DOCTYPE or an entity is refused unread: no bank needs one, and both
 * bombs and foreign files come by it. @throws FileFault
 */
export function readXml(bytes: Buffer): XmlElement {
  const text = decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FileFault('xml-doctype');
  if (XMLValidator.validate(text) !== true) throw new FileFault('xml-broken');
  const [root] = elementsOf(parsed(text), { left: ELEMENTS_MAX });
  if (root === undefined) throw new FileFault('xml-broken');
  return root;
}

function decode(bytes: Buffer): string {
  const head = bytes.subarray(0, 200).toString('latin1');
  const encoding =
    /^\s*(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding=["']([A-Za-z0-9_-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  const text = ['gb18030', 'gbk', 'gb2312'].includes(encoding) ? decodeGb18030(bytes) : decodeUtf8(bytes);
  return text.replace(/^\uFEFF/, '');
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text) as unknown;
  } catch {
    // Beyond the depth, or not to be read at all; the parser's words may quote the file.
    throw new FileFault('xml-too-deep');
  }
}

/** `preserveOrder` gives lists of objects with one element each, its attributes beside it under `:@`. */
function elementsOf(items: unknown, budget: { left: number }): XmlElement[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: Record<string, unknown>) => {
    const name = Object.keys(item).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    budget.left -= 1;
    if (budget.left < 0) throw new FileFault('xml-too-deep');
    const content = item[name];
    // The parser writes attributes as texts, for values are not parsed.
    const attributes = (item[':@'] ?? {}) as Record<string, string>;
    return [{ name, attributes, children: elementsOf(content, budget), text: textOf(content) }];
  });
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content.map((item: Record<string, unknown>) => String(item['#text'] ?? '')).join('');
}
