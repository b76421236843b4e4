import type { FormContent } from '@linggong/studio/domain';
import { FormControlLabel, FormHelperText, Switch } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../../parts/card';
import { useWords } from './words';

interface ObligationProps {
  content: FormContent;
  readOnly: boolean;
  onChange: (content: FormContent) => void;
}

/** Whether the operation that the form belongs to is refused without it (必须填写). */
export function Obligation({ content, readOnly, onChange }: ObligationProps): ReactNode {
  const word = useWords();
  const { obligatory, ...rest } = content;
  return (
    <Card title={word('obligation')}>
      <FormControlLabel
        control={
          <Switch
            checked={obligatory === true}
            disabled={readOnly}
            onChange={(_event, isOn) => {
              onChange(isOn ? { ...rest, obligatory: true } : rest);
            }}
          />
        }
        label={word('obligatory')}
      />
      <FormHelperText>{word('obligatoryHelp')}</FormHelperText>
    </Card>
  );
}
