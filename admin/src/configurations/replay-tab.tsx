import { addDays } from '@linggong/core/domain';
import { Box, Button } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { Card, Cards } from '../parts/card';
import { DateField } from '../parts/date-field';
import { JobProgress } from '../parts/job';
import { Trouble } from '../parts/states-of-page';
import { newKey, type ConsoleDataProvider } from '../provider';
import { contentWords } from './cases/content-words';
import { useCaseWords } from './cases/value-text';
import { Link } from 'react-router-dom';
import type { ReplayReport, VersionRecord } from './configuration';
import { ExampleTable } from './example-table';
import { ReplayFigures } from './replay-figures';
import { ReplayGroups } from './replay-groups';
import { useSigns } from '../parts/signs';

interface ReplayTabProps {
  version: VersionRecord;
  dirty: boolean;
  refresh: () => void;
}

/** The draft on what was decided in the past: the period, how far it is, and what would have been different. */
export function ReplayTab({ version, dirty, refresh }: ReplayTabProps): ReactNode {
  const translate = useTranslate();
  const { replay } = version;
  return (
    <Cards>
      {version.allowed.includes('replay') && !dirty && <Run version={version} refresh={refresh} />}
      {replay === null ? (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('configuration.replay.none')}</Box>
      ) : (
        <Found version={version} replay={replay} refresh={refresh} />
      )}
    </Cards>
  );
}

interface FoundProps {
  version: VersionRecord;
  replay: ReplayReport;
  refresh: () => void;
}

/** What the newest replay found, or how far it is. */
function Found({ version, replay, refresh }: FoundProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const words = useCaseWords(useMemo(() => contentWords(version.content), [version.content]));
  if (replay.state === 'running') return replay.job === null ? null : <JobProgress id={replay.job} over={refresh} />;
  if (replay.state !== 'done')
    return (
      <Box sx={{ fontSize: 13, color: 'tokens.bad' }}>{translate(`configuration.replay.ended.${replay.state}`)}</Box>
    );
  return (
    <>
      {!replay.isCurrent && (
        <Box
          role="note"
          sx={{ bgcolor: 'tokens.waitBg', color: 'tokens.wait', borderRadius: '8px', p: '8px 14px', fontSize: 13 }}
        >
          {translate('configuration.replay.older')}
        </Box>
      )}
      {replay.against !== null && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2', '& a': { textDecoration: 'underline' } }}>
          {translate('configuration.replay.against')}{' '}
          <Link to={`/configuration-versions/${replay.against.id.toString()}/show`}>
            {translate('configuration.versionNo', { no: replay.against.versionNo })}
          </Link>
        </Box>
      )}
      {replay.compared + replay.unfit === 0 ? (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{translate('configuration.replay.empty')}</Box>
      ) : (
        <ReplayFigures replay={replay} />
      )}
      {replay.unfit > 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.bad' }}>
          {translate('configuration.replay.unfit', { smart_count: replay.unfit })}{' '}
          {replay.unfitExamples.join(signs.listed)}
        </Box>
      )}
      {replay.pairs.length > 0 && (
        <Card title={translate('configuration.replay.groups')}>
          <ReplayGroups pairs={replay.pairs} words={words} />
        </Card>
      )}
      {replay.examples.length > 0 && (
        <Card title={translate('configuration.replay.examples')}>
          <ExampleTable examples={replay.examples} words={words} />
        </Card>
      )}
    </>
  );
}

/** The last thirty days to begin with; it runs in the background and can be left: how far it is stands with the version. */
function Run({ version, refresh }: Omit<ReplayTabProps, 'dirty'>): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [from, setFrom] = useState(addDays(today(), -30));
  const [to, setTo] = useState(today());
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const isRunning = version.replay?.state === 'running';
  const start = (): void => {
    setBusy(true);
    setError(undefined);
    provider
      .command('configuration-versions', version.id, 'replays', { from, to }, newKey())
      .then(refresh, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Card title={translate('configuration.replay.title')}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>{translate('configuration.replay.lead')}</Box>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-end' }}>
        <DateField label={translate('configuration.replay.from')} value={from} max={to} onChange={setFrom} />
        <DateField label={translate('configuration.replay.to')} value={to} min={from} max={today()} onChange={setTo} />
        <Button
          variant="contained"
          color="primary"
          disabled={busy || isRunning || from === '' || to === ''}
          onClick={start}
        >
          {translate(busy ? 'sheet.running' : 'configuration.replay.run')}
        </Button>
      </Box>
      {error !== undefined && (
        <Box sx={{ mt: 1.5 }}>
          <Trouble error={error} />
        </Box>
      )}
    </Card>
  );
}
