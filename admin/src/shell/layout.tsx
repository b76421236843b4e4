import KeyboardDoubleArrowLeftIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import KeyboardDoubleArrowRightIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import { Box, Drawer, IconButton, useMediaQuery, type Theme } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { LayoutProps } from 'react-admin';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { PageSkeleton } from '../parts/states-of-page';
import { isBoolean, usePreference } from '../parts/preference';
import { StepUpDialog } from '../session/step-up-dialog';
import { size } from '../theme';
import { Bands } from './bands';
import { Fault } from './fault';
import { FirstThings } from './first-things';
import { Gate } from './gate';
import { Navigation } from './navigation';
import { PrintHead } from './print-head';
import { Shortcuts } from './shortcuts';
import { useFreshAfterWrites } from './todo';
import { TopBar } from './top-bar';

const BackToTodo = lazy(() => import('../todo/back-to-todo'));

/** The frame around every page: bar on top, work at the left, the page; on phones the navigation is a drawer. */
export function Layout({ children }: LayoutProps): ReactNode {
  const translate = useTranslate();
  useFreshAfterWrites();
  const [slim, setSlim] = usePreference('navigation.slim', false, isBoolean);
  const [drawer, setDrawer] = useState(false);
  const location = useLocation();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'), { noSsr: true });
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink>{translate('ra.navigation.skip_nav')}</SkipLink>
      <TopBar
        onMenu={() => {
          setDrawer(!drawer);
        }}
      />
      <Bands />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        {/* One or the other, never both: an id stands once in a page. */}
        {wide ? (
          <Aside
            slim={slim}
            onFold={() => {
              setSlim(!slim);
            }}
          />
        ) : (
          <Drawer
            open={drawer}
            onClose={() => {
              setDrawer(false);
            }}
            slotProps={{ paper: { sx: { width: 240 }, 'aria-label': translate('navigation.label') } }}
          >
            <Navigation
              onGo={() => {
                setDrawer(false);
              }}
            />
          </Drawer>
        )}
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, p: { xs: '14px 14px 64px', sm: '18px 24px 40px' }, outline: 'none' }}
        >
          <Fault key={pageKey(location.pathname)}>
            <Gate>
              <PrintHead />
              <Suspense fallback={null}>
                <BackToTodo />
              </Suspense>
              <Suspense fallback={<PageSkeleton />}>
                <FirstThings>{children}</FirstThings>
              </Suspense>
            </Gate>
          </Fault>
        </Box>
      </Box>
      <Shortcuts />
      <StepUpDialog />
    </Box>
  );
}

/** A page that breaks is tried anew on the next one; what is opened out of the list of what waits is no page of its own. */
function pageKey(path: string): string {
  return path.replace(/^\/todo\/.*/, '/todo');
}

/** The navigation at the left of a wide page; it stays in sight while the page moves. */
function Aside({ slim, onFold }: { slim: boolean; onFold: () => void }): ReactNode {
  return (
    <Box
      sx={{
        width: slim ? size.navigationSlim : size.navigation,
        flex: 'none',
        bgcolor: 'tokens.card',
        borderRight: '1px solid',
        borderColor: 'tokens.line',
      }}
    >
      <Box
        sx={{
          position: 'sticky',
          top: size.topBar,
          maxHeight: `calc(100vh - ${size.topBar.toString()}px)`,
          overflow: 'hidden auto',
        }}
      >
        <Navigation slim={slim} />
        <Fold slim={slim} onFold={onFold} />
      </Box>
    </Box>
  );
}

/** Folds the navigation to its icons, and unfolds it; remembered. */
function Fold({ slim, onFold }: { slim: boolean; onFold: () => void }): ReactNode {
  const translate = useTranslate();
  const Icon = slim ? KeyboardDoubleArrowRightIcon : KeyboardDoubleArrowLeftIcon;
  return (
    <IconButton
      size="small"
      aria-expanded={!slim}
      aria-controls="navigation"
      aria-label={translate(slim ? 'navigation.unfold' : 'navigation.fold')}
      onClick={onFold}
      sx={{ ml: '12px', mb: 1 }}
    >
      <Icon sx={{ fontSize: 18 }} />
    </IconButton>
  );
}

function SkipLink({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      component="a"
      href="#main-content"
      sx={{
        position: 'absolute',
        left: -9999,
        zIndex: 2000,
        bgcolor: 'tokens.card',
        p: 1,
        '&:focus': { left: 8, top: 8 },
      }}
    >
      {children}
    </Box>
  );
}
