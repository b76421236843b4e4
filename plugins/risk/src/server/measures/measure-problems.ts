import { problem, type Problem } from '@linggong/core/domain';

export const measureUnfit = ({ field, text }: { field: string; text: { zh: string; en: string } }): Problem =>
  problem(422, 'risk-measure-unfit', text, { field });

export const nothingToList = (): Problem =>
  measureUnfit({
    field: 'listBy',
    text: { zh: '该对象没有登记所选的标识', en: 'Nothing of what was chosen is on file of this subject' },
  });

export const measureTaken = (number: string): Problem =>
  problem(
    409,
    'risk-measure-in-force',
    {
      zh: `风险措施 ${number} 仍在执行中`,
      en: `Risk measure ${number} is in force`,
    },
    {
      fix: { zh: '请由风控专员在所属案件中解除该措施', en: 'Have a risk officer lift it in its case' },
      extra: { number },
    },
  );

export const measureLifted = (): Problem =>
  problem(409, 'risk-measure-lifted', { zh: '该措施已解除', en: 'The measure was lifted already' });
