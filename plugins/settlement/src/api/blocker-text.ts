import { groupedYuanText } from '@linggong/core/domain';
import { blockerCatalogue, type Blocker, type BlockerCode, type BlockerParams } from './blockers';
import { stateWords } from './state-words';

/** Fills `{name}` from the params; names that end in Fen are shown in yuan, grouped. An absent param shows as a dash. */
function fill(template: string, params: BlockerParams): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) return '–';
    return name.endsWith('Fen') ? groupedYuanText(BigInt(value)) : String(value);
  });
}

/** A stored blocker (code and params) as the reader sees it. Chinese params may carry their own English: `reasonsEn`. */
export function blockerOf(code: BlockerCode, params: BlockerParams = {}): Blocker {
  const entry = blockerCatalogue[code];
  const worded = withStateWords(code, params);
  return {
    code,
    severity: entry.severity,
    title: entry.title,
    explain: { zh: fill(entry.explain.zh, worded), en: fill(entry.explain.en, englishParams(worded)) },
    remedy: entry.remedy,
    params,
  };
}

/** A state is told in words; one that has none here stands as it is. */
function withStateWords(code: BlockerCode, params: BlockerParams): BlockerParams {
  const words = stateWords[code]?.[String(params['state'])];
  return words === undefined ? params : { ...params, state: words.zh, stateEn: words.en };
}

/** `xEn` replaces `x` in the English sentence, for params that are words rather than figures. */
function englishParams(params: BlockerParams): BlockerParams {
  const english: BlockerParams = { ...params };
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('En')) english[name.slice(0, -2)] = value;
  }
  return english;
}
