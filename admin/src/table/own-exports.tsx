import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { progressTexts } from '../parts/job-progress';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { takeFile } from '../provider';
import { saveBlob } from './csv';
import { ownExportsOf, type OwnFile } from './export-offer';

/** One's own files of a list: how far each is, and the button that takes it. Asked each second while one is being made. */
export function OwnExports({ listName, titled = false }: { listName: string; titled?: boolean }): ReactNode {
  const translate = useTranslate();
  const { data = [] } = useQuery({
    queryKey: ['own-exports'],
    queryFn: ({ signal }) => ownExportsOf(signal),
    retry: false,
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'waiting') === true ? 1_000 : false),
    // The sheet that has just asked is told at once.
    staleTime: 0,
  });
  const mine = data.filter((each) => each.listName === listName);
  if (mine.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {titled && (
        <Typography variant="h3" sx={{ fontSize: 13, fontWeight: 600 }}>
          {translate('exports.own')}
        </Typography>
      )}
      {mine.map((each) => (
        <OneExport key={each.id} file={each} />
      ))}
      <Typography variant="caption" sx={{ color: 'tokens.ink2' }}>
        {translate('exports.canLeave')}
      </Typography>
    </Box>
  );
}

function OneExport({ file }: { file: OwnFile }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const facts = [instantText(file.askedAt), translate(`exports.formats.${file.format}`)];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <div>{facts.join(' · ')}</div>
        <Box sx={{ color: 'tokens.ink2' }}>
          {file.state === 'ready' &&
            translate('exports.ready', {
              smart_count: file.rows ?? 0,
              count: countText(file.rows ?? 0),
              until: instantText(file.until),
            })}
          {file.state === 'failed' && (file.problem === null ? translate('exports.failed') : text(file.problem))}
          {file.state === 'waiting' && <Making file={file} />}
        </Box>
      </Box>
      {file.state === 'ready' && <TakeExport id={file.id} name={`${file.listName}.${file.format}`} />}
    </Box>
  );
}

function Making({ file: { done, total } }: { file: OwnFile }): ReactNode {
  const translate = useTranslate();
  const texts = progressTexts({ done, total });
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {texts?.total === undefined
        ? translate('job.waiting')
        : translate('job.count', { done: texts.done, total: texts.total })}
      <Bar done={done} total={Math.max(total, 1)} width="100%" label={translate('job.progress')} />
    </Box>
  );
}

/** Takes a file that is ready: a link for this session, for one use. */
export function TakeExport({ id, name }: { id: string; name: string }): ReactNode {
  const translate = useTranslate();
  const [error, setError] = useState<unknown>(undefined);
  const take = (): void => {
    setError(undefined);
    takeFile(`/api/v1/list-exports/${encodeURIComponent(id)}/download`, {}).then(({ blob, name: given }) => {
      saveBlob(given ?? name, blob);
    }, setError);
  };
  return (
    <>
      <Button size="small" onClick={take}>
        {translate('exports.take')}
      </Button>
      {error !== undefined && <Trouble error={error} />}
    </>
  );
}
