import { checkIdentifier } from '@linggong/core/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import type { Fault } from '../parts/fault-list';
import { halfWidth } from '../parts/half-width';
import { OuterField, OuterForm, OuterSend } from '../session/outer-form';
import { isMobile } from './phone-step';
import type { Typed } from './use-registration';

interface IdentityStepProps {
  readonly busy: boolean;
  readonly typed: Typed;
  /** The telephone is asked for again where the page was loaded anew. */
  readonly asksPhone: boolean;
  readonly faults: readonly Fault[];
  readonly onChange: (typed: Typed) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

/** Length at which a number is whole, and can be right or wrong. */
const wholeNumber = 18;

/** Name, identity number and address. The number is checked by its own check digit while it is typed. */
export function IdentityStep(props: IdentityStepProps): ReactNode {
  const translate = useTranslate();
  const [left, setLeft] = useState(false);
  const { busy, typed, asksPhone, faults, onChange, onSubmit, onBack } = props;
  const { phone, name, identityNumber, address } = typed;
  const fault = (field: string): string | undefined => faults.find((one) => one.name === field)?.text;
  const isRight = isIdentityNumber(identityNumber);
  const isWrong = !isRight && (identityNumber.length >= wholeNumber || left) && identityNumber !== '';
  return (
    <OuterForm onSubmit={onSubmit}>
      {asksPhone && (
        <OuterField
          name="phone"
          label={translate('register.phone')}
          help={translate('register.phoneAgain')}
          fault={fault('phone')}
          complete="tel-national"
          digits
          value={phone}
          onChange={(value) => {
            onChange({ ...typed, phone: value });
          }}
        />
      )}
      <OuterField
        name="name"
        label={translate('register.name')}
        help={translate('register.nameHelp')}
        fault={fault('name')}
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
        fault={fault('identityNumber')}
        complete="off"
        value={identityNumber}
        onChange={(value) => {
          onChange({ ...typed, identityNumber: halfWidth(value).toUpperCase() });
        }}
        onLeave={() => {
          setLeft(true);
        }}
      />
      <OuterField
        name="address"
        label={translate('register.address')}
        help={translate('register.addressHelp')}
        fault={fault('address')}
        complete="street-address"
        value={address}
        onChange={(value) => {
          onChange({ ...typed, address: value });
        }}
      />
      <OuterSend busy={busy} disabled={name.trim() === '' || !isRight || !isMobile(phone)} label="register.check" />
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
