import type { Core } from '@strapi/strapi';
import { databaseOf, type Queryable } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { checkRoutes } from './check-routes';
import { openOffboardingOf } from './offboarding-rows';
import { checkToolsOf, ratingToolsOf } from './rating-holder';
import { hearForRatings } from './rating-jobs';
import { offboardingOpen } from './rating-problems';
import { ratingRoutes as ownRoutes } from './rating-routes';

export { createCreditHolder } from './rating-holder';
export { ratingLists } from './rating-lists';
export { createRatingSources } from './rating-sources';
export { ratingRelations, ratingStories } from './rating-stories';

export const ratingRoutes = [...checkRoutes, ...ownRoutes];

/** Jobs and hearings of ratings in the running platform. */
export function startRatings(strapi: Core.Strapi): void {
  hearForRatings({
    jobs: jobsOf(strapi),
    database: () => databaseOf(strapi),
    checks: () => checkToolsOf(strapi),
    ratings: () => ratingToolsOf(strapi),
    parties: () => partiesOf(strapi),
  });
}

/** Who is being offboarded comes back by withdrawing that, not past it. @throws Problem 409 `risk-offboarding-open` */
export async function refuseWhileLeaving(
  db: Queryable,
  { kind, id }: { readonly kind: 'worker' | 'enterprise'; readonly id: number },
): Promise<void> {
  const leaving = kind === 'enterprise' ? await openOffboardingOf(db, id) : undefined;
  if (leaving) throw offboardingOpen(leaving.number);
}
