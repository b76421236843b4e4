import { CssBaseline } from '@mui/material';
import { QueryClient } from '@tanstack/react-query';
import { memo, Suspense, useEffect, type ReactNode } from 'react';
import { AdminContext, CoreAdminUI, CustomRoutes, localStorageStore, Notification, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { useTranslator } from './i18n/provider';
import { boards } from './dashboards/boards';
import { lazyPage } from './lazy-page';
import { lazyPart, loadAhead } from './page-loads';
import { PageSkeleton } from './parts/states-of-page';
import { createDataProvider } from './provider';
import { resources } from './resources';
import { authProvider } from './session/auth-provider';
import { useMe } from './session/use-me';
import { SignInPage } from './session/sign-in-page';
import { Layout } from './shell/layout';
import { AccessDenied, AuthenticationTrouble, BrokenPage, LoadingPage, NotFound } from './shell/outer-pages';
import { darkTheme, lightTheme } from './theme';

const Dashboard = lazyPart(() => import('./dashboards/dashboard'));
const HolderPage = lazyPage(() => import('./approvals/holder-page'));
const ChainPage = lazyPage(() => import('./audit-chain/chain-page'));
const StoryPage = lazyPage(() => import('./timeline/story-page'));
const PanelPage = lazyPage(() => import('./panel/panel-page'));
const QueueBoardPage = lazyPage(() => import('./queue-board/queue-board-page'));
const MatrixPage = lazyPage(() => import('./matrix/matrix-page'));
const MlpsPage = lazyPage(() => import('./mlps/mlps-page'));
const GuidesPage = lazyPage(() => import('./guides/guides-page'));
const PasswordPage = lazyPage(() => import('./session/password-page'));
const RegisterPage = lazyPage(() => import('./registration/register-page'));
const ResetPage = lazyPage(() => import('./session/reset-page'));
const SetUpPage = lazyPage(() => import('./session/set-up-page'));
const RestoreSecurity = lazyPage(() => import('./accounts/restore-security'));
const SecurityPage = lazyPage(() => import('./session/security-page'));
const ProviderPage = lazyPage(() => import('./real-name/provider-page'));
const MyDataPage = lazyPage(() => import('./consents/my-data-page'));
const RetentionPage = lazyPage(() => import('./retention/retention-page'));
const DataKeys = lazyPage(() => import('./data-keys/data-keys'));
const RiskBoard = lazyPage(() => import('./risk-cases/board-page'));
const RulesPage = lazyPage(() => import('./risk-rules/rules-page'));
const ScheduleList = lazyPage(() => import('./schedules/schedule-list'));
const VerifyPage = lazyPage(() => import('./verification/verify-page'));
const OnboardingPage = lazyPage(() => import('./onboarding/onboarding-page'));
const TodoPage = lazyPage(() => import('./todo/todo-page'));
const LivePage = lazyPage(() => import('./live-board/live-page'));
const TrialBalance = lazyPage(() => import('./ledger/trial-balance'));

const dataProvider = createDataProvider();
const store = localStorageStore('1', 'linggong');
// The language is ours to keep; react-admin would speak the one that it has, whatever was chosen since.
store.removeItem('locale');

const queryClient = new QueryClient({
  defaultOptions: {
    // A refusal stays a refusal; only what got no answer is asked again.
    queries: { staleTime: 10_000, retry: (failures, error) => failures < 2 && 'status' in error && error.status === 0 },
  },
});

/** The questions of the reader's role are on their way together with the page around them. */
function Home(): ReactNode {
  const role = useMe()?.account.role;
  useEffect(() => {
    if (role !== undefined) loadAhead(boards[role]);
  }, [role]);
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Dashboard />
    </Suspense>
  );
}

const Verify = (): ReactNode => (
  <Suspense fallback={null}>
    <VerifyPage />
  </Suspense>
);

const Reset = (): ReactNode => (
  <Suspense fallback={null}>
    <ResetPage />
  </Suspense>
);

const Register = (): ReactNode => (
  <Suspense fallback={null}>
    <RegisterPage />
  </Suspense>
);

const SetUp = (): ReactNode => (
  <Suspense fallback={null}>
    <SetUpPage />
  </Suspense>
);

const Live = (): ReactNode => (
  <Suspense fallback={null}>
    <LivePage />
  </Suspense>
);

/** Frame, theme, sign-in and pages. It stands as it is when the language changes: every word of it is drawn anew by whoever says it. */
const Console = memo(function Console(): ReactNode {
  return (
    <>
      <CssBaseline enableColorScheme />
      <CoreAdminUI
        title="灵工 Linggong"
        layout={Layout}
        loginPage={SignInPage}
        dashboard={Home}
        loading={LoadingPage}
        catchAll={NotFound}
        error={BrokenPage}
        accessDenied={AccessDenied}
        authenticationError={AuthenticationTrouble}
        requireAuth
        disableTelemetry
      >
        {resources.map((resource) => (
          <Resource key={resource.name} {...resource} />
        ))}
        {/* Without layout: open to anybody, signed in or not. */}
        <CustomRoutes noLayout>
          <Route path="/verify/:code?" element={<Verify />} />
          <Route path="/reset-password" element={<Reset />} />
          <Route path="/register" element={<Register />} />
          <Route path="/set-up" element={<SetUp />} />
          {/* A wall has no navigation; the page asks who is there itself. */}
          <Route path="/live-board" element={<Live />} />
        </CustomRoutes>
        <CustomRoutes>
          <Route path="/my-data" element={<MyDataPage />} />
          <Route path="/retention" element={<RetentionPage />} />
          <Route path="/data-keys" element={<DataKeys />} />
          <Route path="/risk-board" element={<RiskBoard />} />
          <Route path="/risk-rules" element={<RulesPage />} />
          <Route path="/schedules" element={<ScheduleList />} />
          <Route path="/todo/:kind?/:id?" element={<TodoPage />} />
          <Route path="/onboarding" element={<OnboardingPage />} />
          <Route path="/trial-balance" element={<TrialBalance />} />
          <Route path="/identity-providers" element={<ProviderPage />} />
          <Route path="/audit-chain" element={<ChainPage />} />
          <Route path="/timelines/:kind?/:id?" element={<StoryPage />} />
          <Route path="/panel" element={<PanelPage />} />
          <Route path="/queue-board" element={<QueueBoardPage />} />
          <Route path="/permission-matrix" element={<MatrixPage />} />
          <Route path="/mlps" element={<MlpsPage />} />
          <Route path="/guides/:name?" element={<GuidesPage />} />
          <Route path="/password" element={<PasswordPage />} />
          <Route path="/holder" element={<HolderPage />} />
          <Route path="/restore-security-admin" element={<RestoreSecurity />} />
          <Route path="/security" element={<SecurityPage />} />
        </CustomRoutes>
      </CoreAdminUI>
      <Notification />
    </>
  );
});

/** The console: react-admin's core with our own frame, theme, sign-in and pages; every resource is loaded when it is opened. */
export function App(): ReactNode {
  return (
    <AdminContext
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={useTranslator()}
      queryClient={queryClient}
      store={store}
      theme={lightTheme}
      darkTheme={darkTheme}
      defaultTheme="light"
    >
      <Console />
    </AdminContext>
  );
}
