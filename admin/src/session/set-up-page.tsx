import { Button } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Trouble } from '../parts/states-of-page';
import { call } from '../provider/http';
import { OuterField, OuterForm, OuterSend } from './outer-form';
import { OuterFrame } from './outer-frame';

const fields = ['identifier', 'firstHalf', 'secondHalf', 'newPassword'] as const;
type Field = (typeof fields)[number];

const complete: Readonly<Record<Field, string>> = {
  identifier: 'username',
  firstHalf: 'off',
  secondHalf: 'off',
  newPassword: 'new-password',
};

/** Sets the password of an account that two persons opened or reset (账号启用), by the half of a code that each of them handed over. */
export default function SetUpPage(): ReactNode {
  const translate = useTranslate();
  const [told, setTold] = useState<Record<Field, string>>({
    identifier: '',
    firstHalf: '',
    secondHalf: '',
    newPassword: '',
  });
  const [phase, setPhase] = useState<'typing' | 'busy' | 'done'>('typing');
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    document.title = `${translate('setUp.title')} · 灵工 Linggong`;
  }, [translate]);
  const send = (): void => {
    setPhase('busy');
    setError(undefined);
    const body = { ...told, identifier: told.identifier.trim() };
    call('/api/auth/set-ups', { method: 'POST', body }).then(
      () => {
        setPhase('done');
      },
      (refusal: unknown) => {
        setError(refusal);
        setPhase('typing');
      },
    );
  };
  return (
    <OuterFrame title={translate('setUp.title')} lead={translate(phase === 'done' ? 'setUp.done' : 'setUp.lead')}>
      {error !== undefined && <Trouble error={error} />}
      {phase !== 'done' && (
        <OuterForm onSubmit={send}>
          {fields.map((name) => (
            <OuterField
              key={name}
              name={name}
              label={translate(name === 'identifier' ? 'ra.auth.username' : `setUp.fields.${name}`)}
              complete={complete[name]}
              {...(name === 'newPassword' ? { secret: true, help: translate('password.fields.newPasswordHelp') } : {})}
              value={told[name]}
              onChange={(value) => {
                setTold({ ...told, [name]: value });
              }}
            />
          ))}
          <OuterSend
            busy={phase === 'busy'}
            disabled={fields.some((name) => told[name].trim() === '')}
            label="setUp.submit"
          />
        </OuterForm>
      )}
      <Button component={Link} to="/login" size="small" sx={{ justifySelf: 'start' }}>
        {translate('reset.toSignIn')}
      </Button>
    </OuterFrame>
  );
}
