/** XML 1.0 `Char` without what a bank's host never takes: control characters, half surrogates, non-characters. */
const UNSAYABLE = /[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/u;

/** Can this text stand in an XML file at all? */
export function isXmlText(text: string): boolean {
  return !UNSAYABLE.test(text);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** An element with text. @throws Error for text that XML cannot say: callers check it before. */
export function leaf(name: string, text: string, attribute = ''): string {
  if (!isXmlText(text)) throw new Error(`${name} holds a character that XML cannot say`);
  return `<${name}${attribute}>${escapeXml(text)}</${name}>`;
}

/** An element around others; what is undefined is left out. */
export function node(name: string, ...children: readonly (string | undefined)[]): string {
  return `<${name}>${children.filter((child) => child !== undefined).join('')}</${name}>`;
}
