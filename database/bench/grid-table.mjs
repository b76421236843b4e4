// A decision table of 2,000 rows and fourteen columns, as one installation may have it: a limit for every region, class and band.

export const ROWS = Number(process.env.BENCH_ROWS ?? 2_000);

const bands = [200_000, 500_000, 1_000_000, 2_000_000, 5_000_000];
const classes = ['a', 'b', 'c', 'd', 'e'];
const label = (zh, en) => ({ zh, en });
const choices = (values, zh) => values.map((value) => ({ value, label: label(`${zh}${value}`, value) }));
const input = (id, field, type, zh, en, more = {}) => ({
  id,
  role: 'input',
  field,
  type,
  label: label(zh, en),
  ...more,
});
const answer = (id, field, type, zh, en, more = {}) => ({ ...input(id, field, type, zh, en, more), role: 'output' });

const columns = [
  input('amount', 'amountFen', 'money', '单笔金额', 'Amount', { required: true }),
  input('class', 'enterpriseClass', 'choice', '企业等级', 'Class', { choices: choices(classes, '等级') }),
  input('region', 'region', 'text', '服务地区', 'Region'),
  input('work', 'kindOfWork', 'text', '作业类型', 'Kind of work'),
  input('monthly', 'monthFen', 'money', '当月累计', 'This month'),
  input('age', 'accountDays', 'number', '注册天数', 'Days since'),
  input('since', 'registeredOn', 'day', '注册日', 'Registered'),
  input('first', 'firstTime', 'boolean', '首次付款', 'First payment'),
  {
    ...input('left', 'leftFen', 'money', '剩余额度', 'Left'),
    role: 'computed',
    compute: { of: 'difference', columns: ['monthly', 'amount'] },
  },
  answer('decision', 'decision', 'choice', '结论', 'Decision', {
    required: true,
    choices: choices(['approve', 'review', 'hold', 'decline'], '结论'),
  }),
  answer('score', 'score', 'number', '分值', 'Score'),
  answer('limit', 'limitFen', 'money', '限额', 'Limit'),
  answer('due', 'dueHours', 'number', '时限（小时）', 'Due hours'),
  answer('reason', 'reason', 'text2', '原因', 'Reason'),
];

/** Every row asks for a region of ten kinds of work, a class and a band of amounts of its own, so that each can hit. */
function rowOf(n) {
  const low = bands[n % bands.length];
  const region = 110_000 + Math.floor(n / 25) * 100;
  return {
    id: `row-${n + 1}`,
    cells: {
      amount: { from: low, below: low * 2 },
      class: { is: classes[Math.floor(n / bands.length) % classes.length] },
      region: { is: String(region) },
      ...(n % 2 === 0 && { work: { in: [`作业${n % 10}`, `作业${(n + 3) % 10}`] } }),
      ...(n % 3 === 0 && { monthly: { above: low * 4 } }),
      ...(n % 4 === 0 && { age: { below: 30 + (n % 60) } }),
      ...(n % 7 === 0 && { since: { from: '2025-01-01' } }),
      ...(n % 9 === 0 && { first: { is: true } }),
      decision: ['review', 'hold', 'decline'][n % 3],
      score: n % 100,
      limit: low * 2,
      due: 4 + (n % 44),
      reason: label(
        `第 ${n + 1} 条：金额超过本地区上限，请核实`,
        `Rule ${n + 1}: above what this region allows; verify`,
      ),
    },
    ...(n % 5 === 0 && { basis: '风险管理办法第 8 条' }),
    ...(n % 11 === 0 && { note: label('按季度复核', 'Reviewed each quarter') }),
  };
}

export const table = {
  hitPolicy: 'first',
  columns,
  rows: Array.from({ length: ROWS }, (_, n) => rowOf(n)),
  otherwise: { decision: 'approve', score: 0, reason: label('未命中任何规则', 'No rule was met') },
};

export const cases = [
  { name: '小额通过', input: { amountFen: 1_000 }, expect: { answer: { decision: 'approve' } } },
  {
    name: '首行复核',
    input: {
      amountFen: 250_000,
      enterpriseClass: 'a',
      region: '110000',
      kindOfWork: '作业0',
      monthFen: 900_000,
      accountDays: 3,
      registeredOn: '2025-06-01',
      firstTime: true,
    },
    expect: { answer: { decision: 'review' } },
  },
];
