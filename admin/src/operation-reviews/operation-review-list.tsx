import type { ReactNode } from 'react';
import { ReviewList } from '../period-reviews/review-list';

/** Monthly reviews of how every module runs (系统运行审查, R8.2). */
export default function OperationReviewList(): ReactNode {
  return <ReviewList resource="operation-reviews" />;
}
