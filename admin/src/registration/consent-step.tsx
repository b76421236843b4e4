import type { AskedConsent } from '@linggong/parties/api';
import { Box, Checkbox, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { OuterForm, OuterSend } from '../session/outer-form';

interface ConsentStepProps {
  readonly consents: readonly AskedConsent[];
  /** Purposes that were agreed to before, where one comes back to them. */
  readonly agreed: readonly string[];
  readonly onAgreed: (purposes: readonly string[]) => void;
}

/** What is collected and why, agreed to one by one (PIPL art. 14, 29): nothing is ticked for anybody. */
export function ConsentStep({ consents, agreed, onAgreed }: ConsentStepProps): ReactNode {
  const translate = useTranslate();
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set(agreed));
  const toggle = (purpose: string, isGiven: boolean): void => {
    const others = [...given].filter((one) => one !== purpose);
    setGiven(new Set(isGiven ? [...others, purpose] : others));
  };
  const part = (needed: boolean): ReactNode => (
    <Box role="group" aria-label={translate(needed ? 'register.needed' : 'register.optional')}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate(needed ? 'register.needed' : 'register.optional')}
      </Typography>
      {consents
        .filter((one) => one.needed === needed)
        .map((one) => (
          <ConsentLine key={one.purpose} consent={one} agreed={given.has(one.purpose)} onChange={toggle} />
        ))}
    </Box>
  );
  const left = consents.filter(({ needed, purpose }) => needed && !given.has(purpose)).length;
  return (
    <OuterForm
      onSubmit={() => {
        onAgreed([...given]);
      }}
    >
      {part(true)}
      {part(false)}
      {left > 0 && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }} aria-live="polite">
          {translate('register.consentsLeft', { smart_count: left })}
        </Typography>
      )}
      <OuterSend busy={false} disabled={left > 0} label="register.next" />
    </OuterForm>
  );
}

interface ConsentLineProps {
  readonly consent: AskedConsent;
  readonly agreed: boolean;
  readonly onChange: (purpose: string, agreed: boolean) => void;
}

function ConsentLine({ consent, agreed, onChange }: ConsentLineProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { purpose } = consent;
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        gap: 0.5,
        py: 1,
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        cursor: 'pointer',
      }}
    >
      <Checkbox
        name={purpose}
        checked={agreed}
        onChange={(event) => {
          onChange(purpose, event.target.checked);
        }}
        sx={{ alignSelf: 'flex-start', flex: 'none', width: 44, height: 44, ml: -1.5 }}
      />
      <Box component="span" sx={{ display: 'grid', gap: 0.25, pt: 1.25 }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {translate(`choice.purpose.${purpose}`)}
        </Box>
        <Box component="span" sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          {text(consent.text)}
        </Box>
      </Box>
    </Box>
  );
}
