import type { ReactNode } from 'react';
import { PlacePage } from '../parts/place-page';

/** Opens Strapi's panel for public content. */
export default function PanelPage(): ReactNode {
  return <PlacePage title="navigation.panel" texts="panel" sessions="panel-sessions" url="/admin/" />;
}
