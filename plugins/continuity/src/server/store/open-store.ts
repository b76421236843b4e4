import type { BackupStoreSettings } from '@linggong/config';
import type { BackupStore } from './backup-store';
import { createDiskStore } from './disk-store';
import { createS3Store } from './s3-store';

/** The store that the settings name. */
export async function openStore(settings: BackupStoreSettings): Promise<BackupStore> {
  return settings.kind === 'disk' ? createDiskStore(settings.folder) : createS3Store(settings);
}
