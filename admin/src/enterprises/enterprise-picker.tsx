import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { RecordPicker, type RecordPickerProps } from '../parts/record-picker';

const active = { state: 'active' };

/** Staff say for which enterprise they act; by name or number, active ones only. */
export function EnterprisePicker(props: Pick<RecordPickerProps, 'onPick' | 'required' | 'help'>): ReactNode {
  const label = useTranslate()('resources.enterprises.name', { smart_count: 1 });
  return <RecordPicker resource="enterprises" filter={active} label={label} {...props} />;
}
