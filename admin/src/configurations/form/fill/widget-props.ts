import type { WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';

/** What a widget shows beside its value: the same for each. */
export interface Shown {
  id: string;
  label: string;
  required: boolean;
  disabled: boolean;
  error: boolean;
  helperText: ReactNode;
}

export function shownOf({ id, label, required, disabled, readonly, rawErrors = [], schema }: WidgetProps): Shown {
  return {
    id,
    label,
    required: required === true,
    disabled: disabled === true || readonly === true,
    error: rawErrors.length > 0,
    helperText: rawErrors.length > 0 ? rawErrors.join(' · ') : schema.description,
  };
}

/** The value as the widget takes it; the engine knows values as anything. */
export function valueOf(props: WidgetProps): unknown {
  return props.value;
}

/** An option that `uiSchema` of the domain wrote. */
export function optionOf(props: WidgetProps, name: string): unknown {
  return props.options[name];
}
