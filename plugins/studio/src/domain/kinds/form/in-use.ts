import type { Fault } from '../../kind';
import type { FieldType, FormContent } from './content';

/** A field that records hold values of, by the versions that have been in force. */
export interface FieldInUse {
  readonly id: string;
  readonly type: FieldType;
  /** Records that hold a value of it. */
  readonly records: number;
}

/**
 * What a draft would take away from records that exist (删除使用中的字段): a field that is dropped, or one whose values would be read as
 * another type. Whoever no longer wants to ask it retires it (停用), and the records stay searchable and exportable.
 */
export function inUseFaults(content: FormContent, inUse: readonly FieldInUse[]): Fault[] {
  const fields = new Map(content.fields.map((field, index) => [field.id, { field, index }]));
  return inUse.flatMap(({ id, type, records }) => {
    const found = fields.get(id);
    if (found === undefined) return [dropped(id, records)];
    if (found.field.type === type) return [];
    const text = {
      zh: `已有 ${String(records)} 份记录填写了此字段，不能改变类型；请停用它并新增一个字段`,
      en: `${String(records)} records hold values of this field, so its type stays; retire it and add another`,
    };
    return [{ path: `fields.${String(found.index)}.type`, code: 'field-in-use', text }];
  });
}

function dropped(id: string, records: number): Fault {
  return {
    path: 'fields',
    code: 'field-in-use',
    text: {
      zh: `字段“${id}”已有 ${String(records)} 份记录填写，不能删除；请恢复它并设为停用`,
      en: `${String(records)} records hold values of the field “${id}”; put it back and retire it instead of dropping it`,
    },
  };
}
