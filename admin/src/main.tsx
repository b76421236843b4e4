import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './app';
import { createI18nProvider } from './i18n/provider';

/** The nonce that cms put into this page; styles made at run time carry it past the content security policy. */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}

const nonce = styleNonce();
const styles = createCache({ key: 'lg', prepend: true, ...(nonce === undefined ? {} : { nonce }) });

async function start(root: HTMLElement): Promise<void> {
  const i18nProvider = await createI18nProvider();
  // Vite ends BASE_URL with a slash, the router wants it without.
  const router = createBrowserRouter([{ path: '*', element: <App i18nProvider={i18nProvider} /> }], {
    basename: import.meta.env.BASE_URL.replace(/\/$/, ''),
  });
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={styles}>
        <RouterProvider router={router} />
      </CacheProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) void start(root);
