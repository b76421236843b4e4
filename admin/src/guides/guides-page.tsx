import { Box, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Card, Cards } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { GuideBody } from './guide-body';
import { searchGuides, type GuideText } from './guide-search';
import { readGuides } from './read-guides';

/** All guides with their search, or one of them. */
export default function GuidesPage(): ReactNode {
  const locale = useLocale();
  const { name } = useParams();
  const { data, error } = useQuery({ queryKey: ['guides', locale], queryFn: () => readGuides(locale) });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <PageSkeleton />;
  return name === undefined ? <GuideList guides={data} /> : <OneGuide guide={data.find((one) => one.name === name)} />;
}

function OneGuide({ guide }: { guide: GuideText | undefined }): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('guides.title'), to: '/guides' }]}
        title={guide?.title ?? translate('guides.missing')}
      />
      {guide !== undefined && (
        <Card>
          <GuideBody body={guide.body} />
        </Card>
      )}
    </>
  );
}

function GuideList({ guides }: { guides: readonly GuideText[] }): ReactNode {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const found = searchGuides(guides, typed);
  return (
    <>
      <PageHeader title={translate('guides.title')} facts={[translate('guides.found', { count: found.length })]} />
      <TextField
        size="small"
        type="search"
        label={translate('guides.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        sx={{ mb: 1.25, width: { xs: '100%', sm: 320 } }}
      />
      {found.length === 0 && <Typography color="text.secondary">{translate('guides.none')}</Typography>}
      <Cards>
        {found.map(({ guide, line }) => (
          <Card key={guide.name}>
            <Link to={`/guides/${guide.name}`}>{guide.title}</Link>
            {line !== undefined && <Box sx={{ color: 'tokens.ink2', fontSize: 13, mt: 0.5 }}>{line}</Box>}
          </Card>
        ))}
      </Cards>
    </>
  );
}
