import { mayBePersonal, personalKind } from '../parts/personal-number';

/** So many searches are kept. */
const recentMax = 5;

/** So many digits in a row may be part of an identity number, a phone, a card or a passport. */
const personalRun = /\d{7,}/;

/** May a search stay in this browser? Never what is, holds or may become somebody's number. */
export function isKeepable(text: string): boolean {
  const bare = text.replace(/[\s.·]/g, '');
  return personalKind(text) === undefined && !mayBePersonal(text) && !personalRun.test(bare);
}

/** The searches that are kept once another was of use: it stands first, and once. */
export function withSearch(recent: readonly string[], text: string): readonly string[] {
  const wanted = text.trim();
  if (wanted.length < 2 || wanted.length > 60 || !isKeepable(wanted)) return recent;
  return [wanted, ...recent.filter((one) => one !== wanted)].slice(0, recentMax);
}

/** What lies in the browser is a list of such searches; anything else was left by somebody else. */
export function isRecent(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= recentMax &&
    value.every((one) => typeof one === 'string' && isKeepable(one))
  );
}
