import { Box, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useLocale, useResourceDefinitions, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Card } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useSettled } from '../parts/use-settled';
import { useMay } from '../session/use-me';
import { rightOfPage } from '../shell/page-rights';
import { GuideBody } from './guide-body';
import { isOfUse } from './page-guide';
import { useGuide, useGuides } from './use-guides';

/** All guides with their search, or one of them. */
export default function GuidesPage(): ReactNode {
  const { name } = useParams();
  return name === undefined ? <GuideList /> : <OneGuide name={name} />;
}

function OneGuide({ name }: { name: string }): ReactNode {
  const translate = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { data, error } = useGuide(name);
  if (data === undefined) return error === null ? <PageSkeleton /> : <Trouble error={error} />;
  return (
    <>
      <PageHeader crumbs={[{ label: translate('guides.title'), to: '/guides' }]} title={data.title[language]} />
      <Card>
        <GuideBody body={data.body[language]} />
      </Card>
    </>
  );
}

function GuideList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [typed, setTyped] = useState('');
  const resources = Object.keys(useResourceDefinitions());
  const may = useMay();
  const opens = (page: string): boolean => {
    const right = rightOfPage(`/${page}`, resources);
    return right === undefined || may(right.resource, right.action);
  };
  const { data, error } = useGuides(useSettled(typed.trim()));
  const found = (data ?? []).filter((guide) => guide.hasText && isOfUse(guide, opens));
  return (
    <>
      <PageHeader
        title={translate('guides.title')}
        facts={[data === undefined ? '\u00a0' : translate('guides.found', { count: found.length })]}
      />
      <TextField
        size="small"
        type="search"
        label={translate('guides.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value.slice(0, 60));
        }}
        sx={{ mb: 1.25, width: { xs: '100%', sm: 320 } }}
      />
      {data === undefined && (error === null ? <PageSkeleton /> : <Trouble error={error} />)}
      {data !== undefined && found.length === 0 && (
        <Typography color="text.secondary">{translate('guides.none')}</Typography>
      )}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))' }}>
        {found.map(({ name, title, line }) => (
          <Card key={name}>
            <Link to={`/guides/${name}`}>{text(title)}</Link>
            {line !== null && <Box sx={{ color: 'tokens.ink2', fontSize: 13, mt: 0.5 }}>{line}</Box>}
          </Card>
        ))}
      </Box>
    </>
  );
}
