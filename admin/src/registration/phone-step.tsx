import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Fault } from '../parts/fault-list';
import { OuterField, OuterForm, OuterSend } from '../session/outer-form';

interface PhoneStepProps {
  readonly busy: boolean;
  readonly phone: string;
  readonly faults: readonly Fault[];
  readonly onChange: (phone: string) => void;
  readonly onSubmit: () => void;
}

/** Digits of a mobile number: more of them are wrong at once, fewer once the field is left. */
const phoneLength = 11;

/** A mobile number as it is written in the country; the server looks closer. */
export const isMobile = (phone: string): boolean => /^1\d{10}$/.test(phone);

/** The telephone that the code goes to. */
export function PhoneStep({ busy, phone, faults, onChange, onSubmit }: PhoneStepProps): ReactNode {
  const translate = useTranslate();
  const [left, setLeft] = useState(false);
  const isWrong = phone !== '' && !isMobile(phone) && (left || phone.length > phoneLength);
  return (
    <OuterForm onSubmit={onSubmit}>
      <OuterField
        name="phone"
        label={translate('register.phone')}
        help={translate(isWrong ? 'register.phoneWrong' : 'register.phoneHelp')}
        wrong={isWrong}
        fault={faults.find(({ name }) => name === 'phone')?.text}
        complete="tel-national"
        digits
        value={phone}
        onChange={onChange}
        onLeave={() => {
          setLeft(true);
        }}
      />
      <OuterSend busy={busy} disabled={!isMobile(phone)} label="register.sendCode" />
    </OuterForm>
  );
}

interface CodeStepProps {
  readonly busy: boolean;
  /** Where the code went to; empty where the page was loaded anew since. */
  readonly phone: string;
  readonly faults: readonly Fault[];
  readonly onSubmit: (code: string) => void;
  readonly onOther: () => void;
}

/** The code that came there. */
export function CodeStep({ busy, phone, faults, onSubmit, onOther }: CodeStepProps): ReactNode {
  const translate = useTranslate();
  const [code, setCode] = useState('');
  const help =
    phone === '' ? translate('register.codeHelpAgain') : translate('register.codeHelp', { end: phone.slice(-4) });
  return (
    <OuterForm
      onSubmit={() => {
        onSubmit(code);
      }}
    >
      <OuterField
        name="code"
        label={translate('register.code')}
        help={help}
        fault={faults.find(({ name }) => name === 'code')?.text}
        complete="one-time-code"
        digits
        value={code}
        onChange={setCode}
      />
      <OuterSend busy={busy} disabled={!/^\d{6}$/.test(code)} label="register.next" />
      <Button size="small" sx={{ justifySelf: 'start' }} onClick={onOther}>
        {translate('register.otherPhone')}
      </Button>
    </OuterForm>
  );
}
