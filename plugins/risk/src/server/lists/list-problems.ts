import { problem, type Problem, type Text2 } from '@linggong/core/domain';

/** 422: what is listed has not the form of what it is said to be; the value is not quoted. */
export const valueRefused = (text: Text2): Problem =>
  problem(422, 'list-value-refused', text, {
    field: 'value',
    fix: { zh: '请对照原件核对后重新填写', en: 'Compare it with the original and type it again' },
  });

export const endRefused = (fault: 'past' | 'far'): Problem =>
  problem(
    422,
    'list-end-refused',
    fault === 'past'
      ? { zh: '截止日期不能早于今天', en: 'The last day lies in the past' }
      : { zh: '截止日期过远，请缩短或不填（长期有效）', en: 'The last day is too far off; shorten it or leave it out' },
    { field: 'endsOn' },
  );

export const alreadyListed = (number: string): Problem =>
  problem(
    409,
    'list-entry-exists',
    { zh: `该对象已在同类名单中（${number}）`, en: `It is on this list already (${number})` },
    {
      field: 'value',
      fix: { zh: '如需变更，请先申请提前结束原记录', en: 'To change it, ask for the end of that entry first' },
      extra: { number },
    },
  );

export const notInForce = (): Problem =>
  problem(409, 'list-entry-not-in-force', {
    zh: '该名单记录已结束或尚未生效',
    en: 'The entry is over, or not in force yet',
  });

export const standsOnMeasure = (): Problem =>
  problem(
    409,
    'list-entry-of-measure',
    { zh: '该名单记录由风险措施列入', en: 'The entry stands on a risk measure' },
    { fix: { zh: '请在所属风险案件中解除该措施', en: 'Lift the measure in its risk case' } },
  );

export const importDecided = (): Problem =>
  problem(409, 'list-import-decided', {
    zh: '该导入已处理，请刷新后查看',
    en: 'This import was taken or discarded already; reload it',
  });

export const nothingGood = (): Problem =>
  problem(
    409,
    'list-import-empty',
    { zh: '导入中没有可用的行', en: 'No row of the import can be taken' },
    { fix: { zh: '请按所列原因改正表格后重新上传', en: 'Correct the sheet as told and upload it again' } },
  );
