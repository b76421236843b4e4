import { guideOfPage, isOfUse } from './page-guide';

const guide = (name: string, pages: string[], hasText = true) => ({
  name,
  title: { zh: name, en: name },
  steps: { zh: [], en: [] },
  pages,
  hasText,
  line: null,
});
const guides = [
  guide('worker-self', ['workers']),
  guide('card', ['orders'], false),
  guide('worker', ['workers', 'orders']),
];

it('is the first that names the page, on its list and its details', () => {
  expect(guideOfPage(guides, '/workers')?.name).toBe('worker-self');
  expect(guideOfPage(guides, '/workers/3/show')?.name).toBe('worker-self');
});

it('has a text', () => {
  expect(guideOfPage(guides, '/orders/1/show')?.name).toBe('worker');
});

it('is none on the first page and on pages that nobody wrote of', () => {
  expect(guideOfPage(guides, '/')).toBeUndefined();
  expect(guideOfPage(guides, '/constructor')).toBeUndefined();
});

it('is of use where one of its pages opens, or it belongs to none', () => {
  const opens = (page: string): boolean => page === 'orders';
  expect([['orders', 'fee-plans'], [], ['ledger-accounts']].map((pages) => isOfUse({ pages }, opens))).toEqual([
    true,
    true,
    false,
  ]);
});
