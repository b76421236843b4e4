import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isRole, roleNames } from '@linggong/config/roles';
import { useMay } from '../session/use-me';
import { useActorText } from './actor';
import { RowName } from './row-name';
import { useText2 } from './text2';

/** Who acted: by the name he signs in with where the reader may see the accounts, by role and account number otherwise. */
export function ActorWord({ name }: { name: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const may = useMay();
  const [role = '', number] = name.split('#');
  if (!isRole(role) || number === undefined || !may('accounts', 'show')) return actor(name);
  return (
    <>
      {text(roleNames[role])}{' '}
      <RowName kind="account" id={number} otherwise={translate('timeline.account', { number }).trim()} />
    </>
  );
}
