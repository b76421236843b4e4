/** A JSON text that is not of the form `{"lines": […]}`; `element` is the one in which that showed. */
export class JsonFormFault extends Error {
  constructor(
    readonly kind: 'not-json' | 'not-lines' | 'element-too-long',
    readonly element = 0,
  ) {
    super(`the JSON is ${kind}`);
    this.name = 'JsonFormFault';
  }
}

/** A line as the schema allows it, all of its characters escaped, is shorter. */
const ELEMENT_MAX = 16_384;
const HEAD_MAX = 1_024;
const HEAD = /^\s*\{\s*"lines"\s*:\s*\[/;

/**
 * The elements of `{"lines": [ … ]}` as JSON texts, one by one while the text comes in: a hundred thousand lines are never in
 * memory together. Only the places of commas and brackets are looked at; each element is the caller's to parse.
 * @throws JsonFormFault
 */
export async function* jsonElements(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const scan = new ElementScan();
  for await (const chunk of chunks) yield* scan.take(chunk);
  scan.end();
}

class ElementScan {
  private stage: 'head' | 'elements' | 'tail' = 'head';
  private text = '';
  /** Where the scan goes on in `text`. */
  private at = 0;
  private depth = 0;
  private isQuoted = false;
  private isEscaped = false;
  private count = 0;

  *take(chunk: string): Generator<string> {
    this.text += chunk;
    if (this.stage === 'head') this.readHead(false);
    if (this.stage === 'elements') yield* this.readElements();
    if (this.stage === 'tail' && this.text.trim().length > 1) throw new JsonFormFault('not-json', this.count);
    if (this.stage === 'tail') this.text = this.text.trim();
  }

  end(): void {
    if (this.stage === 'head') this.readHead(true);
    if (this.stage !== 'tail' || this.text !== '}') throw new JsonFormFault('not-json', this.count);
  }

  private readHead(isAll: boolean): void {
    const [head] = HEAD.exec(this.text) ?? [];
    if (head !== undefined) {
      this.text = this.text.slice(head.length);
      this.stage = 'elements';
    } else if (isAll || this.text.length > HEAD_MAX || this.text.includes('[')) {
      throw new JsonFormFault(/^\s*\{/.test(this.text) ? 'not-lines' : 'not-json');
    }
  }

  private *readElements(): Generator<string> {
    let start = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const cut = this.step(this.text.charCodeAt(this.at));
      if (cut === undefined) continue;
      const element = this.text.slice(start, this.at);
      start = this.at + 1;
      const isEmptyList = cut === 'end' && this.count === 0 && element.trim() === '';
      if (!isEmptyList) yield this.counted(element);
      if (cut === 'end') {
        this.stage = 'tail';
        break;
      }
    }
    this.text = this.text.slice(start);
    this.at = this.stage === 'tail' ? 0 : this.text.length;
    if (this.stage === 'elements' && this.text.length > ELEMENT_MAX) this.refuseLong();
  }

  private counted(element: string): string {
    if (element.length > ELEMENT_MAX) this.refuseLong();
    this.count += 1;
    return element;
  }

  private refuseLong(): never {
    throw new JsonFormFault('element-too-long', this.count);
  }

  /** One character; says where an element, or the list, ends. */
  private step(code: number): 'element' | 'end' | undefined {
    if (this.isQuoted) {
      if (this.isEscaped) this.isEscaped = false;
      else if (code === BACKSLASH) this.isEscaped = true;
      else if (code === QUOTE) this.isQuoted = false;
      return undefined;
    }
    if (code === QUOTE) this.isQuoted = true;
    else if (code === BRACE_OPEN || code === BRACKET_OPEN) this.depth += 1;
    else if (code === BRACE_CLOSE || code === BRACKET_CLOSE) {
      if (this.depth > 0) this.depth -= 1;
      else if (code === BRACKET_CLOSE) return 'end';
      else throw new JsonFormFault('not-json', this.count);
    } else if (code === COMMA && this.depth === 0) return 'element';
    return undefined;
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET_OPEN = 0x5b;
const BACKSLASH = 0x5c;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
