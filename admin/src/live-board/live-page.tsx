import { Box, createTheme, Skeleton, ThemeProvider } from '@mui/material';
import { lazy, Suspense, type ReactNode } from 'react';
import { Authenticated } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { clockText } from '../parts/time-text';
import { may } from '../session/rights';
import { useMe } from '../session/use-me';
import { AccessDenied } from '../shell/outer-pages';
import { darkTheme } from '../theme';
import { hourSums } from './hour-sums';
import { LiveHead } from './live-head';
import { Panel, sizes } from './live-parts';
import { LivePlaces } from './live-places';
import { LiveTiles } from './live-tiles';
import { useLive, type Live } from './use-live';
import { words } from './words';

/** A wall is dark, whatever its reader likes elsewhere. */
const theme = createTheme(darkTheme);

const HourBars = lazy(() => import('./hour-bars'));

/** The big screen (大屏): how the platform runs right now, for a wall in a room where anybody may stand; dark, and of nobody by name. */
export default function LivePage(): ReactNode {
  return (
    <Authenticated>
      <ThemeProvider theme={theme}>
        <Box
          component="main"
          sx={{
            ...{ bgcolor: 'tokens.bg', color: 'tokens.ink', minHeight: '100vh', height: { md: '100vh' } },
            ...{ p: 'clamp(12px, 1.2vw, 24px)', boxSizing: 'border-box', overflow: { md: 'auto' } },
            ...{ display: 'flex', flexDirection: 'column', gap: 'clamp(8px, .8vw, 16px)' },
          }}
        >
          <Board />
        </Box>
      </ThemeProvider>
    </Authenticated>
  );
}

function Board(): ReactNode {
  const me = useMe();
  const { data, error, isCutOff } = useLive();
  if (me !== undefined && !may(me, 'live-board', 'read')) return <AccessDenied />;
  return (
    <>
      <LiveHead at={data?.at} isCutOff={isCutOff} />
      {data === undefined &&
        (error === null ? <Skeleton variant="rounded" sx={{ flex: 1 }} /> : <Trouble error={error} />)}
      {data !== undefined && <Figures live={data} />}
    </>
  );
}

function Figures({ live }: { live: Live }): ReactNode {
  const text = useText2();
  return (
    <>
      <LiveTiles live={live} />
      <Box
        sx={{
          ...{ flex: 1, minHeight: 0, display: 'grid', gap: 'clamp(8px, .8vw, 16px)' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 11fr) minmax(0, 10fr)' },
        }}
      >
        <Panel title={text(words.hours)}>
          {live.hours.length === 0 ? (
            <Box sx={{ m: 'auto', py: 4, fontSize: sizes.label, color: 'tokens.ink3' }}>{text(words.noneYet)}</Box>
          ) : (
            <Box sx={{ flex: 1, minHeight: 220 }}>
              <Suspense fallback={<Skeleton variant="rounded" height="100%" />}>
                <HourBars hours={hourSums(live.hours, Number(clockText(live.at).slice(0, 2)))} />
              </Suspense>
            </Box>
          )}
        </Panel>
        <LivePlaces places={live.places} />
      </Box>
    </>
  );
}
