import { employmentSigns } from './employment-signs';

it.each([
  ['每天工作8小时,周末休息', 'fixed-hours', '每天工作8小时'],
  ['需坐班', 'fixed-hours', '坐班'],
  ['按规定打卡', 'attendance', '打卡'],
  ['缴纳五险一金', 'employment-terms', '五险一金'],
])('finds in %s a sign of %s', (text, kind, words) => {
  expect(employmentSigns('仓内分拣', text)).toMatchObject([{ kind, words }]);
});

it('finds all kinds at once, and none in work that is paid by its result', () => {
  expect(employmentSigns('全职骑手', '朝九晚六,考勤严格').map(({ kind }) => kind)).toEqual([
    'fixed-hours',
    'attendance',
    'employment-terms',
  ]);
  expect(employmentSigns('同城配送', '按单计酬,自主接单,当日完成 8 单以上有奖励', null)).toEqual([]);
});
