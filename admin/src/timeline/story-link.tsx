import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { useMay } from '../session/use-me';
import { kindOfPage, storyAddress } from './story';

/** From a detail page to the whole story of its object; nothing for who may not read it. */
export function StoryLink({ resource, id }: { resource: string; id: number | string }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const kind = kindOfPage(resource);
  if (kind === undefined || !may('timeline', 'read')) return null;
  return (
    <Card screenOnly>
      <Link to={storyAddress({ kind, id: String(id) })}>{translate('story.whole')}</Link>
    </Card>
  );
}
