import { Box, Button, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FaultList, placedFaults, type Fault } from '../parts/fault-list';
import { useLeaveGuard } from '../parts/leave-guard';
import { Trouble } from '../parts/states-of-page';
import { OuterFrame } from '../session/outer-frame';
import { AccountStep } from './account-step';
import { ConsentStep } from './consent-step';
import { IdentityStep } from './identity-step';
import { CodeStep, PhoneStep } from './phone-step';
import { StepProgress, type RegistrationStep } from './step-parts';
import { useRegistration } from './use-registration';

/** Fields of each step, at which stands what is wrong with them, and by which words they go. */
const fieldsOf: Readonly<Record<RegistrationStep, Readonly<Record<string, string>>>> = {
  phone: { phone: 'register.phone', code: 'register.code' },
  consents: {},
  identity: {
    phone: 'register.phone',
    name: 'register.name',
    identityNumber: 'register.identityNumber',
    address: 'register.address',
  },
  check: {},
  account: { identifier: 'ra.auth.username', password: 'ra.auth.password' },
};

/**
 * Registering by oneself (自助注册): five short steps on a phone. What is typed lives in this page and ends with it; the word of the
 * registration stays in the tab, which a phone may load anew while its owner reads a message.
 */
export default function RegisterPage(): ReactNode {
  const translate = useTranslate();
  const registration = useRegistration();
  const { step, typed, error, resumed, again } = registration;
  useEffect(() => {
    document.title = `${translate('register.title')} · 灵工 Linggong`;
  }, [translate]);
  useLeaveGuard(typed.name !== '' || typed.identityNumber !== '' || typed.address !== '');
  useEffect(() => {
    // The next step begins at its beginning, however far down the last one ended.
    window.scrollTo(0, 0);
  }, [step]);
  const words = fieldsOf[step];
  // A step has the field of its own part alone: the telephone, or the code that came there.
  const asked = Object.keys(words).filter((name) => isAsked(name, registration));
  const faults = placedFaults(error, asked);
  return (
    <OuterFrame title={translate('register.title')} lead={translate(`register.lead.${step}`)}>
      <StepProgress step={step} />
      {resumed && <Resumed onAgain={again} />}
      {faults.length > 0 ? (
        <FaultList faults={faults} label={(name) => translate(words[name] ?? name)} />
      ) : (
        error !== undefined && <Trouble error={error} />
      )}
      <Step registration={registration} faults={faults} />
      <Button component={Link} to="/login" size="small" sx={{ justifySelf: 'start' }}>
        {translate('register.toSignIn')}
      </Button>
    </OuterFrame>
  );
}

type Registration = ReturnType<typeof useRegistration>;

function isAsked(name: string, { step, begun, phoneKnown }: Registration): boolean {
  if (step === 'phone') return (name === 'code') === (begun !== undefined);
  return step !== 'identity' || name !== 'phone' || !phoneKnown;
}

function Step({ registration, faults }: { registration: Registration; faults: readonly Fault[] }): ReactNode {
  const translate = useTranslate();
  const { step, begun, typed, setTyped, phoneKnown, proved, busy, ...moves } = registration;
  const common = { busy, faults };
  if (step === 'phone' && begun === undefined)
    return (
      <PhoneStep
        {...common}
        phone={typed.phone}
        onChange={(phone) => {
          setTyped({ ...typed, phone });
        }}
        onSubmit={moves.start}
      />
    );
  if (step === 'phone')
    return <CodeStep {...common} phone={typed.phone} onSubmit={moves.confirm} onOther={moves.again} />;
  if (step === 'consents')
    return (
      <ConsentStep
        consents={begun?.asked ?? []}
        agreed={begun?.agreed ?? []}
        onAgreed={(agreed) => {
          moves.move('identity', { agreed });
        }}
      />
    );
  if (step === 'identity')
    return (
      <IdentityStep
        {...common}
        typed={typed}
        asksPhone={!phoneKnown}
        onChange={setTyped}
        onSubmit={moves.check}
        onBack={() => {
          moves.move('consents');
        }}
      />
    );
  if (step === 'check')
    return (
      <Typography role="status" variant="body2">
        {translate('register.checking')}
      </Typography>
    );
  if (proved?.hasAccount === true) return <HasAccount />;
  return <AccountStep {...common} number={proved?.number} onSubmit={moves.finish} />;
}

/** It goes on where it stood; on a telephone that others use too, it may be somebody else's. */
function Resumed({ onAgain }: { onAgain: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box role="status" sx={{ bgcolor: 'tokens.accentBg', borderRadius: '8px', p: '8px 14px', fontSize: 13 }}>
      {translate('register.resumed')}
      <Button size="small" onClick={onAgain} sx={{ display: 'block', ml: -0.5 }}>
        {translate('register.again')}
      </Button>
    </Box>
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
