import type { GuideItem } from '@linggong/access/api';

/**
 * The guide that explains a page; undefined where there is none. A reader's own guides come first in the index, so that his is found
 * before the one that is for everybody.
 * @param path such as `/accounts/3/show`
 */
export function guideOfPage(guides: readonly GuideItem[], path: string): GuideItem | undefined {
  const [, first = ''] = path.split('/');
  return guides.find(({ pages, hasText }) => hasText && pages.includes(first));
}
