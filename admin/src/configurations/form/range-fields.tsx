import type { FormColumn, FormField } from '@linggong/studio/domain';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { DateField } from '../../parts/date-field';
import { MoneyField } from './money-field';
import { Row, type PartProps } from './row';
import { useWords } from './words';

type Of<Type extends FormField['type']> = Extract<FormField | FormColumn, { type: Type }>;

/** From which amount to which. */
export function MoneyRange({ asked, path, readOnly, faultAt, set }: PartProps & { asked: Of<'money'> }): ReactNode {
  const word = useWords();
  return (
    <Row>
      {(['minFen', 'maxFen'] as const).map((name) => (
        <MoneyField
          key={name}
          label={word(name === 'minFen' ? 'min' : 'max')}
          fen={asked[name]}
          disabled={readOnly}
          error={faultAt(`${path}.${name}`) !== undefined}
          helperText={faultAt(`${path}.${name}`)}
          onChange={(fen) => {
            set(name, fen);
          }}
        />
      ))}
    </Row>
  );
}

/** From which day to which. */
export function DayRange({ asked, path, readOnly, faultAt, set }: PartProps & { asked: Of<'date'> }): ReactNode {
  const word = useWords();
  return (
    <Row>
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={word(name)}
          value={asked[name] ?? ''}
          error={faultAt(`${path}.${name}`) !== undefined}
          helperText={faultAt(`${path}.${name}`)}
          onChange={(day) => {
            if (!readOnly) set(name, day);
          }}
        />
      ))}
    </Row>
  );
}

type LevelProps = Pick<PartProps, 'readOnly' | 'set'> & { level: Of<'region'>['level'] };

/** Down to which level a region is asked. */
export function Level({ level, readOnly, set }: LevelProps): ReactNode {
  const word = useWords();
  return (
    <Row>
      <TextField
        select
        label={word('level')}
        value={level}
        disabled={readOnly}
        onChange={({ target }) => {
          set('level', target.value);
        }}
      >
        {(['province', 'city', 'county'] as const).map((one) => (
          <MenuItem key={one} value={one}>
            {word(one)}
          </MenuItem>
        ))}
      </TextField>
    </Row>
  );
}
