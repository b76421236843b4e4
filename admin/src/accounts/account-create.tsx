import { roleNames, workingRoles } from '@linggong/config/roles';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsked } from '../approvals/asked';
import { Card } from '../parts/card';
import { FormPage, type FormValues } from '../parts/form-page';
import { halfWidth } from '../parts/half-width';
import { PageHeader } from '../parts/page-header';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';

/** Numbers are sent as numbers, anything else as typed: the server's refusal names the field. */
function bodyOf({
  identifier = '',
  role = '',
  enterpriseId = '',
  workerId = '',
  identityNumber = '',
  phone = '',
}: FormValues): Record<string, unknown> {
  const number = (text: string): unknown => (/^\d+$/.test(text) ? Number(text) : text);
  return {
    identifier: identifier.trim(),
    role,
    ...(role !== 'enterprise' ? {} : { enterpriseId: number(enterpriseId.trim()) }),
    ...(role !== 'worker' ? {} : { workerId: number(workerId.trim()) }),
    ...(hasHolder(role) ? { holder: { identityNumber: halfWidth(identityNumber), phone: halfWidth(phone) } } : {}),
  };
}

/** A worker is known by the register, and a partner's system is nobody; of all others it is said who he is. */
function hasHolder(role: string): boolean {
  return role !== 'worker' && role !== 'partner';
}

/** Whose rows an account sees is asked for where the role sees its own alone. */
function isAsked(name: string, { role = '' }: FormValues): boolean {
  if (name === 'identityNumber' || name === 'phone') return hasHolder(role);
  if (name === 'enterpriseId') return role === 'enterprise';
  return name !== 'workerId' || role === 'worker';
}

/** A new account with one role of the daily work; a second person decides on it, and its holder sets the password. */
export default function AccountCreate(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [opened, setOpened] = useState<unknown>(undefined);
  const asked = useAsked();
  const crumbs = [{ label: translate('resources.accounts.name', { smart_count: 2 }), to: '/accounts' }];
  if (opened !== undefined) {
    return (
      <>
        <PageHeader title={translate('signInAccount.create')} crumbs={crumbs} />
        <Card sx={{ maxWidth: 720 }}>
          <Box sx={{ display: 'grid', gap: 1 }}>{asked(opened)}</Box>
          <Button component={Link} to="/accounts" sx={{ mt: 1 }}>
            {translate('signInAccount.back')}
          </Button>
        </Card>
      </>
    );
  }
  return (
    <FormPage
      title={translate('signInAccount.create')}
      crumbs={crumbs}
      words="resources.accounts.fields"
      sections={[
        {
          title: translate('signInAccount.who'),
          fields: [
            { name: 'identifier', required: true, help: true },
            {
              name: 'role',
              required: true,
              kind: 'choice',
              choices: workingRoles.map((role) => ({ value: role, label: text(roleNames[role]) })),
              help: true,
            },
          ],
        },
        {
          title: translate('signInAccount.rows'),
          fields: [
            { name: 'enterpriseId', required: true, kind: 'record', resource: 'enterprises' },
            { name: 'workerId', required: true, kind: 'record', resource: 'workers' },
          ],
        },
        {
          title: translate('signInAccount.holder'),
          fields: [
            { name: 'identityNumber', required: true, help: true, number: true, autoComplete: 'off' },
            { name: 'phone', required: true, help: true, number: true, autoComplete: 'off' },
          ],
        },
      ]}
      shown={isAsked}
      submit={translate('signInAccount.create')}
      onSubmit={async (values, key) => {
        setOpened(await provider.command('accounts', undefined, '', bodyOf(values), key));
      }}
    />
  );
}
