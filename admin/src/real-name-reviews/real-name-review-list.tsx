import type { ReactNode } from 'react';
import { ReviewList } from '../period-reviews/review-list';

/** Monthly reviews of how real-name verification performs (实名认证审查, R8.3). */
export default function RealNameReviewList(): ReactNode {
  return <ReviewList resource="real-name-reviews" />;
}
