import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Fault } from '../parts/fault-list';
import { OuterField, OuterForm, OuterSend } from '../session/outer-form';

interface AccountStepProps {
  readonly busy: boolean;
  /** The worker's number, offered as a username that nobody else has; not known where the page was loaded anew. */
  readonly number: string | undefined;
  readonly faults: readonly Fault[];
  readonly onSubmit: (identifier: string, password: string) => void;
}

/** Username and password, the last step. */
export function AccountStep({ busy, number, faults, onSubmit }: AccountStepProps): ReactNode {
  const translate = useTranslate();
  const [identifier, setIdentifier] = useState(number ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const fault = (field: string): string | undefined => faults.find(({ name }) => name === field)?.text;
  const differs = again !== '' && again !== password;
  return (
    <OuterForm
      onSubmit={() => {
        onSubmit(identifier.trim(), password);
      }}
    >
      <OuterField
        name="identifier"
        label={translate('ra.auth.username')}
        help={translate(number === undefined ? 'register.identifierFree' : 'register.identifierHelp')}
        fault={fault('identifier')}
        complete="username"
        value={identifier}
        onChange={setIdentifier}
      />
      <OuterField
        name="password"
        label={translate('ra.auth.password')}
        help={translate('register.passwordHelp')}
        fault={fault('password')}
        complete="new-password"
        secret
        value={password}
        onChange={setPassword}
      />
      <OuterField
        name="again"
        label={translate('register.passwordAgain')}
        help={differs ? translate('register.passwordDiffers') : undefined}
        wrong={differs}
        complete="new-password"
        secret
        value={again}
        onChange={setAgain}
      />
      <OuterSend
        busy={busy}
        disabled={identifier.trim() === '' || password === '' || again !== password}
        label="register.finish"
      />
    </OuterForm>
  );
}
