import { fontRuns, type Covers } from '../../domain';
import type { PaperDocument } from './paper-document';
import type { Node } from './paper-node';

/** Gives each text the fonts that have its characters; the first font needs no word. */
export function withFonts(node: Node, covers: readonly Covers[], missing: Set<number>): Node {
  if (typeof node === 'string') {
    const runs = runsOf(node, covers, missing);
    return typeof runs === 'string' ? runs : { text: runs };
  }
  if (Array.isArray(node)) return node.map((one: Node) => withFonts(one, covers, missing));
  const given = node as Readonly<Record<string, unknown>>;
  // Paragraphs were looked at when they were set.
  if (given['isSet'] === true) return node;
  const changed: Record<string, unknown> = { ...given };
  for (const key of ['text', 'stack', 'columns'] as const) {
    const inner = given[key] as Node | undefined;
    if (inner === undefined) continue;
    changed[key] = typeof inner === 'string' ? runsOf(inner, covers, missing) : withFonts(inner, covers, missing);
  }
  const table = given['table'] as { body: Node[][] } | undefined;
  if (table) changed['table'] = { ...table, body: withFonts(table.body as Node, covers, missing) };
  return changed;
}

function runsOf(text: string, covers: readonly Covers[], missing: Set<number>): Node {
  const found = fontRuns(text, covers);
  for (const codePoint of found.missing) missing.add(codePoint);
  if (found.runs.every(({ font }) => font === 0)) return text;
  return found.runs.map((run) => (run.font === 0 ? { text: run.text } : { text: run.text, font: `F${run.font}` }));
}

/** The bytes of a document that was laid out; ends it. */
export function bytesOf(document: PaperDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
