import type { Browser } from 'playwright-core';
import { crawl, type Crawled } from './crawl';
import { englishLook, type Look } from './look';
import { signIn, type Screen } from './session';
import type { Platform } from './start-platform';

/** One person who looks at everything he may open. */
export interface Visit {
  readonly role: string;
  readonly screen: Screen;
  readonly language: 'zh' | 'en';
}

/** Between them they open every page that anybody opens. */
const english = [
  'operator',
  'archivist',
  'enterprise',
  'finance-officer',
  'tax-officer',
  'institution-manager',
  'security-admin',
  'system-admin',
  'audit-admin',
];

/** Every role at a desk in Chinese; phones where people work on phones; each page in English too, by as few as see them all. */
export function visitsOf(roles: readonly string[]): Visit[] {
  return [
    ...roles.map((role): Visit => ({ role, screen: 'desk', language: 'zh' })),
    ...['enterprise', 'worker'].map((role): Visit => ({ role, screen: 'phone', language: 'zh' })),
    ...english.map((role): Visit => ({ role, screen: 'desk', language: 'en' })),
  ];
}

/** As many browsers as the smallest machine has cores. */
const together = 2;

/** Makes all visits, two at a time. @returns for each what was seen, or why it ended early */
export async function visitAll(
  browser: Browser,
  platform: Platform,
  visits: readonly Visit[],
  look: Look,
): Promise<ReadonlyMap<Visit, Crawled | Error>> {
  const found = new Map<Visit, Crawled | Error>();
  const waiting = [...visits];
  const work = async (): Promise<void> => {
    for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) {
      found.set(visit, await makeVisit(browser, platform, visit, look).catch(asError));
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return found;
}

async function makeVisit(browser: Browser, platform: Platform, visit: Visit, look: Look): Promise<Crawled> {
  const session = await signIn(browser, platform, visit.role, visit.screen);
  try {
    if (visit.language === 'zh') return await crawl(session, look);
    await session.page.getByRole('button', { name: 'Switch to English' }).click();
    return await crawl(session, englishLook);
  } finally {
    await session.close();
  }
}

/** Places that were seen in a language by anybody. */
export function placesSeen(made: ReadonlyMap<Visit, Crawled | Error>, language: Visit['language']): string[] {
  const inLanguage = [...made].filter(([visit]) => visit.language === language);
  return inLanguage.flatMap(([, found]) => (found instanceof Error ? [] : found.places));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
