import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import type { LineSubject } from './subjects-of-lines';

interface RunChecksProps {
  open: boolean;
  onClose: () => void;
  title: string;
  count: number;
  subject: LineSubject;
  ids: () => Promise<number[]>;
}

/** One call of the server takes so many subjects. */
const idsMax = 5_000;

/** Has the identities of workers, or the holders of cards, checked again; the answers come from the provider in the background. */
export function RunChecks({ open, onClose, title, count, subject, ids }: RunChecksProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={title}
      lead={translate('worker.check.lead')}
      effects={[{ label: translate('worker.check.count'), value: countText(count), strong: true }]}
      confirm={title}
      run={async ({ key }) =>
        provider.command(
          'real-name-checks',
          undefined,
          '',
          { subjectKind: subject, ids: (await ids()).slice(0, idsMax) },
          key,
        )
      }
      done={(accepted) => (
        <>
          <Typography sx={{ fontWeight: 600 }}>{translate('worker.check.done')}</Typography>
          {jobsIn(accepted).map((id) => (
            <JobProgress key={id} id={id} />
          ))}
        </>
      )}
    />
  );
}

function jobsIn(accepted: unknown): string[] {
  const ids = isRecord(accepted) ? accepted['jobIds'] : undefined;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}
