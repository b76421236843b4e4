export {
  settingsFromEnvironment,
  type DatabaseSettings,
  type LogLevel,
  type ProcessRole,
  type Settings,
} from './settings';
export type { BackupSettings, BackupStoreSettings } from './backup-settings';
export { SettingsProblem } from './settings-problem';
