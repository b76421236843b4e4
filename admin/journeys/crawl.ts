import type { Locator } from 'playwright-core';
import { placeAt, placeOf, type Look } from './look';
import type { Session } from './session';

export interface Crawled {
  /** Places in the order of the visit. */
  readonly places: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Opens every entry of the navigation, and from each list its first row and the form for a new one, as somebody who looks
 * around; looks at each.
 * @param known places that others have looked at and that are not looked at again, but for the first; those of this crawl are put into it
 */
export async function crawl(session: Session, look: Look, known?: Set<string>): Promise<Crawled> {
  const places: string[] = [];
  const faults: string[] = [];
  /** Looks at what a link leads to. @returns false where it is known and stays closed */
  const see = async (link: Locator): Promise<boolean> => {
    const place = placeAt(new URL((await link.getAttribute('href')) ?? '', session.page.url()).pathname);
    if (places.length > 0 && known?.has(place)) return false;
    known?.add(place);
    await link.click();
    faults.push(...(await look(session)));
    places.push(placeOf(session));
    return true;
  };
  const seen = new Set<string>();
  for (let entry = await nextEntry(session, seen); entry !== undefined; entry = await nextEntry(session, seen)) {
    if (!(await see(entry))) {
      // It may lead to rows that are not known; and the other pages of a group are in the navigation only while one is in the group.
      await entry.click();
      await session.watch.settled();
    }
    if ((await session.page.locator('nav#navigation, #main-content').count()) === 0) {
      // A wall (大屏) has no navigation: who looked at it goes back to where he came from.
      await session.page.goBack();
      await session.watch.settled();
      continue;
    }
    const list = new URL(session.page.url()).pathname.replace(/\/$/, '');
    const [row, blank] = [firstRow(session), newOne(session)];
    const hasBlank = (await blank.count()) > 0;
    if ((await row.count()) > 0 && (await see(row.first()))) {
      // The navigation is in reach of every page; but a row that leads into another group has closed the one of its list.
      if (hasBlank || !new URL(session.page.url()).pathname.startsWith(list)) {
        await session.page.goBack();
        await session.watch.settled();
      }
    }
    if (hasBlank) await see(blank.first());
  }
  return { places, faults };
}

/** The first entry of the navigation that was not opened yet; a group shows its pages when one is in it. */
async function nextEntry({ page, screen }: Session, seen: Set<string>): Promise<Locator | undefined> {
  if (screen === 'phone') await page.getByRole('button', { name: /^(打开菜单|Open menu)$/ }).click();
  const entries = page.locator('nav#navigation a:visible');
  await entries.first().waitFor();
  for (const address of await entries.evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    if (address === null || seen.has(address)) continue;
    seen.add(address);
    // A group and its first page have the same address; the page is the later one and opens the same.
    return page.locator(`nav#navigation a:visible[href="${address}"]`).first();
  }
  return undefined;
}

function firstRow({ page }: Session): Locator {
  return page.locator('#main-content').locator('tbody tr td:first-child a[href$="/show"], ul > li > a[href$="/show"]');
}

function newOne({ page }: Session): Locator {
  return page.locator('#main-content header a[href$="/create"]');
}
