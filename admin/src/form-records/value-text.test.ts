import type { FormField } from '@linggong/studio/domain';
import type { Text2 } from '../parts/text2';
import { valueText } from './value-text';

const say = ({ zh }: Text2): string => zh;
const english = ({ en }: Text2): string => en;
const label = { zh: '岗位明细', en: 'Posts' };
const asked = { id: 'one', section: 'main', label, required: false };

const posts: FormField = {
  ...asked,
  type: 'table',
  columns: [
    { id: 'post', label, required: true, type: 'text' },
    { id: 'people', label, required: true, type: 'number', unit: { zh: '人', en: 'people' } },
    { id: 'pay', label, required: false, type: 'money' },
  ],
};

describe('values of a record in lists and files (R13.1)', () => {
  it('a table leaves row by row, with the units of its columns', () => {
    const rows = [
      { post: '配送员', people: 12, pay: 150_000 },
      { post: '分拣员', people: 3 },
    ];
    expect(valueText(posts, rows, say)).toBe('配送员 12 人 1,500.00；分拣员 3 人');
    expect(valueText(posts, rows, english)).toBe('配送员 12 people 1,500.00; 分拣员 3 people');
  });

  it('files are counted, and what was not given is empty', () => {
    const papers: FormField = { ...asked, type: 'file', accept: ['image/png'] };
    expect([valueText(papers, ['a', 'b'], say), valueText(papers, ['a'], english)]).toEqual(['2 份附件', '1 file']);
    expect([valueText(papers, undefined, say), valueText(posts, null, say)]).toEqual(['', '']);
  });
});
