import type { Browser } from 'playwright-core';
import { crawl, type Crawled } from './crawl';
import { englishLook, type Look } from './look';
import { signIn, type Screen, type Session } from './session';
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
  'config-operator',
  'enterprise',
  'finance-officer',
  'tax-officer',
  'institution-manager',
  'security-admin',
  'system-admin',
  'audit-admin',
  'worker',
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

/** Makes all visits, two people at a time, who see most first. @returns for each what was seen, or why it ended early */
export async function visitAll(
  browser: Browser,
  platform: Platform,
  visits: readonly Visit[],
  chinese: Look,
): Promise<ReadonlyMap<Visit, Crawled | Error>> {
  const looks = { zh: chinese, en: englishLook() };
  // In Chinese everybody looks at whatever he may; in English at a page the first whose navigation has it.
  const knownInEnglish = new Set<string>();
  const found = new Map<Visit, Crawled | Error>();
  const waiting = byPerson(visits).sort((one, other) => other.length - one.length);
  const work = async (): Promise<void> => {
    for (let own = waiting.shift(); own !== undefined; own = waiting.shift()) {
      const { role, screen } = own[0];
      const session = await signIn(browser, platform, role, screen, 'reduce').catch(asError);
      for (const visit of own) {
        const { language } = visit;
        const known = language === 'en' ? knownInEnglish : undefined;
        const made = session instanceof Error ? session : makeVisit(session, visit, looks[language], known);
        found.set(visit, await Promise.resolve(made).catch(asError));
      }
      if (!(session instanceof Error)) await session.close();
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return found;
}

/** Visits of one person at one screen, who signs in once for all of them. */
function byPerson(visits: readonly Visit[]): [Visit, ...Visit[]][] {
  const persons = new Map<string, [Visit, ...Visit[]]>();
  for (const visit of visits) {
    const person = `${visit.role} ${visit.screen}`;
    const own = persons.get(person);
    if (own) own.push(visit);
    else persons.set(person, [visit]);
  }
  return [...persons.values()];
}

async function makeVisit(session: Session, { language }: Visit, look: Look, known?: Set<string>): Promise<Crawled> {
  if (language === 'en') await session.page.getByRole('button', { name: 'Switch to English' }).click();
  return crawl(session, look, known);
}

/** Places that were seen in a language by anybody. */
export function placesSeen(made: ReadonlyMap<Visit, Crawled | Error>, language: Visit['language']): string[] {
  const inLanguage = [...made].filter(([visit]) => visit.language === language);
  return inLanguage.flatMap(([, found]) => (found instanceof Error ? [] : found.places));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
