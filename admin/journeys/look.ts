import { chineseWords, visibleFaults } from './visible-faults';
import { picture, screens, type Screen, type Session } from './session';
import { seriousFindings } from './axe';

/** Looks at the page that a session stands on; gives its faults, each with role and place. */
export type Look = (session: Session) => Promise<string[]>;

export function placeOf({ page }: Session): string {
  return placeAt(new URL(page.url()).pathname);
}

/** `/workers/17/show` and `/workers/18/show` are one place; the dashboard is `/`. */
export function placeAt(path: string): string {
  const place = path.replace(/^\/console/, '').replace(/\/[^/]+\/show$/, '/show');
  return place === '' ? '/' : place;
}

/**
 * A look at Chinese pages: what is visible, what went wrong by itself, and what axe says. axe is the slow part: it examines every place
 * once on each screen, and again where a page has a kind of element that no page had before, for another role or with other rows.
 */
export function chineseLook(): Look {
  return lookInChinese(() => Promise.resolve([]));
}

/** The same for who looks around: each page at a desk once more, in a window as narrow as a phone. */
export function chineseLookAround(): Look {
  return lookInChinese((session, isFirst) =>
    session.screen === 'desk' ? narrowFaults(session, isFirst) : Promise.resolve([]),
  );
}

/** A picture is for people, takes a fifth of the time and is kept by the first look at a place. */
function lookInChinese(more: (session: Session, isFirst: boolean) => Promise<string[]>): Look {
  const [onPlaces, onScreens] = [knowing(), knowing()];
  return async (session) => {
    await session.watch.settled();
    const place = `${placeOf(session)} ${session.screen}`;
    const kinds = await session.page.evaluate(kindsOfElements);
    const here = onPlaces(place, kinds);
    const anywhere = onScreens(session.screen, kinds);
    if (here.isFirst) await picture(session.page, nameOf(session, 'zh'));
    const faults = [
      ...(await visibleFaults(session.page)),
      ...(here.isFirst || anywhere.isNew ? await seriousFindings(session.page) : []),
      ...(here.isNew ? await more(session, here.isFirst) : []),
    ];
    return told(session, faults);
  };
}

/** Remembers kinds of elements by where they were seen; tells of a look whether it is the first there and whether it shows new ones. */
function knowing(): (where: string, kinds: readonly string[]) => { isFirst: boolean; isNew: boolean } {
  const seen = new Map<string, Set<string>>();
  return (where, kinds) => {
    const known = seen.get(where);
    seen.set(where, new Set([...(known ?? []), ...kinds]));
    return { isFirst: known === undefined, isNew: kinds.some((kind) => !known?.has(kind)) };
  };
}

/** A page may lose what was typed when its window becomes another; who looks around has typed nothing. */
async function narrowFaults(session: Session, isFirst: boolean): Promise<string[]> {
  const { page, watch } = session;
  await page.setViewportSize(screens.phone);
  await watch.settled();
  const faults = await lastingFaults(session);
  if (isFirst) await picture(page, nameOf(session, 'zh', 'narrow'));
  await page.setViewportSize(screens.desk);
  await watch.settled();
  return faults.map((fault) => `narrow: ${fault}`);
}

/** A window that has just become narrow may show a frame of the wide page: what is wrong is wrong a moment later, too. */
async function lastingFaults({ page, watch }: Session): Promise<string[]> {
  const faults = await visibleFaults(page, true);
  if (faults.length === 0) return faults;
  await page.waitForTimeout(500);
  await watch.settled();
  return visibleFaults(page, true);
}

/** A look at English pages: the console's own words are English. One picture of a place is enough for people who look. */
export function englishLook(): Look {
  const pictured = new Set<string>();
  return async (session) => {
    await session.watch.settled();
    const place = `${placeOf(session)} ${session.screen}`;
    if (!pictured.has(place)) {
      pictured.add(place);
      await picture(session.page, nameOf(session, 'en'));
    }
    return told(session, [...(await visibleFaults(session.page)), ...(await chineseWords(session.page))]);
  };
}

function told(session: Session, faults: readonly string[]): string[] {
  return [...faults, ...session.watch.takeFaults()].map((fault) => `${session.role} ${placeOf(session)}: ${fault}`);
}

function nameOf(session: Session, language: string, screen: Screen | 'narrow' = session.screen): string {
  return [language, screen, session.role, ...placeOf(session).split('/').filter(Boolean)].join('-');
}

/** Runs in the page: every kind of element in it – what a style sheet and a screen reader tell apart. */
function kindsOfElements(): string[] {
  const kinds = [...document.querySelectorAll('body *')].map((element) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => /^(aria-|role$|type$|disabled$|tabindex$)/.test(name))
      .map(({ name, value }) => (/label|describedby|controls|owns|value/.test(name) ? name : `${name}=${value}`));
    return [element.tagName, element.getAttribute('class') ?? '', ...attributes].join(' ');
  });
  return [...new Set(kinds)];
}
