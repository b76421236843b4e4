import type { FormColumn, FormField } from '@linggong/studio/domain';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { Row, type CountOf, type PartProps } from './row';
import { Text2Fields } from './text2-fields';
import { useWords } from './words';

interface TextFieldsProps extends PartProps {
  asked: Extract<FormField | FormColumn, { type: 'text' }>;
  count: CountOf;
}

const meanings = [
  ['name', 'personalName'],
  ['address', 'personalAddress'],
  ['email', 'personalEmail'],
] as const;

/** What a text may be; a field – not a column – may also say that it holds personal data. */
export function TextFields({ asked, path, readOnly, faultAt, count, set }: TextFieldsProps): ReactNode {
  const word = useWords();
  const isField = 'section' in asked;
  return (
    <>
      <Row>
        {count('minLength', 'minLength', asked.minLength)}
        {count('maxLength', 'maxLength', asked.maxLength)}
        {isField && count('lines', 'lines', asked.lines)}
        {isField && (
          <TextField
            select
            label={word('personal')}
            value={asked.personal ?? ''}
            disabled={readOnly}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            onChange={({ target }) => {
              set('personal', target.value);
            }}
          >
            <MenuItem value="">{word('personalNone')}</MenuItem>
            {meanings.map(([value, label]) => (
              <MenuItem key={value} value={value}>
                {word(label)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Row>
      <TextField
        label={word('pattern')}
        value={asked.pattern ?? ''}
        disabled={readOnly}
        error={faultAt(`${path}.pattern`) !== undefined}
        helperText={faultAt(`${path}.pattern`)}
        slotProps={{ htmlInput: { maxLength: 200, spellCheck: false } }}
        onChange={({ target }) => {
          set('pattern', target.value);
        }}
      />
      {asked.pattern !== undefined && (
        <Text2Fields
          label={word('patternText')}
          value={asked.patternText}
          readOnly={readOnly}
          onChange={(text) => {
            set('patternText', text.zh === '' && text.en === '' ? undefined : text);
          }}
        />
      )}
    </>
  );
}
