/** The name of a list within a sentence: English begins it small, except where it begins with an abbreviation. Chinese stays as it is. */
export function inSentence(name: string): string {
  return /^[A-Z][^A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
