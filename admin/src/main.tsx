import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app';
import { learnAllWords, learnFirstWords } from './i18n/provider';
import { loadPagesAhead } from './shell/load-ahead';

/** The nonce that cms put into this page; styles made at run time carry it past the content security policy. */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}

const nonce = styleNonce();
const styles = createCache({ key: 'lg', prepend: true, ...(nonce === undefined ? {} : { nonce }) });

async function start(root: HTMLElement): Promise<void> {
  await learnFirstWords();
  // Vite ends BASE_URL with a slash, the router wants it without.
  const router = createBrowserRouter([{ path: '*', element: <App /> }], {
    basename: import.meta.env.BASE_URL.replace(/\/$/, ''),
  });
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={styles}>
        <RouterProvider router={router} />
      </CacheProvider>
    </StrictMode>,
  );
  loadPagesAhead(import.meta.env.BASE_URL);
  whenIdle(() => {
    // The page that needs them asks again and says what is wrong.
    learnAllWords().catch(() => undefined);
  });
}

/** Safari does not tell when it is idle. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 10_000 });
  else setTimeout(act, 3_000);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
