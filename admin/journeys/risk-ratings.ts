import { openAt } from './role-moves';
import type { Session } from './session';

const firstRating = /enterprise-ratings\/(\d+)/;

/** Opens the pages of ratings, checks and offboardings one after another, as their bookmarks do, and looks at each. */
export async function readRatings(
  officer: Session,
  address: string,
  seen: (session: Session, name: string) => Promise<void>,
): Promise<void> {
  await openAt(officer, address, '/enterprise-ratings');
  await seen(officer, '12-ratings');
  const href = await officer.page.locator('a[href*="enterprise-ratings/"]').first().getAttribute('href');
  const [, id] = firstRating.exec(href ?? '') ?? [];
  if (id === undefined) throw new Error('no enterprise has a rating');
  const pages = [
    [`/enterprise-ratings/${id}/show`, '13-rating'],
    [`/enterprises/${id}/show`, '14-enterprise'],
    ['/credit-checks', '15-checks'],
    ['/credit-checks/1/show', '16-check'],
    ['/rating-overrides', '17-overrides'],
    ['/risk-offboardings', '18-offboardings'],
    ['/risk-offboardings/1/show', '19-offboarding'],
  ] as const;
  for (const [at, name] of pages) {
    await openAt(officer, address, at);
    await seen(officer, name);
  }
}
