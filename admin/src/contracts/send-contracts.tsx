import type { ContractKind } from '@linggong/e-sign/domain';
import { scenarios } from '@linggong/tasks/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { isRecord, type ConsoleDataProvider } from '../provider';

/** The server takes at most so many workers a call. */

interface SendContractsProps {
  open: boolean;
  onClose: () => void;
  kind: Exclude<ContractKind, 'enterprise-cooperation'>;
  enterpriseId: number;
  /** How many are asked, for the sheet; the ids are gathered when it is confirmed. */
  count: number;
  workerIds: () => Promise<number[]>;
  /** Day the agreement has to cover. */
  from?: string | undefined;
  scenario?: string | undefined;
}

/** Sends a service agreement or a tax authorization to many workers for signing; the contracts are made in the background. */
export function SendContracts({
  open,
  onClose,
  kind,
  enterpriseId,
  count,
  workerIds,
  from,
  scenario,
}: SendContractsProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [work, setWork] = useState(scenario ?? '*');
  const [validFrom, setValidFrom] = useState(from ?? today());
  const [validTo, setValidTo] = useState(`${(from ?? today()).slice(0, 4)}-12-31`);
  const service = kind === 'worker-service';
  const send = async (key: string): Promise<unknown> => {
    const ids = [...new Set(await workerIds())];
    const body = {
      template: kind,
      enterpriseId,
      workerIds: ids,
      validFrom,
      validTo,
      ...(service ? { scenarios: [work] } : {}),
    };
    return provider.command('contracts', undefined, 'batches', body, key);
  };
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('contract.send.title', { kind: translate(`choice.kind.${kind}`) })}
      lead={translate('contract.send.lead')}
      effects={[{ label: translate('contract.send.count'), value: countText(count), strong: true }]}
      notes={[translate('contract.send.note')]}
      ready={validFrom !== '' && validTo >= validFrom}
      confirm={translate('contract.send.confirm', { count: countText(count) })}
      run={({ key }) => send(key)}
      done={(placed) => (
        <>
          <Typography sx={{ fontWeight: 600 }}>{translate('contract.send.done')}</Typography>
          {isRecord(placed) && typeof placed['jobId'] === 'string' && <JobProgress id={placed['jobId']} />}
        </>
      )}
    >
      {service && (
        <TextField
          select
          label={translate('resources.tasks.fields.scenario')}
          value={work}
          onChange={(event) => {
            setWork(event.target.value);
          }}
        >
          <MenuItem value="*">{translate('contract.send.allScenarios')}</MenuItem>
          {scenarios.map(({ code, title }) => (
            <MenuItem key={code} value={code}>
              {text(title)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        type="date"
        label={translate('resources.contracts.fields.validFrom')}
        value={validFrom}
        onChange={(event) => {
          setValidFrom(event.target.value);
        }}
      />
      <TextField
        type="date"
        label={translate('resources.contracts.fields.validTo')}
        value={validTo}
        onChange={(event) => {
          setValidTo(event.target.value);
        }}
      />
    </EffectSheet>
  );
}
