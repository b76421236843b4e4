import type { DepositAnswer } from '@linggong/settlement/api';
import { isOwnPayer } from '@linggong/settlement/domain';
import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { EffectSheet } from '../parts/effect-sheet';
import { moneyOf } from '../parts/form-checks';
import { MomentField } from '../parts/moment-field';
import { Money } from '../parts/money';
import { MoneyInput } from '../parts/money-input';
import { yuanSignText } from '../parts/money-text';
import { instantText } from '../parts/time-text';
import type { ConsoleDataProvider } from '../provider';
import { DepositDone } from './deposit-done';
import { requestOf, type Text, type Typed } from './deposit-request';
import { PayerWarning } from './payer-warning';

/** Records money received on a sub-account; the bank's serial keeps it from being recorded twice. */
export function RecordDeposit({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState<Typed>({});
  const request = requestOf(typed, new Date());
  const { enterprise } = typed;
  const payer = (typed.payerName ?? '').trim();
  const foreign = enterprise !== undefined && payer !== '' && !isOwnPayer(payer, enterprise.name);
  const yuan = moneyOf(typed.amount ?? '');
  const fen = yuan.ok ? Number(yuan.fen) : undefined;
  return (
    <EffectSheet<DepositAnswer>
      open={open}
      onClose={() => {
        setTyped({});
        onClose();
      }}
      title={translate('deposit.record')}
      lead={translate('deposit.lead')}
      effects={
        fen === undefined
          ? []
          : [
              {
                label: translate('resources.deposits.fields.amountFen'),
                value: <Money fen={fen} total />,
                strong: true,
              },
            ]
      }
      reason={foreign ? 'required' : 'none'}
      ready={request !== undefined}
      confirm={
        fen === undefined ? translate('deposit.record') : translate('deposit.confirm', { amount: yuanSignText(fen) })
      }
      run={async ({ reason, key }) => {
        const body = { ...request, ...(foreign && reason !== undefined ? { reason } : {}) };
        // The route answers with the schema `depositAnswer`.
        return (await provider.command('deposits', undefined, '', body, key)) as DepositAnswer;
      }}
      done={(deposit) => <DepositDone deposit={deposit} />}
    >
      <Fields typed={typed} setTyped={setTyped}>
        {foreign && <PayerWarning enterprise={enterprise.name} payer={payer} />}
      </Fields>
    </EffectSheet>
  );
}

interface FieldsProps {
  typed: Typed;
  setTyped: (typed: Typed) => void;
  /** What is to be said of the payer, right under his name. */
  children: ReactNode;
}

function Fields({ typed, setTyped, children }: FieldsProps): ReactNode {
  const translate = useTranslate();
  const [openedAt] = useState(() => instantText(new Date().toISOString()));
  const text = (name: Text): ReactNode => (
    <TextField
      key={name}
      required={name !== 'remark'}
      label={translate(`resources.deposits.fields.${name}`)}
      value={typed[name] ?? ''}
      onChange={(event) => {
        setTyped({ ...typed, [name]: event.target.value });
      }}
    />
  );
  return (
    <>
      <EnterprisePicker
        required
        onPick={(id, name = '') => {
          const { enterprise: _before, ...rest } = typed;
          setTyped(id === undefined ? rest : { ...rest, enterprise: { id, name } });
        }}
      />
      <MoneyInput
        required
        positive
        label={translate('deposit.amount')}
        value={typed.amount ?? ''}
        onChange={(amount) => {
          setTyped({ ...typed, amount });
        }}
      />
      <MomentField
        label={translate('resources.deposits.fields.receivedAt')}
        value={typed.receivedAt ?? openedAt}
        help={translate('deposit.receivedHelp')}
        onChange={(receivedAt) => {
          setTyped({ ...typed, receivedAt });
        }}
      />
      {text('bankSerial')}
      {text('payerName')}
      {children}
      {text('remark')}
    </>
  );
}
