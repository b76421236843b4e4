import { pagesOf, stepsOf, titled, type Guide } from './guide';
import { searchGuides } from './search-guides';

const guide = (name: string, zh: string, body: string, steps: string[] = []): Guide => ({
  name,
  title: { zh, en: name },
  steps: { zh: steps, en: [] },
  body: { zh: body, en: '' },
  audience: 'everybody',
  pages: [],
});

describe('what is typed in the content panel', () => {
  it('is steps, one a line, without what stands before them, seven at most', () => {
    expect(stepsOf('1. 填写资料\n\n- 提交审核\n3、签署协议\n  办理 2 项  ')).toEqual([
      '填写资料',
      '提交审核',
      '签署协议',
      '办理 2 项',
    ]);
    expect(stepsOf('a\nb\nc\nd\ne\nf\ng\nh')).toHaveLength(7);
    expect(stepsOf('')).toEqual([]);
  });

  it('is pages, however they are set apart', () => {
    expect(pagesOf('/enterprises, workers，tasks\norders/ workers')).toEqual([
      'enterprises',
      'workers',
      'tasks',
      'orders',
    ]);
    expect(pagesOf(' ')).toEqual([]);
  });
});

it('takes the title from the first heading', () => {
  expect(titled('# 会话\n\n正文\n')).toEqual({ title: '会话', body: '正文' });
});

describe('the search', () => {
  const guides = [
    guide('sign-in', '登录与双因素', '1. 保存**恢复码**。\n2. 退出会话。', ['打开登录页']),
    guide('sessions', '会话', '查看并结束 Session。'),
  ];

  it('finds by all words in any case, titles first, and shows a line without its marks', () => {
    const found = searchGuides(guides, '会话', 'zh');
    expect(found.map(({ guide: { name } }) => name)).toEqual(['sessions', 'sign-in']);
    expect(found[1]?.line).toBe('退出会话。');
    expect(searchGuides(guides, 'SESSION', 'zh')).toHaveLength(1);
    expect(searchGuides(guides, '恢复码 退出', 'zh')).toHaveLength(1);
    expect(searchGuides(guides, '恢复码 结束', 'zh')).toEqual([]);
    expect(searchGuides(guides, '打开登录页', 'zh')[0]?.line).toBe('打开登录页');
  });

  it('shows all of them where nothing was typed, without a line', () => {
    expect(searchGuides(guides, ' ', 'zh').map(({ line }) => line)).toEqual([null, null]);
  });
});
