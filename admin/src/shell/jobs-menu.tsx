import { Box, ButtonBase, Menu, MenuItem } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useJobName } from '../jobs/job-name';
import { jobOf, type JobRun } from '../parts/job';
import { progressText } from '../parts/job-progress';
import { Bar } from '../parts/progress';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { useLive } from '../live/use-live';
import { useMay } from '../session/use-me';

/** While one runs the server tells how far it is; where that line is cut, they are asked for every 2 s. */
function useRunningJobs(): JobRun[] {
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay()('jobs', 'list');
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const { data = [] } = useQuery({
    queryKey: ['jobs', 'running'],
    queryFn: async ({ signal }) => {
      const { data: rows } = await provider.getList('jobs', {
        pagination: { page: 1, perPage: 5 },
        sort: { field: 'createdAt', order: 'DESC' },
        filter: { state: 'running' },
        signal,
      });
      return rows.map(jobOf);
    },
    enabled: may,
    retry: false,
    refetchInterval: (query) => ((query.state.data ?? []).length > 0 && !isLive ? 2000 : 15_000),
  });
  const live = useLive(may && data.length > 0 ? '/api/v1/jobs/events' : undefined, (told) => {
    const items = isRecord(told) && Array.isArray(told['items']) ? told['items'] : [];
    client.setQueryData(['jobs', 'running'], items.map(jobOf));
  });
  if (live !== isLive) setLive(live);
  return data;
}

/** The newest running job with its bar; all of them on a click. */
export function JobsMenu(): ReactNode {
  const translate = useTranslate();
  const name = useJobName();
  const jobs = useRunningJobs();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const first = jobs[0];
  if (first === undefined) return null;
  const close = (): void => {
    setAnchor(null);
  };
  return (
    <>
      <ButtonBase
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        aria-haspopup="menu"
        sx={{
          fontSize: 13,
          gap: '6px',
          height: 32,
          px: 0.5,
          borderRadius: '6px',
          display: { xs: 'none', md: 'inline-flex' },
        }}
      >
        {name(first.name)} {progressText(first)}
        <Bar done={first.done} total={first.total} label={translate('job.progress')} />
      </ButtonBase>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {jobs.map((job) => (
          <MenuItem key={job.id} component={Link} to={`/jobs/${job.id}/show`} onClick={close} sx={{ gap: 2 }}>
            <Box sx={{ flex: 1 }}>{name(job.name)}</Box>
            {/* As tall as the name: smaller text of its own height would sit lower. */}
            <Box sx={{ color: 'tokens.ink2' }}>{progressText(job)}</Box>
            <Bar done={job.done} total={job.total} label={translate('job.progress')} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
