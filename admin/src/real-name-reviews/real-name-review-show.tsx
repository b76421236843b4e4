import type { ReactNode } from 'react';
import { ReviewShow } from '../period-reviews/review-show';

/** A monthly review of how real-name verification performs (实名认证审查, R8.3). */
export default function RealNameReviewShow(): ReactNode {
  return <ReviewShow resource="real-name-reviews" top={['workers-paid', 'paid-coverage', 'pass-rate']} />;
}
