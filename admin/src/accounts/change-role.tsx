import { roleNames, staffRoles } from '@linggong/config/roles';
import { Button, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import type { AccountRow } from './account';

/** Another role for an account of the platform's people (变更角色); somebody else decides on it. */
export function ChangeRole({ record, onDone }: { record: AccountRow; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const choices = staffRoles.filter((one) => one !== record.role);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('signInAccount.changeRole')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('signInAccount.changeRole')}
        lead={translate('signInAccount.changeRoleLead')}
        effects={[{ label: translate('signInAccount.roleNow'), value: text(roleNames[record.role]) }]}
        reason="required"
        ready={role !== ''}
        confirm={translate('signInAccount.changeRole')}
        run={({ reason, key }) => provider.command('accounts', record.id, 'role', { role, reason }, key)}
      >
        <TextField
          select
          required
          label={translate('signInAccount.roleNext')}
          value={role}
          onChange={({ target }) => {
            setRole(target.value);
          }}
        >
          {choices.map((one) => (
            <MenuItem key={one} value={one}>
              {text(roleNames[one])}
            </MenuItem>
          ))}
        </TextField>
      </EffectSheet>
    </>
  );
}
