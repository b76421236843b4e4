import type { FormField } from '@linggong/studio/domain';
import { Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import type { ReactNode } from 'react';
import { CountField } from './count-field';
import { Row, type CountOf, type PartProps } from './row';
import { useWords } from './words';

const kinds = [
  ['application/pdf', 'PDF'],
  ['image/jpeg', 'JPEG'],
  ['image/png', 'PNG'],
] as const;
const MEGABYTE = 1_048_576;

interface FileFieldsProps extends PartProps {
  field: Extract<FormField, { type: 'file' }>;
  count: CountOf;
}

/** Which files a field takes, how many and how large. */
export function FileFields({ field, path, readOnly, faultAt, count, set }: FileFieldsProps): ReactNode {
  const word = useWords();
  const fault = faultAt(`${path}.accept`);
  return (
    <>
      <Box role="group" aria-label={word('accept')}>
        {kinds.map(([kind, name]) => (
          <FormControlLabel
            key={kind}
            label={name}
            control={
              <Checkbox
                checked={field.accept.includes(kind)}
                disabled={readOnly}
                onChange={({ target }) => {
                  const rest = field.accept.filter((one) => one !== kind);
                  set('accept', target.checked ? [...rest, kind] : rest);
                }}
              />
            }
          />
        ))}
        {fault !== undefined && <FormHelperText error>{fault}</FormHelperText>}
      </Box>
      <Row>
        {count('maxFiles', 'maxFiles', field.maxFiles)}
        <CountField
          label={word('maxMegabytes')}
          value={field.maxBytes === undefined ? undefined : Math.round(field.maxBytes / MEGABYTE)}
          readOnly={readOnly}
          onChange={(megabytes) => {
            set('maxBytes', megabytes === undefined ? undefined : megabytes * MEGABYTE);
          }}
        />
      </Row>
    </>
  );
}
