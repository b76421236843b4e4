import type { ReactNode } from 'react';
import { useResourceDefinitions } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { PageSkeleton } from '../parts/states-of-page';
import { may } from '../session/rights';
import { useMe } from '../session/use-me';
import { AccessDenied } from './outer-pages';
import { rightOfPage } from './page-rights';

/** A page that somebody may not open says so before anything is asked of the server, and says the same everywhere. */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const me = useMe();
  const resources = useResourceDefinitions();
  const right = rightOfPage(useLocation().pathname, Object.keys(resources));
  if (right === undefined) return children;
  if (me === undefined) return <PageSkeleton />;
  return may(me, right.resource, right.action) ? children : <AccessDenied />;
}
