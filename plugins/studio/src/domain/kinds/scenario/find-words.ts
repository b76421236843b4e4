/** Characters that may stand where a phrase says “…”. */
const gapMax = 6;
const endsSentence = /[,，。;；]/u;

/**
 * The first place of a text where a phrase stands, as it is written there; undefined where it does not. Blanks of the text do not
 * count, nor does case. “…” in a phrase stands for up to six characters of the same sentence. No regular expression: what operators
 * write cannot explode.
 */
export function findWords(text: string, phrase: string): string | undefined {
  const { letters, places } = withoutBlanks(text);
  const parts = withoutBlanks(phrase)
    .letters.split('…')
    .filter((part) => part !== '');
  const [first = ''] = parts;
  if (first === '') return undefined;
  for (let start = letters.indexOf(first); start >= 0; start = letters.indexOf(first, start + 1)) {
    const end = endOf(letters, start, parts);
    if (end !== undefined) return text.slice(places[start], (places[end - 1] ?? 0) + 1);
  }
  return undefined;
}

/** Where the parts that begin at a place end, each within the gap behind the one before. */
function endOf(letters: string, start: number, [first = '', ...rest]: readonly string[]): number | undefined {
  let end = start + first.length;
  for (const part of rest) {
    const next = letters.indexOf(part, end);
    if (next < 0 || next - end > gapMax || endsSentence.test(letters.slice(end, next))) return undefined;
    end = next + part.length;
  }
  return end;
}

function withoutBlanks(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (/\s/u.test(letter)) continue;
    letters += letter.toLowerCase().slice(0, 1);
    places.push(index);
  }
  return { letters, places };
}
