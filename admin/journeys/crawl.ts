import type { Locator } from 'playwright-core';
import { placeOf, type Look } from './look';
import type { Session } from './session';

export interface Crawled {
  /** Places in the order of the visit. */
  readonly places: readonly string[];
  readonly faults: readonly string[];
}

interface Entry {
  readonly address: string;
  readonly link: Locator;
}

/**
 * Opens every entry of the navigation, and from each list its first row and the form for a new one, as somebody who looks
 * around; looks at each.
 * @param known entries that others have looked at: but for the first they are opened and left; those of this crawl are put into it
 */
export async function crawl(session: Session, look: Look, known = new Set<string>()): Promise<Crawled> {
  const places: string[] = [];
  const faults: string[] = [];
  const see = async (link: Locator): Promise<void> => {
    await link.click();
    faults.push(...(await look(session)));
    places.push(placeOf(session));
  };
  const seen = new Set<string>();
  for (let entry = await nextEntry(session, seen); entry !== undefined; entry = await nextEntry(session, seen)) {
    if (seen.size > 1 && known.has(entry.address)) {
      // Opened nevertheless: the other pages of its group are in the navigation only while one is in the group.
      await entry.link.click();
      await session.watch.settled();
      continue;
    }
    known.add(entry.address);
    await see(entry.link);
    if ((await session.page.locator('nav#navigation, #main-content').count()) === 0) {
      // A wall (大屏) has no navigation: who looked at it goes back to where he came from.
      await session.page.goBack();
      await session.watch.settled();
      continue;
    }
    const list = new URL(session.page.url()).pathname.replace(/\/$/, '');
    const [row, blank] = [firstRow(session), newOne(session)];
    const hasBlank = (await blank.count()) > 0;
    if ((await row.count()) > 0) {
      await see(row.first());
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
async function nextEntry({ page, screen }: Session, seen: Set<string>): Promise<Entry | undefined> {
  if (screen === 'phone') await page.getByRole('button', { name: /^(打开菜单|Open menu)$/ }).click();
  const entries = page.locator('nav#navigation a:visible');
  await entries.first().waitFor();
  for (const address of await entries.evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    if (address === null || seen.has(address)) continue;
    seen.add(address);
    // A group and its first page have the same address; the page is the later one and opens the same.
    return { address, link: page.locator(`nav#navigation a:visible[href="${address}"]`).first() };
  }
  return undefined;
}

function firstRow({ page }: Session): Locator {
  return page.locator('#main-content').locator('tbody tr td:first-child a[href$="/show"], ul > li > a[href$="/show"]');
}

function newOne({ page }: Session): Locator {
  return page.locator('#main-content header a[href$="/create"]');
}
