import { Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import type { Text2 } from '../../parts/text2';
import { useWords } from './words';

interface Text2FieldsProps {
  label: string;
  value: Text2 | undefined;
  onChange: (value: Text2) => void;
  readOnly: boolean;
  error?: string | undefined;
  multiline?: boolean;
}

/** Both languages side by side: neither is forgotten. */
export function Text2Fields({
  label,
  value,
  onChange,
  readOnly,
  error,
  multiline = false,
}: Text2FieldsProps): ReactNode {
  const word = useWords();
  const text = value ?? { zh: '', en: '' };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: 1 }}>
      {(['zh', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={`${label} · ${word(language)}`}
          value={text[language]}
          multiline={multiline}
          error={error !== undefined && text[language].trim() === ''}
          helperText={text[language].trim() === '' ? error : undefined}
          disabled={readOnly}
          onChange={(event) => {
            onChange({ ...text, [language]: event.target.value });
          }}
        />
      ))}
    </Box>
  );
}
