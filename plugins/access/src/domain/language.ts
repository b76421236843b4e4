/**
 * The language to answer in, by an Accept-Language header (RFC 9110 12.5.4). Chinese where the header is absent, unusable
 * or ties.
 */
export function languageOf(header: string | undefined): 'zh' | 'en' {
  let best: { language: 'zh' | 'en'; weight: number } = { language: 'zh', weight: 0 };
  for (const part of (header ?? '').slice(0, 256).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = /^zh\b/.test(tag) ? 'zh' : /^en\b/.test(tag) ? 'en' : undefined;
    const weight = weightOf(parameters);
    if (language && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => /^\s*q=(0(\.\d{1,3})?|1(\.0{1,3})?)\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return quality === undefined ? 1 : Number(quality);
}
