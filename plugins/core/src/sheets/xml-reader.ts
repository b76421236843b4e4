import { SaxesParser } from 'saxes';
import { asSheetProblem } from './zip-directory';

/** Names come without their namespace prefix: some writers say `x:row`, some `row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds the handlers chunk by chunk and pauses after each, so that a caller can yield what it gathered. */
export async function* walkXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) {
    feed(() => parser.write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  feed(() => parser.close());
  yield;
}

/** Reads a small part to its end. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const steps = walkXml(bytes, handlers);
  while (!(await steps.next()).done);
}

function feed(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    throw asSheetProblem(error);
  }
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
