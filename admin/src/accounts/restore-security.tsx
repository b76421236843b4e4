import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useAsked } from '../approvals/asked';
import { Card } from '../parts/card';
import { FormPage } from '../parts/form-page';
import { PageHeader } from '../parts/page-header';
import type { ConsoleDataProvider } from '../provider';

/** The system administrator asks the security administrator back, whose accounts he does not see: by the identifier. */
export default function RestoreSecurity(): ReactNode {
  const translate = useTranslate();
  const asked = useAsked();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [answer, setAnswer] = useState<unknown>(undefined);
  if (answer !== undefined) {
    return (
      <>
        <PageHeader title={translate('signInAccount.restoreSecurity')} />
        <Card sx={{ maxWidth: 720 }}>
          <Box sx={{ display: 'grid', gap: 1 }}>{asked(answer)}</Box>
        </Card>
      </>
    );
  }
  return (
    <FormPage
      title={translate('signInAccount.restoreSecurity')}
      crumbs={[]}
      words="signInAccount.restoreFields"
      sections={[
        {
          title: translate('signInAccount.restoreLead'),
          fields: [
            { name: 'identifier', required: true },
            { name: 'reason', required: true, kind: 'long' },
          ],
        },
      ]}
      submit={translate('signInAccount.restoreAsk')}
      onSubmit={async ({ identifier = '', reason = '' }, key) => {
        const body = { identifier: identifier.trim(), reason };
        setAnswer(await provider.command('accounts', undefined, 'restore-security-admin', body, key));
      }}
    />
  );
}
