import { problem, type Day, type Problem } from '@linggong/core/domain';

export const nothingToInspect = (): Problem =>
  problem(422, 'inspection-empty', {
    zh: '该期间没有可抽查的付款，或抽样方案没有抽取任何样本',
    en: 'Nothing was paid in the period, or the plan draws nothing of it',
  });

export const periodTooLarge = (max: number): Problem =>
  problem(
    422,
    'inspection-too-large',
    { zh: `该期间的付款超过 ${max} 笔`, en: `More than ${max} payments lie in the period` },
    { field: 'to', fix: { zh: '请缩短期间，分次抽查', en: 'Take a shorter period, and inspect more than once' } },
  );

export const periodNotOver = (): Problem =>
  problem(
    422,
    'inspection-period-open',
    { zh: '抽查期间须已结束，且开始不晚于结束', en: 'The period must be over, and not end before it begins' },
    { field: 'to' },
  );

/** A sample that stands, and the days it was drawn over. */
export interface Drawn {
  readonly id: number;
  readonly number: string;
  readonly from: Day;
  readonly to: Day;
}

export const alreadyDrawn = ({ id, number, from, to }: Drawn): Problem =>
  problem(
    409,
    'inspection-drawn',
    {
      zh: `抽查期间与 ${number}（${from} 至 ${to}）重叠，该样本核查未结束`,
      en: `The period shares days with ${number} (${from} to ${to}), which is not checked to its end`,
    },
    {
      field: 'from',
      extra: { id, number },
      fix: {
        zh: '请先核查完该样本，或选择不重叠的期间',
        en: 'Check that sample to its end first, or take days that it does not hold',
      },
    },
  );

export const itemChecked = (): Problem =>
  problem(409, 'inspection-item-checked', { zh: '该样本已核查', en: 'The item was checked already' });

export const itemsOpen = (items: number): Problem =>
  problem(
    409,
    'inspection-items-open',
    { zh: `还有 ${items} 个样本未核查`, en: `${items} items are not checked yet` },
    { extra: { items } },
  );

export const inspectionClosed = (): Problem =>
  problem(409, 'inspection-closed', { zh: '该抽查已结束', en: 'The inspection is closed' });
