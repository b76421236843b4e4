import type { DecisionTable } from './shape';

/** A small table of payments, one column of each kind. */
export const payments: DecisionTable = {
  hitPolicy: 'first',
  columns: [
    {
      id: 'amount',
      role: 'input',
      field: 'amountFen',
      label: { zh: '单笔金额', en: 'Amount' },
      type: 'money',
      required: true,
    },
    { id: 'fee', role: 'input', field: 'feeFen', label: { zh: '服务费', en: 'Fee' }, type: 'money' },
    {
      id: 'class',
      role: 'input',
      field: 'enterpriseClass',
      label: { zh: '企业等级', en: 'Class' },
      type: 'choice',
      choices: [
        { value: 'a', label: { zh: 'A 级', en: 'Class A' } },
        { value: 'b', label: { zh: 'B 级', en: 'Class B' } },
        { value: 'c', label: { zh: 'C 级', en: 'Class C' } },
      ],
    },
    { id: 'since', role: 'input', field: 'registeredOn', label: { zh: '注册日', en: 'Registered' }, type: 'day' },
    { id: 'paid-on', role: 'input', field: 'paidOn', label: { zh: '发放日', en: 'Paid on' }, type: 'day' },
    { id: 'remark', role: 'input', field: 'remark', label: { zh: '备注', en: 'Remark' }, type: 'text' },
    { id: 'first-time', role: 'input', field: 'firstTime', label: { zh: '首次', en: 'First' }, type: 'boolean' },
    {
      id: 'fee-share',
      role: 'computed',
      field: 'feeShare',
      label: { zh: '费率', en: 'Fee share' },
      type: 'number',
      compute: { of: 'share', columns: ['fee', 'amount'] },
    },
    {
      id: 'age',
      role: 'computed',
      field: 'age',
      label: { zh: '注册天数', en: 'Days since' },
      type: 'number',
      compute: { of: 'days-between', columns: ['since', 'paid-on'] },
    },
    {
      id: 'decision',
      role: 'output',
      field: 'decision',
      label: { zh: '结论', en: 'Decision' },
      type: 'choice',
      required: true,
      choices: [
        { value: 'approve', label: { zh: '通过', en: 'Approve' } },
        { value: 'review', label: { zh: '复核', en: 'Review' } },
      ],
    },
    { id: 'reason', role: 'output', field: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'text2' },
  ],
  rows: [
    {
      id: 'large',
      cells: {
        amount: { above: 5_000_000 },
        class: { in: ['b', 'c'] },
        decision: 'review',
        reason: { zh: '金额较大', en: 'A large amount' },
      },
      basis: '风险管理办法第 8 条',
    },
    { id: 'new', cells: { age: { below: 3 }, amount: { from: 3_000_000 }, decision: 'review' } },
    { id: 'odd', cells: { remark: { matches: '^(借款|退款)' }, 'first-time': { is: true }, decision: 'review' } },
    { id: 'cheap', cells: { 'fee-share': { below: 0.01 }, decision: 'review' }, off: true },
  ],
  otherwise: { decision: 'approve' },
};
