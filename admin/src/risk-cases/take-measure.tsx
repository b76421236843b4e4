import { measureKinds, type MeasureKind } from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { MoneyField } from '../configurations/form/money-field';
import { EffectSheet } from '../parts/effect-sheet';
import { RowName } from '../parts/row-name';
import type { ConsoleDataProvider } from '../provider';
import { blankListing, ListingFields, listingOf, type Listing } from './listing-fields';
import { measureTargets, type CaseRecord } from './risk-case';

type Target = ReturnType<typeof measureTargets>[number];

interface TakeMeasureProps {
  record: CaseRecord;
  open: boolean;
  onClose: () => void;
  refresh: () => void;
}

interface Typed {
  target: number;
  kind: MeasureKind;
  line: number | undefined;
  month: number | undefined;
  listing: Listing;
}

/** Kinds of measures that fit a worker or an enterprise. */
const kindsFor = ({ kind }: Target): MeasureKind[] =>
  measureKinds.filter((one) => one !== (kind === 'worker' ? 'suspend-enterprise' : 'freeze-worker'));

/** Proposes a measure: says what it will do to whom, and that somebody else decides. */
export function TakeMeasure({ record, open, onClose, refresh }: TakeMeasureProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const targets = measureTargets(record);
  const [first] = targets;
  const blank: Typed = {
    target: 0,
    kind: first === undefined ? 'hold-orders' : (kindsFor(first)[0] ?? 'hold-orders'),
    line: undefined,
    month: undefined,
    listing: blankListing,
  };
  const [typed, setTyped] = useState(blank);
  const target = targets[typed.target] ?? first;
  if (target === undefined) return null;
  const { kind, line, month } = typed;
  const taken = record.measures.some(
    (one) =>
      one.state === 'in-force' && one.kind === kind && one.subjectKind === target.kind && one.subjectId === target.id,
  );
  const listing = listingOf(typed.listing, target.kind);
  const isWhole =
    kind === 'list'
      ? listing.endsOn !== '' && listing.listBy.length > 0
      : kind !== 'lower-limit' || line !== undefined || month !== undefined;
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTyped(blank);
        onClose();
      }}
      title={translate('riskMeasures.take')}
      lead={translate(`riskMeasures.lead.${kind}`)}
      effects={[
        {
          label: translate(`riskCases.subject.${target.kind}`),
          value: <Named target={target} />,
        },
        { label: translate('riskMeasures.kindField'), value: translate(`riskMeasures.kind.${kind}`), strong: true },
      ]}
      notes={[...(taken ? [translate('riskMeasures.inForce')] : []), translate('riskMeasures.second')]}
      reason="required"
      ready={isWhole && !taken}
      confirm={translate('riskMeasures.take')}
      danger
      run={async ({ reason, key }) => {
        const body = {
          kind,
          subjectKind: target.kind,
          subjectId: target.id,
          reason,
          ...(kind === 'lower-limit' && line !== undefined ? { lineLimitFen: line } : {}),
          ...(kind === 'lower-limit' && month !== undefined ? { monthLimitFen: month } : {}),
          ...(kind === 'list' ? listing : {}),
        };
        const answer = await provider.command('risk-cases', record.id, 'measures', body, key);
        refresh();
        return answer;
      }}
    >
      <MeasureFields
        targets={targets}
        target={target}
        typed={typed}
        change={(part) => {
          setTyped({ ...typed, ...part });
        }}
      />
    </EffectSheet>
  );
}

function Named({ target: { kind, id } }: { target: Target }): ReactNode {
  const translate = useTranslate();
  return <RowName kind={kind} id={id} otherwise={`${translate(`riskCases.subject.${kind}`)} ${id.toString()}`} />;
}

interface FieldsProps {
  targets: readonly Target[];
  target: Target;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
}

function MeasureFields({ targets, target, typed, change }: FieldsProps): ReactNode {
  const translate = useTranslate();
  return (
    <>
      {targets.length > 1 && (
        <TextField
          select
          label={translate('riskMeasures.subject')}
          value={typed.target}
          onChange={(event) => {
            const at = Number(event.target.value);
            const next = targets[at];
            change({ target: at, kind: next === undefined ? typed.kind : (kindsFor(next)[0] ?? typed.kind) });
          }}
        >
          {targets.map((one, at) => (
            <MenuItem key={one.kind} value={at}>
              {translate(`riskCases.subject.${one.kind}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={translate('riskMeasures.kindField')}
        value={typed.kind}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ kind: event.target.value as MeasureKind });
        }}
      >
        {kindsFor(target).map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`riskMeasures.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {typed.kind === 'list' && (
        <ListingFields
          subject={target.kind}
          typed={typed.listing}
          change={(part) => {
            change({ listing: { ...typed.listing, ...part } });
          }}
        />
      )}
      {typed.kind === 'lower-limit' && (
        <>
          <MoneyField
            label={translate('riskMeasures.lineLimit')}
            fen={typed.line}
            helperText={translate('riskMeasures.limitHelp')}
            onChange={(line) => {
              change({ line });
            }}
          />
          <MoneyField
            label={translate('riskMeasures.monthLimit')}
            fen={typed.month}
            onChange={(month) => {
              change({ month });
            }}
          />
        </>
      )}
    </>
  );
}
