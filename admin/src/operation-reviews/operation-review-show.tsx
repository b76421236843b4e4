import type { ReactNode } from 'react';
import { ReviewShow } from '../period-reviews/review-show';

/** A monthly review of how every module runs (系统运行审查, R8.2). */
export default function OperationReviewShow(): ReactNode {
  return <ReviewShow resource="operation-reviews" top={['orders-paid', 'paid', 'cases-opened']} />;
}
