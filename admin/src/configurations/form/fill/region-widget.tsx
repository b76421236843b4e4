import { provinces } from '@linggong/core/domain';
import { Box, FormControl, FormHelperText, FormLabel, MenuItem, TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText2 } from '../../../parts/text2';
import { useWords } from '../words';
import { countiesOf, readRegions, stepsOf } from './regions';
import { optionOf, shownOf, valueOf } from './widget-props';

/** A region picked step by step: province, city, county (GB/T 2260). What is stored is the code of the last step that is asked. */
export function RegionWidget(props: WidgetProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const { label, required, disabled, error, helperText } = shownOf(props);
  const level = optionOf(props, 'level');
  const value = valueOf(props);
  const [picked, setPicked] = useState(typeof value === 'string' ? value : '');
  const names = useQuery({
    queryKey: ['regions'],
    queryFn: async () => readRegions((await import('./regions.txt?raw')).default),
    staleTime: Infinity,
  }).data;
  const whole = (code: string): boolean => {
    const isCity = code.slice(2, 4) !== '00';
    if (level !== 'county') return level === 'province' || isCity;
    return isCity && (!code.endsWith('00') || (names !== undefined && countiesOf(names, code).length === 0));
  };
  const pick = (code: string): void => {
    setPicked(code);
    props.onChange(code !== '' && whole(code) ? code : undefined);
  };
  const steps = stepsOf(level, picked, names).map((step) => ({
    ...step,
    choices: step.choices ?? Object.entries(provinces).map(([code, name]) => [`${code}0000`, text(name)] as const),
  }));
  return (
    <FormControl component="fieldset" required={required} error={error} disabled={disabled} fullWidth>
      <FormLabel component="legend">{label}</FormLabel>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))', gap: 1, mt: 0.5 }}>
        {steps.map((step) => (
          <TextField
            key={step.word}
            select
            label={word(step.word)}
            value={step.value}
            disabled={disabled || step.choices.length === 0}
            onChange={({ target }) => {
              pick(target.value);
            }}
          >
            {step.choices.map(([code, name]) => (
              <MenuItem key={code} value={code}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
      <FormHelperText>{helperText}</FormHelperText>
    </FormControl>
  );
}
