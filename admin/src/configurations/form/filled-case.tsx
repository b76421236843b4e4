import type { FormContent, FormValues, Json } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { DateField } from '../../parts/date-field';
import { isRecord } from '../../provider/problem';
import FormFill from './form-fill';
import { useWords } from './words';

interface FilledCaseProps {
  form: FormContent;
  value: Json;
  /** Places that cannot be asked as they stand. */
  wrong: readonly string[];
  readOnly: boolean;
  onChange: (value: Json) => void;
}

/** What a test case of a form asks: the form itself, filled in, and the day on which that was. */
export default function FilledCase({ form, value, wrong, readOnly, onChange }: FilledCaseProps): ReactNode {
  const word = useWords();
  const given = isRecord(value) ? value : {};
  const today = typeof given['today'] === 'string' ? given['today'] : '';
  // The kind reads every input by its own schema again.
  const values = (isRecord(given['values']) ? given['values'] : {}) as FormValues;
  const put = (next: { today?: string; values?: FormValues }): void => {
    onChange({ today, values, ...next } as Json);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
      <Box sx={{ maxWidth: 240 }}>
        <DateField
          label={word('filledOn')}
          required
          value={today}
          error={wrong.includes('today')}
          onChange={(day) => {
            if (!readOnly) put({ today: day });
          }}
        />
      </Box>
      <FormFill
        form={form}
        value={values}
        readOnly={readOnly}
        onChange={(next) => {
          put({ values: next });
        }}
      />
    </Box>
  );
}
