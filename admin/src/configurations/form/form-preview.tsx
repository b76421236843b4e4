import type { FormContent, FormValues } from '@linggong/studio/domain';
import { Box, FormControlLabel, Switch, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useSettled } from '../../parts/use-settled';
import { Card } from '../../parts/card';
import { PageSkeleton } from '../../parts/states-of-page';
import { useWords } from './words';

/** The engine of forms weighs more than the designer; it comes when a preview is looked at. */
const FormFill = lazy(() => import('./form-fill'));

const widths = { phone: 375, desk: undefined } as const;

/** The form as people will see it, with what they fill in; on a phone and on a desk. */
export function FormPreview({ content }: { content: FormContent }): ReactNode {
  const word = useWords();
  const [width, setWidth] = useState<keyof typeof widths>('desk');
  const [values, setValues] = useState<FormValues>({});
  const [strict, setStrict] = useState(false);
  // The engine draws the whole form anew with each key: that waits for the designer, and not he for it.
  const drawn = useSettled(content);
  return (
    <Card
      title={word('preview')}
      action={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={width}
          aria-label={word('preview')}
          onChange={(_, next: keyof typeof widths | null) => {
            if (next !== null) setWidth(next);
          }}
        >
          <ToggleButton value="phone">{word('phone')}</ToggleButton>
          <ToggleButton value="desk">{word('desk')}</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <FormControlLabel
        label={word('showProblems')}
        control={
          <Switch
            checked={strict}
            onChange={({ target }) => {
              setStrict(target.checked);
            }}
          />
        }
      />
      <Box sx={{ maxWidth: widths[width], mx: 'auto' }}>
        <Suspense fallback={<PageSkeleton />}>
          <FormFill form={drawn} value={values} onChange={setValues} showMissing={strict} />
        </Suspense>
      </Box>
    </Card>
  );
}
