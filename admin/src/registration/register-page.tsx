import type { AskedConsent } from '@linggong/parties/api';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useAuthProvider, useTranslate } from 'react-admin';
import { Link, useHref } from 'react-router-dom';
import { useLeaveGuard } from '../parts/leave-guard';
import { Trouble } from '../parts/states-of-page';
import { ProblemError } from '../provider/problem';
import { OuterFrame } from '../session/outer-frame';
import { AccountStep } from './account-step';
import { ConsentStep } from './consent-step';
import { IdentityStep, type TypedIdentity } from './identity-step';
import { PhoneStep, type ProvedPhone } from './phone-step';
import { registrationCalls } from './registration-calls';
import { StepProgress, type RegistrationStep } from './step-parts';

const nothing: TypedIdentity = { name: '', identityNumber: '', address: '' };

/** After these nothing that was typed is of any use: the way leads back to the first step. */
const endings: readonly string[] = ['registration-ended', 'consent-text-changed'];

/** Registering by oneself (自助注册): five short steps on a phone. What is typed lives in this page and ends with it. */
export default function RegisterPage(): ReactNode {
  const translate = useTranslate();
  const auth = useAuthProvider();
  const home = useHref('/');
  const [step, setStep] = useState<RegistrationStep>('phone');
  const [phone, setPhone] = useState<ProvedPhone | undefined>(undefined);
  const [agreed, setAgreed] = useState<readonly AskedConsent[]>([]);
  const [typed, setTyped] = useState(nothing);
  const [proved, setProved] = useState<{ number: string; hasAccount: boolean } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    document.title = `${translate('register.title')} · 灵工 Linggong`;
  }, [translate]);
  const [registered, setRegistered] = useState(false);
  // What is typed lives in this page alone: going back in the browser, or loading it again, asks first.
  useLeaveGuard(step !== 'phone' && !registered && proved?.hasAccount !== true);
  useEffect(() => {
    // The next step begins at its beginning, however far down the last one ended.
    window.scrollTo(0, 0);
  }, [step]);
  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(undefined);
    work()
      .catch((refusal: unknown) => {
        if (refusal instanceof ProblemError && endings.includes(refusal.problem.code)) setStep('phone');
        else setStep((at) => (at === 'check' ? 'identity' : at));
        setError(refusal);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const check = (): void => {
    if (phone === undefined) return;
    setStep('check');
    run(async () => {
      const consents = agreed.map(({ purpose, version }) => ({ purpose, version }));
      const { name, identityNumber, address } = typed;
      const { registration, phone: number } = phone;
      const where = address.trim() === '' ? {} : { address: address.trim() };
      const body = { registration, phone: number, consents, name: name.trim(), identityNumber, ...where };
      setProved(await registrationCalls.proveIdentity(body));
      setTyped(nothing);
      setStep('account');
    });
  };
  const finish = (identifier: string, password: string): void => {
    run(async () => {
      await registrationCalls.openAccount({ registration: phone?.registration, identifier, password });
      setRegistered(true);
      await auth?.login({ identifier, password });
      // A clean page: this one remembers that nobody is signed in, and would sign him out again.
      window.location.replace(home);
    });
  };
  return (
    <OuterFrame title={translate('register.title')} lead={translate(`register.lead.${step}`)}>
      <StepProgress step={step} />
      {error !== undefined && <Trouble error={error} />}
      {step === 'phone' && (
        <PhoneStep
          busy={busy}
          run={run}
          onProved={(next) => {
            setPhone(next);
            setStep('consents');
          }}
        />
      )}
      {step === 'consents' && (
        <ConsentStep
          consents={phone?.consents ?? []}
          onAgreed={(consents) => {
            setAgreed(consents);
            setStep('identity');
          }}
        />
      )}
      {step === 'identity' && (
        <IdentityStep
          busy={busy}
          typed={typed}
          onChange={setTyped}
          onSubmit={check}
          onBack={() => {
            setError(undefined);
            setStep('consents');
          }}
        />
      )}
      {step === 'check' && (
        <Typography role="status" variant="body2">
          {translate('register.checking')}
        </Typography>
      )}
      {step === 'account' && proved !== undefined && !proved.hasAccount && (
        <AccountStep busy={busy} number={proved.number} onSubmit={finish} />
      )}
      {step === 'account' && proved?.hasAccount === true && <HasAccount />}
      <Button component={Link} to="/login" size="small" sx={{ justifySelf: 'start' }}>
        {translate('register.toSignIn')}
      </Button>
    </OuterFrame>
  );
}

function HasAccount(): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 1 }} role="status">
      <Typography variant="body2">{translate('register.hasAccount')}</Typography>
      <Button component={Link} to="/login" variant="contained" color="primary" sx={{ minHeight: 44 }}>
        {translate('register.signIn')}
      </Button>
      <Button component={Link} to="/reset-password" size="small" sx={{ justifySelf: 'start' }}>
        {translate('reset.title')}
      </Button>
    </Box>
  );
}
