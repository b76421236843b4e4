import { keptFaults, type CellKey, type LineFault } from './index';

const kept = (stored: LineFault[], ...edited: CellKey[]): LineFault[] => keptFaults(stored, new Set(edited));

const formula: LineFault = {
  code: 'cell-formula',
  params: { column: '手机号' },
  cells: { phone: '手机号', remark: '备注' },
};
const titles = { name: '姓名', identityNumber: '证件号码', cardNumber: '银行卡号', taskNumber: '任务编号' } as const;

describe('faults that an edit leaves in force', () => {
  it('are those of the cells that it does not name, told with the first of them', () => {
    expect(kept([formula], 'amount')).toEqual([formula]);
    expect(kept([formula], 'phone')).toEqual([
      { code: 'cell-formula', params: { column: '备注' }, cells: { remark: '备注' } },
    ]);
    expect(kept([formula], 'phone', 'remark')).toEqual([]);
  });

  it('are an unread amount until it is typed, and nothing that stands in stored text', () => {
    const stored: LineFault[] = [{ code: 'amount-format' }, { code: 'identity-check-digit' }, { code: 'name-missing' }];
    expect(kept(stored, 'name')).toEqual([{ code: 'amount-format' }]);
    expect(kept(stored, 'amount')).toEqual([]);
  });

  it('are a broken row until all that is required was typed', () => {
    const broken: LineFault = { code: 'row-broken', params: {}, cells: { ...titles, amount: '金额', remark: '备注' } };
    expect(kept([broken], 'name', 'amount').map(({ code }) => code)).toEqual(['row-broken']);
    expect(kept([broken], 'name', 'amount', 'identityNumber', 'cardNumber', 'taskNumber')).toEqual([]);
  });
});
