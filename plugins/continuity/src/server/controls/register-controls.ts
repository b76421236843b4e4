import type { Settings } from '@linggong/config';
import type { ControlChecks } from '@linggong/core';
import { backups, findings, offSite } from './keeping-checks';
import { listeners } from './listening-ports';
import { redundancy, transport } from './process-checks';

/** Live checks of the controls that have no other owner: how the platform is reached, kept and watched (8.1.4.4, 8.1.4.9, 8.1.5.4). */
export function registerControls(checks: ControlChecks, settings: Settings): void {
  const { http, role, healthPort } = settings;
  const served = role === 'worker' ? [] : [http.port, http.tls?.redirect?.port];
  const ports = [...served, healthPort].filter((port) => port !== undefined);
  checks.add('transport', transport);
  checks.add('redundancy', redundancy);
  checks.add('listeners', listeners(ports));
  checks.add('findings', findings);
  checks.add('backups', backups);
  checks.add('off-site', offSite(settings));
}
