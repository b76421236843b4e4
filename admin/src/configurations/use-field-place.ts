import { fieldTypeNames, fieldTypes, type Json, type KindName } from '@linggong/studio/domain';
import { useTranslate } from 'react-admin';
import { useText2, type Text2 } from '../parts/text2';
import { isRecord } from '../provider';

/** Where in a form a fault stands (`fields.3.label`): the field by its label, or by its place and type while it has none. */
export function useFieldPlace(kind: KindName): (content: Json, path: string) => string | undefined {
  const text = useText2();
  const translate = useTranslate();
  return (content, path) => {
    const index = kind === 'form' ? /^fields\.(\d+)/.exec(path)?.[1] : undefined;
    const fields: unknown = isRecord(content) ? content['fields'] : undefined;
    const field: unknown = index !== undefined && Array.isArray(fields) ? fields[Number(index)] : undefined;
    if (!isRecord(field)) return undefined;
    const label = isText2(field['label']) ? text(field['label']) : '';
    const type = fieldTypes.find((one) => one === field['type']);
    const unnamed = type === undefined ? '' : text(fieldTypeNames[type]);
    return label === ''
      ? translate('configuration.fieldAt', { no: Number(index) + 1, type: unnamed })
      : translate('configuration.fieldNamed', { label });
  };
}

function isText2(value: unknown): value is Text2 {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}
