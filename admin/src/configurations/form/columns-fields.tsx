import { fieldTypeNames, type FormColumn } from '@linggong/studio/domain';
import { Box, Button, FormControlLabel, FormHelperText, MenuItem, Switch, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import { freeId } from './edit-content';
import type { PartProps } from './row';
import { Text2Fields } from './text2-fields';
import { useWords } from './words';

const columnTypes = ['text', 'number', 'money', 'date', 'choice'] as const;

interface ColumnsFieldsProps extends PartProps {
  columns: readonly FormColumn[];
  /** What fits in a column, by its type. */
  typeFields: (column: FormColumn, path: string, onChange: (column: FormColumn) => void) => ReactNode;
}

/** The columns of a table, each with its words and what fits in it. */
export function ColumnsFields({ columns, path, readOnly, faultAt, set, typeFields }: ColumnsFieldsProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const none = faultAt(`${path}.columns`);
  const add = (type: (typeof columnTypes)[number]): void => {
    const id = freeId(
      columns.map((column) => column.id),
      'column',
    );
    const asked = { id, label: { zh: '', en: '' }, required: false };
    set('columns', [...columns, type === 'choice' ? { ...asked, type, choices: [] } : { ...asked, type }]);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 2 }}>
      <Box component="legend" sx={{ fontSize: 13, color: 'tokens.ink2', p: 0, mb: 0.5 }}>
        {word('columns')}
      </Box>
      {columns.map((column, index) => {
        const at = `${path}.columns.${index.toString()}`;
        const replace = (next: FormColumn): void => {
          set('columns', columns.with(index, next));
        };
        return (
          <Box
            key={column.id}
            sx={{ display: 'grid', gap: 1, borderLeft: '2px solid', borderColor: 'tokens.line', pl: 1 }}
          >
            <Text2Fields
              label={`${word('column')} ${(index + 1).toString()} · ${text(fieldTypeNames[column.type])}`}
              value={column.label}
              readOnly={readOnly}
              error={faultAt(`${at}.label`)}
              onChange={(label) => {
                replace({ ...column, label });
              }}
            />
            {typeFields(column, at, replace)}
            <Box sx={{ display: 'flex', alignItems: 'center' }}>
              <FormControlLabel
                label={word('required')}
                control={
                  <Switch
                    checked={column.required}
                    disabled={readOnly}
                    onChange={({ target }) => {
                      replace({ ...column, required: target.checked });
                    }}
                  />
                }
              />
              {!readOnly && (
                <Button
                  size="small"
                  onClick={() => {
                    set('columns', columns.toSpliced(index, 1));
                  }}
                >
                  {word('remove')}
                </Button>
              )}
            </Box>
          </Box>
        );
      })}
      {none !== undefined && <FormHelperText error>{none}</FormHelperText>}
      {!readOnly && columns.length < 20 && (
        <TextField
          select
          label={word('addColumn')}
          value=""
          onChange={({ target }) => {
            const type = columnTypes.find((one) => one === target.value);
            if (type !== undefined) add(type);
          }}
        >
          {columnTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {text(fieldTypeNames[type])}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  );
}
