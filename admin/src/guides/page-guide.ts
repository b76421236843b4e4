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

/** Is a guide of use to a reader? One of pages that none of his opens to him is not; one of no page is for all. */
export function isOfUse({ pages }: Pick<GuideItem, 'pages'>, opens: (page: string) => boolean): boolean {
  return pages.length === 0 || pages.some(opens);
}
