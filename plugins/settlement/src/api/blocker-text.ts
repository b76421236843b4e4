import { groupedYuanText } from '@linggong/core/domain';
import { blockerCatalogue, type Blocker, type BlockerCode, type BlockerParams } from './blockers';

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
  return {
    code,
    severity: entry.severity,
    title: entry.title,
    explain: { zh: fill(entry.explain.zh, params), en: fill(entry.explain.en, englishParams(params)) },
    remedy: entry.remedy,
    params,
  };
}

/** `xEn` replaces `x` in the English sentence, for params that are words rather than figures. */
function englishParams(params: BlockerParams): BlockerParams {
  const english: BlockerParams = { ...params };
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('En')) english[name.slice(0, -2)] = value;
  }
  return english;
}
