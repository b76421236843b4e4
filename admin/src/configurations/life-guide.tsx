import type { ReactNode } from 'react';
import { Guide } from '../parts/guide';
import { useMay } from '../session/use-me';

/** Beside a configuration: how it is changed; to who approves, what he decides about. */
export function ConfigurationGuide(): ReactNode {
  const decides = useMay()('configuration-versions', 'decide');
  return decides ? <Guide name="configuration.decider" steps={4} /> : <Guide name="configuration.life" steps={6} />;
}

/** Beside a version: how it is written; to who approves, how it is judged. */
export function VersionGuide(): ReactNode {
  const decides = useMay()('configuration-versions', 'decide');
  return decides ? <Guide name="configuration.decide" steps={6} /> : <Guide name="configuration.version" steps={5} />;
}
