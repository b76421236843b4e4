import { LineDrafts } from './line-drafts';

describe('what is typed into lines', () => {
  it('is kept line by line until it is saved or given up', () => {
    const drafts = new LineDrafts();
    drafts.keep(7, {});
    drafts.keep(7, { amount: '1200' });
    drafts.keep(8, { remark: '补发' });
    drafts.drop(8);
    expect([drafts.of(7), drafts.of(8)]).toEqual([{ amount: '1200' }, undefined]);
  });
});
