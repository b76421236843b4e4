import type { AskedConsent } from '@linggong/parties/api';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { OuterField, OuterForm, OuterSend } from '../session/outer-form';
import { registrationCalls } from './registration-calls';

export interface ProvedPhone {
  readonly registration: string;
  readonly phone: string;
  readonly consents: readonly AskedConsent[];
}

interface PhoneStepProps {
  readonly busy: boolean;
  /** Runs a call: shows what goes wrong, and that it is under way. */
  readonly run: (work: () => Promise<void>) => void;
  readonly onProved: (proved: ProvedPhone) => void;
}

/** Digits of a mobile number: more of them are wrong at once, fewer once the field is left. */
const phoneLength = 11;

/** Telephone, then the code that came there. */
export function PhoneStep({ busy, run, onProved }: PhoneStepProps): ReactNode {
  const translate = useTranslate();
  const [phone, setPhone] = useState('');
  const [left, setLeft] = useState(false);
  const [code, setCode] = useState('');
  const [registration, setRegistration] = useState<string | undefined>(undefined);
  const start = (): void => {
    run(async () => {
      const started = await registrationCalls.start(phone);
      setCode('');
      setRegistration(started.registration);
    });
  };
  const isPhone = /^1\d{10}$/.test(phone);
  const isWrong = phone !== '' && !isPhone && (left || phone.length > phoneLength);
  if (registration === undefined) {
    return (
      <OuterForm onSubmit={start}>
        <OuterField
          name="phone"
          label={translate('register.phone')}
          help={translate(isWrong ? 'register.phoneWrong' : 'register.phoneHelp')}
          wrong={isWrong}
          complete="tel-national"
          digits
          value={phone}
          onChange={setPhone}
          onLeave={() => {
            setLeft(true);
          }}
        />
        <OuterSend busy={busy} disabled={!isPhone} label="register.sendCode" />
      </OuterForm>
    );
  }
  return (
    <OuterForm
      onSubmit={() => {
        run(async () => {
          const { consents } = await registrationCalls.confirmPhone(registration, code);
          onProved({ registration, phone, consents });
        });
      }}
    >
      <OuterField
        name="code"
        label={translate('register.code')}
        help={translate('register.codeHelp', { end: phone.slice(-4) })}
        complete="one-time-code"
        digits
        value={code}
        onChange={setCode}
      />
      <OuterSend busy={busy} disabled={!/^\d{6}$/.test(code)} label="register.next" />
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => {
          setRegistration(undefined);
        }}
      >
        {translate('register.otherPhone')}
      </Button>
    </OuterForm>
  );
}
