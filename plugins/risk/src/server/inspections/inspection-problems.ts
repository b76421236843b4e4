import { problem, type Problem } from '@linggong/core/domain';

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

export const alreadyDrawn = (id: number, number: string): Problem =>
  problem(
    409,
    'inspection-drawn',
    {
      zh: `该期间已抽取样本：${number}，核查未结束`,
      en: `A sample of the period is drawn already and not closed: ${number}`,
    },
    { extra: { id, number }, fix: { zh: '请先核查完该样本', en: 'Check that sample to its end first' } },
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
