import type { BatchDetail, NextAction } from '@linggong/settlement/api';
import { Box, Button, Tooltip } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { countText, yuanSignText } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useDistance } from '../parts/time';
import { useMay } from '../session/use-me';
import { ActionSheet, type Asked } from './action-sheet';
import { useLinesExport } from './use-lines-export';
import { useSigns } from '../parts/signs';

/** The actions that stand as buttons in the head; those on lines stand at the lines. */
const headActions = ['cancel', 'recheck', 'review-class', 'review-batch', 'release', 'confirm'] as const;
type HeadAction = (typeof headActions)[number];

/** Number, state, whose sheet, which quote – and what may be done next. */
export function BatchHeader({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  // The batch moves while the sheet is open, also by what the sheet does: its figures are those of now.
  const live = batch.nextActions.find(({ action }) => action === asked?.action.action);
  const actions = headActions.flatMap((name) => batch.nextActions.filter(({ action }) => action === name));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: translate('navigation.settlement'), to: '/settlement-batches' },
          { label: translate('resources.settlement-batches.name', { smart_count: 1 }) },
        ]}
        title={batch.number}
        chips={<StateChip kind="batch" state={batch.state} />}
        facts={useFacts(batch)}
        actions={
          <>
            <LinesDownload batch={batch} />
            {actions.map((action) => (
              <HeadButton
                key={action.action}
                action={action}
                onOpen={() => {
                  setAsked({ action, quoteVersion: batch.quoteVersion });
                }}
              />
            ))}
          </>
        }
      />
      <ActionSheet
        batch={batch}
        asked={asked}
        live={live}
        refresh={refresh}
        onClose={() => {
          setAsked(undefined);
          refresh();
        }}
      />
    </>
  );
}

function useFacts(batch: BatchDetail): ReactNode[] {
  const translate = useTranslate();
  const distance = useDistance();
  const facts: ReactNode[] = [
    <Link key="enterprise" to={`/enterprises/${batch.enterpriseId.toString()}/show`}>
      {batch.enterpriseName}
    </Link>,
    `${batch.fileName} · ${translate('batch.lines', { smart_count: batch.lineCount, count: countText(batch.lineCount) })}`,
  ];
  if (batch.quote !== null && batch.state === 'quoted') {
    facts.push(translate('batch.quote', { version: batch.quote.version, until: distance(batch.quote.expiresAt) }));
  }
  if (batch.riskRules !== null) facts.push(<RiskRules key="risk" {...batch.riskRules} />);
  if (batch.stateReason !== null) facts.push(batch.stateReason);
  return facts;
}

/** The version of the risk table that decided: a link for those who may read configurations. */
function RiskRules({ configurationVersionId, versionNo }: NonNullable<BatchDetail['riskRules']>): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const words = translate('batch.riskRules', { version: versionNo });
  return may('configuration-versions', 'list') ? (
    <Link to={`/configuration-versions/${configurationVersionId.toString()}/show`}>{words}</Link>
  ) : (
    words
  );
}

function HeadButton({ action, onOpen }: { action: NextAction; onOpen: () => void }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  // The list above holds exactly these; `find` by name loses that.
  const name = action.action as HeadAction;
  const main = name === 'confirm' || name === 'release';
  const effect = action.effect;
  const label =
    main && effect !== null
      ? translate(`batch.button.${name}`, { count: countText(effect.workers), amount: yuanSignText(effect.netFen) })
      : text(action.label);
  const button = (
    <Button
      disabled={!action.enabled}
      onClick={onOpen}
      {...(main
        ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
        : name === 'cancel'
          ? { 'data-reject': '' }
          : {})}
    >
      {label}
    </Button>
  );
  if (action.enabled || action.why === null) return button;
  return (
    <Tooltip title={text(action.why)}>
      <Box component="span" tabIndex={0} aria-label={`${label}${signs.colon}${text(action.why)}`}>
        {button}
      </Box>
    </Tooltip>
  );
}

function LinesDownload({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const { run, done } = useLinesExport(batch);
  return (
    <Button onClick={run} disabled={done !== undefined || batch.counts.total === 0}>
      {done === undefined ? translate('batch.download') : translate('list.exporting', { count: countText(done) })}
    </Button>
  );
}
