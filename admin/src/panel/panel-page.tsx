import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';

/** Opens Strapi's panel for public content, as oneself and for as long as one is signed in here. */
export default function PanelPage(): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [error, setError] = useState<unknown>(undefined);
  const open = (): void => {
    setError(undefined);
    provider.command('panel-sessions', undefined, '').then(
      () => {
        window.location.assign('/admin/');
      },
      (refusal: unknown) => {
        setError(refusal);
      },
    );
  };
  return (
    <>
      <PageHeader title={translate('navigation.panel')} crumbs={[]} />
      <Card sx={{ maxWidth: 720 }}>
        <Typography>{translate('panel.lead')}</Typography>
        {error !== undefined && <Trouble error={error} />}
        <Box sx={{ mt: 2 }}>
          <Button variant="contained" color="primary" onClick={open}>
            {translate('panel.open')}
          </Button>
        </Box>
      </Card>
    </>
  );
}
