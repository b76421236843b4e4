import { checkIdentifier } from '@linggong/core/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { OuterField, OuterForm, OuterSend } from '../session/outer-form';

export interface TypedIdentity {
  readonly name: string;
  readonly identityNumber: string;
  readonly address: string;
}

interface IdentityStepProps {
  readonly busy: boolean;
  readonly typed: TypedIdentity;
  readonly onChange: (typed: TypedIdentity) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

/** Length at which a number is whole, and can be right or wrong. */
const wholeNumber = 18;

/** Name, identity number and address. The number is checked by its own check digit while it is typed. */
export function IdentityStep({ busy, typed, onChange, onSubmit, onBack }: IdentityStepProps): ReactNode {
  const translate = useTranslate();
  const [left, setLeft] = useState(false);
  const { name, identityNumber, address } = typed;
  const isRight = isIdentityNumber(identityNumber);
  const isWrong = !isRight && (identityNumber.length >= wholeNumber || left) && identityNumber !== '';
  return (
    <OuterForm onSubmit={onSubmit}>
      <OuterField
        name="name"
        label={translate('register.name')}
        help={translate('register.nameHelp')}
        complete="name"
        value={name}
        onChange={(value) => {
          onChange({ ...typed, name: value });
        }}
      />
      <OuterField
        name="identityNumber"
        label={translate('register.identityNumber')}
        help={translate(isWrong ? 'register.identityWrong' : 'register.identityHelp')}
        wrong={isWrong}
        complete="off"
        value={identityNumber}
        onChange={(value) => {
          onChange({ ...typed, identityNumber: value.replace(/\s/g, '').toUpperCase() });
        }}
        onLeave={() => {
          setLeft(true);
        }}
      />
      <OuterField
        name="address"
        label={translate('register.address')}
        help={translate('register.addressHelp')}
        complete="street-address"
        value={address}
        onChange={(value) => {
          onChange({ ...typed, address: value });
        }}
      />
      <OuterSend busy={busy} disabled={name.trim() === '' || !isRight} label="register.check" />
      <Button size="small" sx={{ justifySelf: 'start' }} onClick={onBack}>
        {translate('register.toConsents')}
      </Button>
    </OuterForm>
  );
}

function isIdentityNumber(text: string): boolean {
  const kinds = ['resident-id', 'hmt-residence-permit'] as const;
  return kinds.some((kind) => checkIdentifier(kind, text, today()).valid);
}
