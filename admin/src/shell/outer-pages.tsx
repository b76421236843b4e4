import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Empty, PageSkeleton, Trouble } from '../parts/states-of-page';

/** Before anything is known: the shape of a page, not a spinner. */
export function LoadingPage(): ReactNode {
  return (
    <Box sx={{ p: 3 }}>
      <PageSkeleton />
    </Box>
  );
}

function Home(): ReactNode {
  const translate = useTranslate();
  return (
    <Button component={Link} to="/">
      {translate('problem.home')}
    </Button>
  );
}

export function NotFound(): ReactNode {
  const translate = useTranslate();
  return (
    <Empty page title={translate('ra.page.not_found')} why={translate('ra.message.not_found')} action={<Home />} />
  );
}

export function AccessDenied(): ReactNode {
  const translate = useTranslate();
  return (
    <Empty page title={translate('ra.page.access_denied')} why={translate('problem.deniedWhy')} action={<Home />} />
  );
}

export function AuthenticationTrouble(): ReactNode {
  const translate = useTranslate();
  const logout = useLogout();
  return (
    <Empty
      page
      title={translate('ra.page.authentication_error')}
      why={translate('problem.authenticationWhy')}
      action={
        <Button
          onClick={() => {
            void logout();
          }}
        >
          {translate('problem.signInAgain')}
        </Button>
      }
    />
  );
}

export function BrokenPage(): ReactNode {
  return (
    <Box sx={{ p: 3 }}>
      <Trouble
        error={new Error('problem.page')}
        retry={() => {
          window.location.reload();
        }}
      />
    </Box>
  );
}
