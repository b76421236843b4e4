import type { FormChoice } from '@linggong/studio/domain';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormHelperText, IconButton, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { freeId } from './edit-content';
import type { PartProps } from './row';
import { Text2Fields } from './text2-fields';
import { useWords } from './words';

/** The choices of a field: what is stored, and what is read in both languages. */
export function ChoicesFields({
  choices,
  path,
  readOnly,
  faultAt,
  set,
}: PartProps & { choices: readonly FormChoice[] }): ReactNode {
  const word = useWords();
  const none = faultAt(`${path}.choices`);
  const replace = (index: number, choice: FormChoice): void => {
    set('choices', choices.with(index, choice));
  };
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1 }}>
      <Box component="legend" sx={{ fontSize: 13, color: 'tokens.ink2', p: 0, mb: 0.5 }}>
        {word('choices')}
      </Box>
      {choices.map((choice, index) => {
        const at = `${path}.choices.${index.toString()}`;
        return (
          <Box key={index} sx={{ display: 'grid', gridTemplateColumns: '100px minmax(0, 1fr) auto', gap: 1 }}>
            <TextField
              label={word('choiceValue')}
              value={choice.value}
              disabled={readOnly}
              error={faultAt(`${at}.id`) !== undefined}
              helperText={faultAt(`${at}.id`)}
              onChange={({ target }) => {
                if (/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/.test(target.value))
                  replace(index, { ...choice, value: target.value });
              }}
            />
            <Text2Fields
              label={word('label')}
              value={choice.label}
              readOnly={readOnly}
              error={faultAt(`${at}.label`)}
              onChange={(label) => {
                replace(index, { ...choice, label });
              }}
            />
            <IconButton
              aria-label={`${word('remove')} ${choice.value}`}
              disabled={readOnly}
              onClick={() => {
                set('choices', choices.toSpliced(index, 1));
              }}
            >
              <DeleteOutlined sx={{ fontSize: 16 }} />
            </IconButton>
          </Box>
        );
      })}
      {none !== undefined && <FormHelperText error>{none}</FormHelperText>}
      {!readOnly && choices.length < 100 && (
        <Box>
          <Button
            size="small"
            onClick={() => {
              const value = freeId(
                choices.map((choice) => choice.value),
                'choice',
              );
              set('choices', [...choices, { value, label: { zh: '', en: '' } }]);
            }}
          >
            {word('addChoice')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
