import { guideNames, type GuideName } from './guide-names';
import { guideText, type GuideText } from './guide-search';

/** Texts of `cms/guides`, taken into the build, a chunk each: nothing is fetched from anywhere else. */
const texts = import.meta.glob<string>('../../../cms/guides/*/*.md', { query: '?raw', import: 'default' });

/** @throws Error where the build has no such file */
export async function readGuide(name: GuideName, locale: string): Promise<GuideText> {
  const load = texts[`../../../cms/guides/${locale === 'en' ? 'en' : 'zh'}/${name}.md`];
  if (load === undefined) throw new Error(`no guide ${name}`);
  return guideText(name, await load());
}

export function readGuides(locale: string): Promise<GuideText[]> {
  return Promise.all(guideNames.map((name) => readGuide(name, locale)));
}
