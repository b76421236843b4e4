import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { Card } from './card';
import { PageHeader } from './page-header';
import { Trouble } from './states-of-page';

interface PlacePageProps {
  /** Key of the title. */
  title: string;
  /** Keys of the lead and of the button are `<texts>.lead` and `<texts>.open`. */
  texts: string;
  /** Resource whose POST sets the cookie that opens the place. */
  sessions: string;
  url: string;
}

/** A page that leads to a place outside of the console, as oneself and for as long as one is signed in here. */
export function PlacePage({ title, texts, sessions, url }: PlacePageProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [error, setError] = useState<unknown>(undefined);
  const open = (): void => {
    setError(undefined);
    provider.command(sessions, undefined, '').then(
      () => {
        window.location.assign(url);
      },
      (refusal: unknown) => {
        setError(refusal);
      },
    );
  };
  return (
    <>
      <PageHeader title={translate(title)} crumbs={[]} />
      <Card sx={{ maxWidth: 720 }}>
        <Typography>{translate(`${texts}.lead`)}</Typography>
        {error !== undefined && <Trouble error={error} />}
        <Box sx={{ mt: 2 }}>
          <Button variant="contained" color="primary" onClick={open}>
            {translate(`${texts}.open`)}
          </Button>
        </Box>
      </Card>
    </>
  );
}
