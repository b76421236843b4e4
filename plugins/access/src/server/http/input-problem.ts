import { Problem, type Text2 } from '@linggong/core/domain';
import { fieldName } from './field-name';

export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly text: Text2;
}

/** 400 with every faulty field of an input, at most twenty of them. */
export class InputProblem extends Problem {
  constructor(readonly faults: readonly FieldFault[]) {
    const first = faults[0];
    const more =
      faults.length > 1 ? { zh: `（共 ${faults.length} 处）`, en: ` (${faults.length} faults)` } : { zh: '', en: '' };
    const name = fieldName(first?.field ?? '');
    super(
      400,
      'input-invalid',
      {
        zh: `${name.zh}：${first?.text.zh ?? '输入有误'}${more.zh}`,
        en: `${name.en}: ${first?.text.en ?? 'invalid input'}${more.en}`,
      },
      { field: first?.field ?? '', fix: { zh: '请改正所列字段后重试', en: 'Correct the fields listed and try again' } },
    );
    this.name = 'InputProblem';
  }
}
