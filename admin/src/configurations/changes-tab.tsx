import { Box, Skeleton } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSettled } from '../parts/use-settled';
import { Card } from '../parts/card';
import { ChangeList } from './change-list';
import type { VersionRecord } from './configuration';
import { changesBetween, useKind } from './kind-code';
import type { Working } from './use-working-copy';
import { useOtherVersion } from './use-version';

/** What this version changes of the one that it is compared with; while it is edited, of what is typed. */
export function ChangesTab({ version, working }: { version: VersionRecord; working: Working }): ReactNode {
  const translate = useTranslate();
  const { comparedWith } = version;
  return (
    <Card
      title={
        comparedWith === null
          ? translate('configuration.changes.first')
          : translate('configuration.changes.against', { no: comparedWith.versionNo })
      }
      action={
        comparedWith !== null && (
          <Link to={`/configuration-versions/${comparedWith.id.toString()}/show`}>
            {translate('configuration.changes.open', { no: comparedWith.versionNo })}
          </Link>
        )
      }
    >
      {working.dirty ? (
        <Typed version={version} working={working} />
      ) : (
        <ChangeList changes={version.changes} total={version.changesTotal} />
      )}
    </Card>
  );
}

function Typed({ version, working }: { version: VersionRecord; working: Working }): ReactNode {
  const translate = useTranslate();
  const kind = useKind(version.kind);
  const before = useOtherVersion(version.comparedWith?.id);
  const content = useSettled(working.copy.content);
  const waiting = kind === undefined || (version.comparedWith !== null && before === undefined);
  const changes = useMemo(
    () => (kind === undefined || waiting ? undefined : changesBetween(kind, before?.content, content)),
    [kind, waiting, before, content],
  );
  if (changes === undefined) return <Skeleton variant="rounded" height={60} />;
  return (
    <>
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 0.5 }}>{translate('configuration.changes.unsaved')}</Box>
      <ChangeList changes={changes} />
    </>
  );
}
