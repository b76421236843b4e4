import { Button } from '@mui/material';
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Trouble } from '../parts/states-of-page';
import { call } from '../provider/http';
import { ProblemError, isRecord } from '../provider/problem';
import { OuterField, OuterForm, OuterSend } from './outer-form';
import { OuterFrame } from './outer-frame';

type Step = 'ask' | 'code' | 'done';

interface Told {
  readonly identifier: string;
  readonly phone: string;
  readonly code: string;
  readonly newPassword: string;
  readonly secondFactorCode: string;
}

const nothing: Told = { identifier: '', phone: '', code: '', newPassword: '', secondFactorCode: '' };

/** A new password for whoever forgot his (找回密码): open to anybody, and it says to nobody whether an account exists. */
export default function ResetPage(): ReactNode {
  const translate = useTranslate();
  const [step, setStep] = useState<Step>('ask');
  const [told, setTold] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [factor, setFactor] = useState(false);
  // The word of this request: in this page and nowhere else, so that nobody but who asked can try a code.
  const [request, setRequest] = useState('');
  useEffect(() => {
    document.title = `${translate('reset.title')} · 灵工 Linggong`;
  }, [translate]);
  const send = (path: string, body: object, next: Step): void => {
    setBusy(true);
    setError(undefined);
    call(path, { method: 'POST', body })
      .then(({ json }) => {
        if (isRecord(json) && typeof json['request'] === 'string') setRequest(json['request']);
        setStep(next);
      })
      .catch((refusal: unknown) => {
        if (refusal instanceof ProblemError && refusal.problem.code === 'second-factor-needed') setFactor(true);
        setError(refusal);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const change = (name: keyof Told, value: string): void => {
    setTold({ ...told, [name]: value });
  };
  const { identifier, phone, code, newPassword, secondFactorCode } = told;
  const common = { told, change, busy };
  return (
    <OuterFrame title={translate('reset.title')} lead={translate(`reset.lead.${step}`)}>
      {error !== undefined && <Trouble error={error} />}
      {step === 'ask' && (
        <AskForm
          {...common}
          onSubmit={() => {
            send('/api/auth/password-resets', { identifier: identifier.trim(), phone: phone.trim() }, 'code');
          }}
        />
      )}
      {step === 'code' && (
        <CodeForm
          {...common}
          factor={factor}
          onSubmit={() => {
            const more = factor ? { secondFactorCode: secondFactorCode.trim() } : {};
            const body = { request, identifier: identifier.trim(), code, newPassword, ...more };
            send('/api/auth/password-resets/complete', body, 'done');
          }}
        />
      )}
      <Button component={Link} to="/login" size="small" sx={{ justifySelf: 'start' }}>
        {translate('reset.toSignIn')}
      </Button>
    </OuterFrame>
  );
}

interface StepProps {
  readonly told: Told;
  readonly change: (name: keyof Told, value: string) => void;
  readonly busy: boolean;
  readonly onSubmit: () => void;
}

function AskForm({ told, change, busy, onSubmit }: StepProps): ReactNode {
  const translate = useTranslate();
  return (
    <OuterForm onSubmit={onSubmit}>
      <Field name="identifier" label={translate('ra.auth.username')} complete="username" told={told} change={change} />
      <Field name="phone" label={translate('reset.phone')} complete="tel" digits told={told} change={change} />
      <OuterSend busy={busy} disabled={told.identifier.trim() === '' || told.phone.trim() === ''} label="reset.ask" />
    </OuterForm>
  );
}

function CodeForm({ told, change, busy, factor, onSubmit }: StepProps & { readonly factor: boolean }): ReactNode {
  const translate = useTranslate();
  const empty = told.code.length !== 6 || told.newPassword === '' || (factor && told.secondFactorCode.trim() === '');
  return (
    <OuterForm onSubmit={onSubmit}>
      <Field name="code" label={translate('reset.code')} complete="one-time-code" digits told={told} change={change} />
      <Field
        name="newPassword"
        label={translate('reset.newPassword')}
        complete="new-password"
        help={translate('password.fields.newPasswordHelp')}
        secret
        told={told}
        change={change}
      />
      {factor && (
        <Field
          name="secondFactorCode"
          label={translate('reset.secondFactorCode')}
          complete="off"
          told={told}
          change={change}
        />
      )}
      <OuterSend busy={busy} disabled={empty} label="reset.complete" />
    </OuterForm>
  );
}

type FieldProps = Omit<ComponentProps<typeof OuterField>, 'value' | 'onChange' | 'name'> &
  Pick<StepProps, 'told' | 'change'> & { readonly name: keyof Told };

function Field({ told, change, ...field }: FieldProps): ReactNode {
  return (
    <OuterField
      {...field}
      value={told[field.name]}
      onChange={(value) => {
        change(field.name, value);
      }}
    />
  );
}
