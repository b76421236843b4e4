import type { ContractKind } from '@linggong/e-sign/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { useMe } from '../session/use-me';
import { useScenarios } from '../tasks/use-scenarios';
import { SentContracts } from './sent-contracts';

/** The contracts that workers sign. */
export type WorkerContractKind = Exclude<ContractKind, 'enterprise-cooperation'>;

export interface SendContractsProps {
  open: boolean;
  onClose: () => void;
  /** Not given: it is chosen on the sheet. */
  kind?: WorkerContractKind | undefined;
  /** Not given: one's own enterprise, or for staff the one that is picked on the sheet; with none, a framework for all of them. */
  enterpriseId?: number | undefined;
  /** How many are asked, for the sheet; the ids are gathered when it is confirmed. */
  count: number;
  workerIds: () => Promise<number[]>;
  /** Day the agreement has to cover. */
  from?: string | undefined;
  scenario?: string | undefined;
  /** It began from a settlement batch; the sheet says to come back there. */
  fromBatch?: boolean;
  /** Further fields of the sheet, such as the numbers of the workers. */
  children?: ReactNode;
}

/** Sends a service agreement or a tax authorization to many workers for signing; the contracts are made in the background. */
export default function SendContracts(props: SendContractsProps): ReactNode {
  const { open, onClose, count, workerIds, from, scenario, children } = props;
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const own = useMe()?.account.enterpriseId;
  const [kind, setKind] = useState<WorkerContractKind>(props.kind ?? 'worker-service');
  const [picked, setPicked] = useState<number | undefined>(undefined);
  const [work, setWork] = useState(scenario ?? '*');
  const [validFrom, setValidFrom] = useState(from ?? today());
  const [validTo, setValidTo] = useState(`${(from ?? today()).slice(0, 4)}-12-31`);
  const service = kind === 'worker-service';
  const enterpriseId = props.enterpriseId ?? own ?? (service ? picked : undefined);
  const send = async (key: string): Promise<unknown> => {
    const ids = [...new Set(await workerIds())];
    const scope = service ? { scenarios: [work] } : {};
    const whose = enterpriseId === undefined ? {} : { enterpriseId };
    const body = { template: kind, ...whose, workerIds: ids, validFrom, validTo, ...scope };
    return provider.command('contracts', undefined, 'batches', body, key);
  };
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('contract.send.title', { kind: translate(`choice.kind.${kind}`) })}
      lead={translate('contract.send.lead')}
      effects={[{ label: translate('contract.send.count'), value: countText(count), strong: true }]}
      notes={props.fromBatch === true ? [translate('contract.send.note')] : []}
      ready={count > 0 && validFrom !== '' && validTo >= validFrom}
      confirm={translate('contract.send.confirm', { count: countText(count) })}
      run={({ key }) => send(key)}
      done={(placed) => (
        <>
          <Typography sx={{ fontWeight: 600 }}>{translate('contract.send.done')}</Typography>
          {isRecord(placed) && typeof placed['jobId'] === 'string' && <SentContracts jobId={placed['jobId']} />}
        </>
      )}
    >
      {children}
      {props.kind === undefined && <KindField kind={kind} onPick={setKind} />}
      {service && props.enterpriseId === undefined && own === undefined && (
        <EnterprisePicker onPick={setPicked} help={translate('contract.send.everyEnterprise')} />
      )}
      {service && <WorkField work={work} onPick={setWork} />}
      <DayField field="validFrom" day={validFrom} onPick={setValidFrom} />
      <DayField field="validTo" day={validTo} onPick={setValidTo} from={validFrom} />
    </EffectSheet>
  );
}

const kinds: readonly WorkerContractKind[] = ['worker-service', 'tax-agency'];

function KindField({
  kind,
  onPick,
}: {
  kind: WorkerContractKind;
  onPick: (kind: WorkerContractKind) => void;
}): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('resources.contracts.fields.kind')}
      value={kind}
      onChange={({ target: { value } }) => {
        onPick(kinds.find((each) => each === value) ?? 'worker-service');
      }}
    >
      {kinds.map((each) => (
        <MenuItem key={each} value={each}>
          {translate(`choice.kind.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function WorkField({ work, onPick }: { work: string; onPick: (work: string) => void }): ReactNode {
  const translate = useTranslate();
  const scenarios = useScenarios();
  const text = useText2();
  return (
    <TextField
      select
      label={translate('resources.tasks.fields.scenario')}
      value={work}
      onChange={(event) => {
        onPick(event.target.value);
      }}
    >
      <MenuItem value="*">{translate('contract.send.allScenarios')}</MenuItem>
      {scenarios.map(({ code, title }) => (
        <MenuItem key={code} value={code}>
          {text(title)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface DayFieldProps {
  field: 'validFrom' | 'validTo';
  day: string;
  onPick: (day: string) => void;
  /** It may not lie before. */
  from?: string;
}

function DayField({ field, day, onPick, from = '' }: DayFieldProps): ReactNode {
  const translate = useTranslate();
  const isEarly = day !== '' && day < from;
  return (
    <DateField
      label={translate(`resources.contracts.fields.${field}`)}
      value={day}
      onChange={onPick}
      required
      error={isEarly}
      helperText={isEarly ? translate('contract.send.early') : undefined}
    />
  );
}
